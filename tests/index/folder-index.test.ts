import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { openIndex } from "../../src/index/open-index.ts";
import { describeCorpusIndex } from "../contracts/corpus-index.ts";

const folder = await mkdtemp(join(tmpdir(), "footnote-folder-index-"));

afterAll(() => rm(folder, { recursive: true, force: true }));

describeCorpusIndex("FolderIndex", async (corpusPath, embedder) => {
  const { index } = await openIndex({ corpusPath, indexPath: join(folder, "index"), embedder });
  return index;
});

describeCorpusIndex("FolderIndex, opened when it was there", async (corpusPath, embedder) => {
  const options = { corpusPath, indexPath: join(folder, "index"), embedder };
  const first = await openIndex(options);
  await first.index.close();
  const { index } = await openIndex(options);
  return index;
});
