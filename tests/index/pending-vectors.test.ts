import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { completeVectors } from "../../src/index/complete-vectors.ts";
import type { CorpusIndex } from "../../src/index/corpus-index.ts";
import { openIndex } from "../../src/index/open-index.ts";
import type { OpenIndexOptions } from "../../src/index/open-options.ts";
import { corpusFolder } from "../../src/index/store/index-folder.ts";
import { HashEmbedder } from "../doubles/hash-embedder.ts";

const FILES = 12;
const SENTENCES = 40;

let folder: string;
let embedder: HashEmbedder;
let options: OpenIndexOptions;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "footnote-pending-"));
  embedder = new HashEmbedder();
  const [corpusPath, indexPath] = [join(folder, "corpus"), join(folder, "index")];
  options = { corpusPath, indexPath, embedder, mostEmbedded: 10, leastPassages: 1 };
  await mkdir(corpusPath);
  for (let file = 0; file < FILES; file++) await writeText(`${file}.md`, someText(`file ${file}`));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe("an index of more sentences than are embedded at once", () => {
  it("answers from words, and says what it lacks", async () => {
    const { index, report } = await openIndex(options);
    expect(index.hasVectors).toBe(false);
    expect(await index.searchFullText(["river"], 3)).toHaveLength(3);
    expect(await index.termsLike?.(await embedder.embedQuery("river"), 1)).toMatchObject([{ term: "river" }]);
    expect(report).toMatchObject({ embedded: 0, pendingVectors: FILES * SENTENCES });
    expect(report.notes).toEqual([expect.stringContaining("footnote index")]);
    expect(sentencesEmbedded()).toEqual([]);
    await index.close();
  });

  it("has all its vectors once they are completed, as if they had been made at once", async () => {
    await openAndClose();
    const seen: number[] = [];
    const onProgress: OpenIndexOptions["onProgress"] = ({ phase, done, total }) => {
      if (phase === "embedding") seen.push(done / total);
    };
    expect(await completeVectors({ ...options, onProgress })).toBe(true);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
    const { index, report } = await openIndex(options);
    expect(report).toMatchObject({ pendingVectors: 0, notes: [], embedded: 0, rebuilt: null });
    const whole = await openIndex({ ...options, indexPath: join(folder, "whole"), mostEmbedded: 1e9 });
    expect(index.revision).toBe(whole.index.revision);
    expect(await nearest(index)).toEqual(await nearest(whole.index));
    expect(await index.sentenceVectors(5)).toEqual(await whole.index.sentenceVectors(5));
    expect(await completeVectors(options)).toBe(false);
    await index.close();
    await whole.index.close();
  });

  it("takes up the work where it was stopped", async () => {
    await openAndClose();
    const abort = new AbortController();
    const stopped = completeVectors({
      ...options,
      signal: abort.signal,
      onProgress: ({ done }) => {
        if (done > (FILES * SENTENCES) / 2) abort.abort(new Error("enough"));
      },
    });
    await expect(stopped).rejects.toThrow("enough");
    const before = sentencesEmbedded().length;
    expect(await completeVectors(options)).toBe(true);
    expect(before).toBeGreaterThan(0);
    expect(sentencesEmbedded()).toHaveLength(FILES * SENTENCES);
    expect(new Set(sentencesEmbedded()).size).toBe(FILES * SENTENCES);
  });

  it("learns what was changed while it learned", async () => {
    await openAndClose();
    let isChanged = false;
    const completing = completeVectors({
      ...options,
      onProgress: () => {
        if (isChanged) return;
        isChanged = true;
        changing = writeText("3.md", someText("another text")).then(openAndClose);
      },
    });
    let changing = Promise.resolve();
    expect(await completing).toBe(true);
    await changing;
    while (await completeVectors(options));
    const { index, report } = await openIndex(options);
    expect(report).toMatchObject({ pendingVectors: 0, changed: [] });
    expect(index.hasVectors).toBe(true);
    const [found] = await index.searchVectors(await embedder.embedQuery(sentence("another text", 3)), 1);
    expect((await index.passage(found?.key ?? -1)).source.id).toBe("3");
    const names = await readdir(await corpusFolder(options.indexPath, options.corpusPath));
    expect(names.filter((name) => name.startsWith("g-")).length).toBeLessThan(6);
    await index.close();
  });

  it("is none the worse for an embedder that fails", async () => {
    await openAndClose();
    class BrokenEmbedder extends HashEmbedder {
      override embedDocuments(): Promise<number[][]> {
        return Promise.reject(new Error("out of order"));
      }
    }
    await expect(completeVectors({ ...options, embedder: new BrokenEmbedder() })).rejects.toThrow(
      "out of order",
    );
    expect(await completeVectors(options)).toBe(true);
  });
});

describe("an index of very many vectors", () => {
  it("keeps them in bytes, and finds what comparing with each finds", async () => {
    const all = { ...options, mostEmbedded: 1e9 };
    const inBytes = await openIndex({ ...all, mostInGraph: 20 });
    const asTheyAre = await openIndex({ ...all, indexPath: join(folder, "whole") });
    const found = await nearest(inBytes.index);
    const exact = await nearest(asTheyAre.index);
    for (const [place, { similarity }] of exact.entries())
      expect(found[place]?.similarity).toBeCloseTo(similarity, 1.5);
    expect(found.slice(0, 1).map(({ key }) => key)).toEqual(exact.slice(0, 1).map(({ key }) => key));
    for (const [at, vector] of (await inBytes.index.sentenceVectors(7)).entries())
      for (const [place, value] of vector.entries())
        expect(value).toBeCloseTo((await asTheyAre.index.sentenceVectors(7))[at]?.[place] ?? 0, 1.5);
    const within = await inBytes.index.searchVectors(await embedder.embedQuery("river"), 99, ["4"]);
    expect(within).toHaveLength(SENTENCES);
    await inBytes.index.close();
    await asTheyAre.index.close();
  });
});

async function openAndClose(): Promise<void> {
  await (await openIndex(options)).index.close();
}

async function nearest(index: CorpusIndex) {
  return index.searchVectors(await embedder.embedQuery(sentence("file 5", 7)), 20);
}

function sentencesEmbedded(): string[] {
  return embedder.embedded.filter((text) => text.includes(" "));
}

function sentence(name: string, number: number): string {
  return `The river in ${name} has ${number} boats.`;
}

function someText(name: string): string {
  return Array.from({ length: SENTENCES }, (_, number) => sentence(name, number)).join(" ");
}

async function writeText(file: string, text: string): Promise<void> {
  await writeFile(join(options.corpusPath, file), text);
}
