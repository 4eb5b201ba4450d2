/** Tells why the native addon of the vector graph cannot be used: it is optional, and it is compiled by npm. */
import { systemErrorCode } from "../../errors.ts";

/** What is wrong with the addon, and the command that mends it. */
export interface AddonFault {
  readonly message: string;
  readonly hint: string;
}

/** Null when the addon works. Without it search is exact, and slower only for large corpora. */
export async function findAddonFault(): Promise<AddonFault | null> {
  try {
    await import("hnswlib-node");
    return null;
  } catch (error) {
    return explain(error);
  }
}

function explain(error: unknown): AddonFault {
  const said = error instanceof Error ? error.message : String(error);
  const code = systemErrorCode(error);
  const rebuild = "run npm rebuild hnswlib-node (it needs Python and a C++ compiler)";
  if (said.includes("NODE_MODULE_VERSION"))
    return { message: "hnswlib-node was built for another version of Node", hint: rebuild };
  if (said.includes("bindings file")) return { message: "hnswlib-node was not built", hint: rebuild };
  if (code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND")
    return {
      message: "hnswlib-node is not installed",
      hint: "install Footnote again with --include=optional (npm ci --include=optional in a clone)",
    };
  return { message: `hnswlib-node cannot be loaded: ${said.split("\n", 1)[0]}`, hint: rebuild };
}
