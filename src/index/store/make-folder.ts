/**
 * Makes a folder and those above it, one by one: asked to make all at once, Node never returns on file systems that
 * say of every new folder that its parent is missing, as /proc does.
 */
import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { systemErrorCode } from "../../errors.ts";

/** Rejects with a system error; ENOTDIR where a file is in the way. */
export async function makeFolder(path: string): Promise<void> {
  const missing: string[] = [];
  for (let folder = path; !(await isFolder(folder)); folder = dirname(folder)) missing.push(folder);
  for (const folder of missing.reverse())
    await mkdir(folder).catch(async (error: unknown) => {
      // Somebody else may have made it meanwhile.
      if (systemErrorCode(error) !== "EEXIST" || !(await isFolder(folder))) throw error;
    });
}

/** False when nothing is there; rejects when something else is. */
async function isFolder(path: string): Promise<boolean> {
  try {
    if ((await stat(path)).isDirectory()) return true;
  } catch (error) {
    if (systemErrorCode(error) === "ENOENT" && dirname(path) !== path) return false;
    throw error;
  }
  throw Object.assign(new Error(`${path} is no folder`), { code: "ENOTDIR", path });
}
