/**
 * A stand-in in a process of its own. Takes settings as JSON in its first argument, says hello with its address, and
 * then answers calls: over IPC when it was forked, else as lines of JSON on stdin and stdout. Ends with its parent.
 */
import { createInterface } from "node:readline";
import { isObject, parseJson } from "./json.ts";
import { findMethod, isRemoteCall, type RemoteAnswer } from "./remote-protocol.ts";
import type { StandInSettings } from "./settings.ts";
import { startStandIn } from "./start-stand-in.ts";

const settings = parseJson(process.argv[2] ?? "{}");
const standIn = await startStandIn(isObject(settings) ? pickSettings(settings) : {});
const isForked = process.send !== undefined;
const tell = (message: object): void => {
  if (isForked) process.send?.(message);
  else process.stdout.write(`${JSON.stringify(message)}\n`);
};

async function answer(value: unknown): Promise<void> {
  if (!isRemoteCall(value)) return;
  const { id, path, args } = value;
  const method = findMethod(standIn, path);
  let reply: RemoteAnswer;
  try {
    if (method === null) throw new Error(`There is no method ${path}.`);
    // JSON knows no undefined: what was left out between two arguments arrives as null.
    reply = { id, ok: true, value: await method(...args.map((one) => one ?? undefined)) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    reply = { id, ok: false, name, message };
  }
  tell(reply);
  if (path === "close") process.exit(0);
}

if (isForked) {
  process.on("message", (value) => void answer(value));
  process.on("disconnect", () => process.exit(0));
} else {
  const lines = createInterface({ input: process.stdin });
  lines.on("line", (line) => void answer(parseJson(line)));
  lines.on("close", () => process.exit(0));
}
const { url, token, guildId, botId, hasOracle } = standIn;
tell({ hello: { url, token, guildId, botId, hasOracle } });

/** Settings come from whoever starts this process; their types are that side's business. */
function pickSettings(given: object): Partial<StandInSettings> {
  return given;
}
