/**
 * A process that opens an index in a database and prints what came of it. Bundled and started by `start-builder.ts`.
 * Arguments: corpus, address, `vectors` or `words`, milliseconds to take for each embedding, and the number of the
 * statement before which it kills itself (0: never).
 */
import pg from "pg";
import { openIndex } from "../../../src/index/open-index.ts";
import { HashEmbedder } from "../../doubles/hash-embedder.ts";

const [corpusPath = "", indexPath = "", kind, delay = "0", killBefore = "0"] = process.argv.slice(2);

let statements = 0;
const original: unknown = Reflect.get(pg.Client.prototype, "query");
Reflect.set(pg.Client.prototype, "query", function (this: unknown, ...args: unknown[]): unknown {
  if (++statements === Number(killBefore)) process.kill(process.pid, "SIGKILL");
  if (typeof original !== "function") throw new Error("there is no query");
  return Reflect.apply(original, this, args);
});

let hasWaited = false;
const { index, report } = await openIndex({
  corpusPath,
  indexPath,
  embedder: kind === "vectors" ? new HashEmbedder({ delayMs: Number(delay) }) : null,
  onProgress: ({ phase }) => {
    hasWaited ||= phase === "waiting";
  },
});
await index.close();
process.stdout.write(JSON.stringify({ revision: index.revision, report, hasWaited, statements }));
