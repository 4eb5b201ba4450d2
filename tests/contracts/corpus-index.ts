/** What every index of a corpus must do, wherever it is kept: measured against its own passages, word by word. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCorpus } from "../../src/corpus/read-corpus.ts";
import type { Embedder } from "../../src/embedders/embedder.ts";
import type { CorpusIndex, IndexedPassage } from "../../src/index/corpus-index.ts";
import { divideSource } from "../../src/passages/divide-source.ts";
import { tokenize } from "../../src/text/tokens.ts";
import { HashEmbedder } from "../doubles/hash-embedder.ts";

const FILES: Readonly<Record<string, string>> = {
  "empires/aras.md": `---
title: The Aras
author: A. Reader
date: 2026-03-05
url: https://example.org/aras
---
# The river

The Aras is a border. The Aras was a border in 1828 and is one today.

## Facts

- Length: 1,072 km
- Mouth: the Kura

| Year | Floods |
| --- | --- |
| 1896 | 3 |
`,
  "aras.txt":
    "\ufeffA second text of the same name.\r\nIt has Windows line ends.\r\n\r\nAnd “quotes” — 🦔.\r\n",
  "bakı.md": "Bakı şəhəri. 東京は大きい。 Ελλάδα!\n\nThe border, the border, the border.\n",
  "refrain.md": "We sail at dawn.\n\nWe sail at dawn.\n\nWe sail at dawn.\n",
};
const QUESTIONS = [
  ["border"],
  ["the", "border", "aras"],
  ["length", "border"],
  ["sail", "dawn"],
  ["nowhere"],
  [],
];

/** `open` makes an index of the corpus at a path, with vectors where an embedder is given. */
export function describeCorpusIndex(
  name: string,
  open: (corpusPath: string, embedder: Embedder | null) => Promise<CorpusIndex>,
): void {
  describe(`${name}, as an index of a corpus`, () => {
    const embedder = new HashEmbedder();
    let folder: string;
    let index: CorpusIndex;
    let passages: readonly IndexedPassage[];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "footnote-contract-"));
      for (const [file, text] of Object.entries(FILES)) {
        await mkdir(dirname(join(folder, file)), { recursive: true });
        await writeFile(join(folder, file), text);
      }
      index = await open(folder, embedder);
      passages = (await Promise.all(index.sources.map(({ id }) => index.passagesOf(id)))).flat();
    });

    afterAll(async () => {
      await index.close();
      await rm(folder, { recursive: true, force: true });
    });

    it("holds the sources as they were read", async () => {
      const { sources } = await readCorpus(folder);
      await index.loadTexts?.();
      expect(index.sources.map((source) => ({ ...source }))).toEqual(sources);
    });

    it("holds the passages as they were divided, under keys in corpus order", async () => {
      expect(passages.map(({ key }) => key)).toEqual(passages.map((_, place) => place));
      for (const source of index.sources) {
        const own = await index.passagesOf(source.id);
        expect(own.map(({ passage }) => passage)).toEqual(divideSource(source).passages);
        expect(own.every((passage) => passage.source.id === source.id)).toBe(true);
      }
    });

    it("gives each passage by its key", async () => {
      for (const passage of passages) expect(await index.passage(passage.key)).toEqual(passage);
    });

    it("rejects keys and ids it does not have", async () => {
      await expect(index.passage(passages.length)).rejects.toThrow();
      await expect(index.passage(-1)).rejects.toThrow();
      await expect(index.passage(0.5)).rejects.toThrow();
      await expect(index.passagesOf("nobody")).rejects.toThrow();
      await expect(index.countsOf("nobody")).rejects.toThrow();
    });

    it("counts passages, sentences and words", async () => {
      const sentences = passages.flatMap(sentencesOf);
      const words = sentences.flatMap((text) => tokenize(text)).length;
      expect(index.statistics.passages).toBe(passages.length);
      expect(index.statistics.sentences).toBe(sentences.length);
      expect(index.statistics.averageSentenceLength).toBeCloseTo(words / sentences.length, 9);
      expect(index.statistics.averagePassageLength).toBeCloseTo(
        mean(passages.map((one) => termsOf(one).length)),
        9,
      );
      for (const source of index.sources) {
        const own = (await index.passagesOf(source.id)).flatMap(sentencesOf);
        expect(await index.countsOf(source.id)).toEqual({
          paragraphs: divideSource(source).paragraphs.length,
          sentences: own.length,
          words: own.flatMap((text) => tokenize(text)).length,
        });
      }
    });

    it("says in how many passages and sentences a term stands", async () => {
      const terms = [...new Set(passages.flatMap(termsOf)), "nowhere", ""];
      const frequencies = await index.termFrequencies(terms);
      for (const term of terms) {
        const holding = passages.filter((passage) => termsOf(passage).includes(term)).length;
        const sentences = passages.flatMap(sentencesOf).filter((text) => hasTerm(text, term)).length;
        expect([term, frequencies.get(term)]).toEqual([term, { passages: holding, sentences }]);
      }
    });

    it("finds the passages of highest BM25, equal ones in corpus order", async () => {
      for (const terms of QUESTIONS)
        for (const k of [1, 3, 100]) {
          const expected = scoreEach(passages, terms).slice(0, k);
          const matches = await index.searchFullText(terms, k);
          expect(matches.map(({ key }) => key)).toEqual(expected.map(({ key }) => key));
          for (const [place, { score }] of matches.entries())
            expect(score).toBeCloseTo(expected[place]?.score ?? 0, 9);
        }
    });

    it("counts a term once, however often it is asked for", async () => {
      expect(await index.searchFullText(["border", "border"], 9)).toEqual(
        await index.searchFullText(["border"], 9),
      );
    });

    it("finds a list item by the heading it stands under", async () => {
      const [best] = await index.searchFullText(
        tokenize("facts length").map(({ term }) => term),
        1,
      );
      const found = await index.passage(best?.key ?? -1);
      expect(sentencesOf(found).join("\n")).toContain("Length: 1,072 km");
    });

    it("finds nothing but the sources asked for", async () => {
      const [first, second] = index.sources.map(({ id }) => id);
      for (const ids of [[first ?? ""], [first ?? "", second ?? ""], ["nobody"], []]) {
        const all = await index.searchFullText(["border", "a"], 100);
        const sourceOf = (key: number): string => passages[key]?.source.id ?? "";
        const expected = all.filter(({ key }) => ids.includes(sourceOf(key)));
        expect(await index.searchFullText(["border", "a"], 100, ids)).toEqual(expected);
        const matches = await index.searchVectors(await embedder.embedQuery("the border"), 100, ids);
        const own = passages.filter(({ source }) => ids.includes(source.id));
        expect(matches).toHaveLength(own.flatMap(sentencesOf).length);
        expect(matches.every(({ key }) => ids.includes(sourceOf(key)))).toBe(true);
      }
    });

    it("gives the vector of each sentence", async () => {
      expect(index.hasVectors).toBe(true);
      for (const passage of passages) {
        const vectors = await index.sentenceVectors(passage.key);
        const expected = await embedder.embedDocuments(sentencesOf(passage));
        expect(vectors.map((vector) => Array.from(vector))).toEqual(
          expected.map((vector) => Array.from(Float32Array.from(vector))),
        );
      }
    });

    it("finds the sentences nearest to a vector", async () => {
      const vector = await embedder.embedQuery("We sail at dawn.");
      const matches = await index.searchVectors(vector, 5);
      const texts = matches.map(({ key, sentence }) => {
        const passage = passages[key];
        return passage === undefined ? "" : sentencesOf(passage)[sentence];
      });
      expect(texts.slice(0, 3)).toEqual(["We sail at dawn.", "We sail at dawn.", "We sail at dawn."]);
      expect(matches.map(({ similarity }) => similarity)).toEqual(
        matches.map(({ similarity }) => similarity).sort((a, b) => b - a),
      );
      expect(matches[0]?.similarity).toBeCloseTo(1, 6);
    });

    it("finds terms that are spelt or begin alike", async () => {
      const near = await index.termsNear("bordr");
      const frequency = (await index.termFrequencies(["border"])).get("border");
      expect(near[0]).toEqual({ term: "border", distance: 1, ...frequency });
      expect(
        (await index.termsNear("windowsill")).map(({ term, distance }) => [term, distance]),
      ).toContainEqual([tokenize("windows")[0]?.term, null]);
      expect(await index.termsNear("")).toEqual([]);
    });

    it("finds the words nearest in meaning to a vector, nearest first", async () => {
      const [word = [], other = []] = await embedder.embedDocuments(["border", "winds"]);
      const near = (await index.termsLike?.(word, 5)) ?? [];
      expect(near[0]?.term).toBe("border");
      expect(near[0]?.similarity).toBeCloseTo(1, 2);
      expect(near).toHaveLength(5);
      expect(near).toEqual([...near].sort((a, b) => b.similarity - a.similarity));
      const all = (await index.termsLike?.(other, 1_000)) ?? [];
      const terms = new Set(passages.flatMap(termsOf));
      expect(all.filter(({ term }) => !terms.has(term))).toEqual([]);
      expect(new Set(all.map(({ term }) => term)).size).toBe(all.length);
      expect(all.map(({ term }) => term)).toEqual(expect.arrayContaining(["border", "東京", "kura"]));
      for (const empty of ["the", "1896"]) expect(all.map(({ term }) => term)).not.toContain(empty);
    });

    it("gives the vectors of its words very nearly as they were made", async () => {
      const vectors = (await index.termVectors?.(["border", "the", "nowhere"])) ?? new Map();
      expect([...vectors.keys()]).toEqual(index.termVectors === undefined ? [] : ["border"]);
      const made = await embedder.embedQuery("border");
      for (const vector of vectors.values())
        for (const [at, value] of made.entries()) expect(vector[at]).toBeCloseTo(value, 1);
    });

    it("has the same revision when made again from the same files, and another one from others", async () => {
      const again = await open(folder, embedder);
      expect(again.revision).toBe(index.revision);
      await again.close();
      await writeFile(join(folder, "refrain.md"), "We sail at noon.\n");
      const changed = await open(folder, embedder);
      expect(changed.revision).not.toBe(index.revision);
      await changed.close();
      await writeFile(join(folder, "refrain.md"), FILES["refrain.md"] ?? "");
    });

    it("does without vectors", async () => {
      const plain = await open(folder, null);
      expect(plain.hasVectors).toBe(false);
      expect(await plain.searchVectors([1], 3)).toEqual([]);
      expect(await plain.sentenceVectors(0)).toEqual([]);
      expect((await plain.termsLike?.([1], 3)) ?? []).toEqual([]);
      expect(await plain.searchFullText(["border"], 3)).toEqual(await index.searchFullText(["border"], 3));
      await plain.close();
    });
  });
}

function sentencesOf({ source, passage }: IndexedPassage): string[] {
  return passage.sentences.map(({ range }) => source.text.slice(range.start, range.end));
}

/** Terms of the passage's sentences and of its context. */
function termsOf(passage: IndexedPassage): string[] {
  const context = passage.passage.context.map(({ start, end }) => passage.source.text.slice(start, end));
  return [...sentencesOf(passage), ...context].flatMap((text) => tokenize(text).map(({ term }) => term));
}

function hasTerm(text: string, term: string): boolean {
  return tokenize(text).some((token) => token.term === term);
}

function scoreEach(passages: readonly IndexedPassage[], terms: readonly string[]) {
  const lists = passages.map(termsOf);
  const average = mean(lists.map((list) => list.length));
  return lists
    .map((list, key) => {
      let score = 0;
      for (const term of terms) {
        const count = list.filter((own) => own === term).length;
        const holding = lists.filter((other) => other.includes(term)).length;
        const idf = Math.log(1 + (lists.length - holding + 0.5) / (holding + 0.5));
        score += (idf * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * list.length) / average));
      }
      return { key, score };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.key - b.key);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
