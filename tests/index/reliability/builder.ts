/**
 * A process that opens an index and prints what came of it. Bundled and started by `start-builder.ts`.
 * Arguments: corpus, index folder, milliseconds to take for each embedding, and the number of the change to the
 * file system before which it kills itself (0: never). With a fifth argument it gives up its rights first.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { openIndex } from "../../../src/index/open-index.ts";
import { HashEmbedder } from "../../doubles/hash-embedder.ts";

const [corpusPath = "", indexPath = "", delay = "0", killBefore = "0", user] = process.argv.slice(2);
if (user !== undefined) process.setuid?.(Number(user));

let changes = 0;
await countChanges();

let hasWaited = false;
const embedder = new HashEmbedder({ delayMs: Number(delay) });
const { index, report } = await openIndex({
  corpusPath,
  indexPath,
  embedder,
  onProgress: ({ phase }) => {
    hasWaited ||= phase === "waiting";
  },
});
await index.close();
const { revision, hasVectors } = index;
process.stdout.write(JSON.stringify({ revision, hasVectors, report, hasWaited, changes }));

/** Counts calls that change the file system, and ends the process before the chosen one. */
async function countChanges(): Promise<void> {
  const handle = await fs.promises.open(process.execPath);
  const handles = Object.getPrototypeOf(handle);
  await handle.close();
  for (const name of ["mkdir", "rename", "rm", "open"] as const) intercept(fs.promises, name);
  for (const name of ["write", "writeFile", "sync"] as const) intercept(handles, name);
  syncBuiltinESMExports();
}

function intercept(owner: object, name: string): void {
  const original: unknown = Reflect.get(owner, name);
  if (typeof original !== "function") throw new Error(`there is no ${name}`);
  Reflect.set(owner, name, function (this: unknown, ...args: unknown[]): unknown {
    if (++changes === Number(killBefore)) process.kill(process.pid, "SIGKILL");
    return Reflect.apply(original, this, args);
  });
}
