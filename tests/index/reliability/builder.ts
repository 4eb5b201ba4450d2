/**
 * A process that opens an index and prints what came of it. Bundled and started by `start-builder.ts`.
 * Arguments: corpus, index folder, milliseconds to take for each embedding, the number of the change to the file
 * system before which it kills itself (0: never), the user it becomes first (empty: stays), and what it does: `open`;
 * `watch`, which changes a file of the corpus and takes the change in, several times; or `complete`, which first makes
 * the index without vectors. From the change of the last argument on (0: never) the disk is full.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { completeVectors } from "../../../src/index/complete-vectors.ts";
import { openIndex } from "../../../src/index/open-index.ts";
import type { RefreshProgress } from "../../../src/index/refresh-progress.ts";
import { HashEmbedder } from "../../doubles/hash-embedder.ts";

const [
  corpusPath = "",
  indexPath = "",
  delay = "0",
  killBefore = "0",
  user = "",
  task = "open",
  fullFrom = "0",
] = process.argv.slice(2);
if (user !== "") process.setuid?.(Number(user));

const ROUNDS = 3;
const REMOVING = ["rename", "rm", "rmdir"];
let changes = 0;
await countChanges();

let hasWaited = false;
const embedder = new HashEmbedder({ delayMs: Number(delay) });
const options = {
  corpusPath,
  indexPath,
  embedder,
  leastPassages: 1,
  ...(task === "complete" && { mostEmbedded: 1 }),
  onProgress: ({ phase }: RefreshProgress): void => {
    hasWaited ||= phase === "waiting";
  },
};
if (task === "watch")
  for (let round = 0; round < ROUNDS; round++) {
    fs.writeFileSync(`${corpusPath}/watched.md`, `The watched file has round ${round}. The rest stays.\n`);
    await (await openIndex(options)).index.close();
  }
if (task === "complete") {
  await (await openIndex(options)).index.close();
  await completeVectors(options);
}
const { index, report } = await openIndex(options);
await index.close();
const { revision, hasVectors } = index;
process.stdout.write(JSON.stringify({ revision, hasVectors, report, hasWaited, changes }));

/** Counts calls that change the file system, and ends the process before the chosen one. */
async function countChanges(): Promise<void> {
  const handle = await fs.promises.open(process.execPath);
  const handles = Object.getPrototypeOf(handle);
  await handle.close();
  for (const name of ["mkdir", "rename", "rm", "open", "rmdir"] as const) intercept(fs.promises, name);
  for (const name of ["write", "writeFile", "sync"] as const) intercept(handles, name);
  syncBuiltinESMExports();
}

function intercept(owner: object, name: string): void {
  const original: unknown = Reflect.get(owner, name);
  if (typeof original !== "function") throw new Error(`there is no ${name}`);
  Reflect.set(owner, name, function (this: unknown, ...args: unknown[]): unknown {
    if (++changes === Number(killBefore)) process.kill(process.pid, "SIGKILL");
    const needsRoom = name === "open" ? ["wx", "a+"].includes(String(args[1])) : !REMOVING.includes(name);
    if (needsRoom && Number(fullFrom) > 0 && changes >= Number(fullFrom))
      return Promise.reject(Object.assign(new Error("no space left on device"), { code: "ENOSPC" }));
    return Reflect.apply(original, this, args);
  });
}
