import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hidePassages } from "../../src/eval/hide-passages.ts";
import { divideSource } from "../../src/passages/divide-source.ts";
import { tokenize } from "../../src/text/tokens.ts";
import { makeSource } from "../doubles/make-source.ts";
import { MemoryCorpusIndex } from "../doubles/memory-corpus-index.ts";

const WORDS = ["tower", "bell", "step", "river", "bridge", "stone", "market", "gate", "lamp", "rope"];
/** Two coordinates are enough to have neighbours. */
const vectorOf = (text: string) => {
  const angle = text.length;
  return Float32Array.from([Math.cos(angle), Math.sin(angle)]);
};

function indexOf(paragraphs: readonly string[]): MemoryCorpusIndex {
  const source = makeSource(paragraphs.map((text) => `## About ${text}\n\n${text}.`).join("\n\n"));
  const { passages } = divideSource(source);
  const vectors = passages.map(({ sentences }) =>
    sentences.map(({ range }) => vectorOf(source.text.slice(range.start, range.end))),
  );
  return new MemoryCorpusIndex([{ source, passages, vectors }], () =>
    WORDS.map((word) => ({ term: tokenize(word)[0]?.term ?? word, similarity: 0.5 })),
  );
}

const someParagraphs = fc.array(
  fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 30 }).map((words) => words.join(" ")),
  { minLength: 1, maxLength: 8 },
);

describe("an index with hidden passages", () => {
  it("counts words as an index that never had them, and finds none of them", async () => {
    await fc.assert(
      fc.asyncProperty(someParagraphs, fc.array(fc.nat(20), { maxLength: 4 }), async (paragraphs, picks) => {
        const index = indexOf(paragraphs);
        const all = await index.passagesOf("notes");
        const hidden = new Set(picks.map((pick) => pick % all.length));
        const view = await hidePassages(index, hidden);
        const left = all.filter(({ key }) => !hidden.has(key));
        const rest = new MemoryCorpusIndex([
          { source: index.sources[0] ?? makeSource(""), passages: left.map(({ passage }) => passage) },
        ]);
        const terms = WORDS.flatMap((word) => tokenize(word).map(({ term }) => term));
        expect(await view.termFrequencies(terms)).toEqual(await rest.termFrequencies(terms));
        expect(view.statistics.passages).toBe(left.length);
        expect(view.statistics.sentences).toBe(rest.statistics.sentences);
        const found = [
          ...(await view.searchFullText(terms, 5)),
          ...(await view.searchVectors([1, 0], 5)),
        ].map(({ key }) => key);
        expect(found.filter((key) => hidden.has(key))).toEqual([]);
        expect((await view.searchFullText(terms, 5)).length).toBe(
          (await rest.searchFullText(terms, 5)).length,
        );
        expect((await view.searchVectors([1, 0], 3)).length).toBe(Math.min(3, rest.statistics.sentences));
        expect((await view.passagesOf("notes")).map(({ key }) => key)).toEqual(left.map(({ key }) => key));
        const known = new Set((await rest.termsNear("bridge")).map(({ term }) => term));
        expect(new Set((await view.termsNear("bridge")).map(({ term }) => term))).toEqual(known);
        const like = (await view.termsLike?.([1, 0], 10)) ?? [];
        const counted = await rest.termFrequencies(terms);
        expect(like.map(({ term }) => term)).toEqual(
          terms.filter((term) => (counted.get(term)?.passages ?? 0) > 0),
        );
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  it("has no passage where one is hidden, and leaves the index as it is", async () => {
    const index = indexOf(["tower bell", "river bridge ".repeat(60)]);
    const view = await hidePassages(index, new Set([0]));
    await expect(view.passage(0)).rejects.toThrow(RangeError);
    await expect(view.sentenceVectors(0)).rejects.toThrow(RangeError);
    expect((await index.passage(0)).key).toBe(0);
    expect(view.revision).not.toBe(index.revision);
  });
});
