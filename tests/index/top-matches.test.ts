import fc from "fast-check";
import { expect, it } from "vitest";
import { TopMatches } from "../../src/index/top-matches.ts";

it("keeps what sorting everything would put first", () => {
  const scores = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 80 });
  fc.assert(
    fc.property(scores, fc.integer({ min: 0, max: 20 }), fc.integer(), (drawn, k, seed) => {
      const all = drawn.map((score, label) => ({ label, score }));
      const top = new TopMatches(k);
      for (const { label, score } of shuffle(all, seed)) top.add(label, score);
      expect(top.sorted()).toEqual(all.sort((a, b) => b.score - a.score || a.label - b.label).slice(0, k));
    }),
    { seed: 5, numRuns: 300 },
  );
});

function shuffle<Item>(items: readonly Item[], seed: number): Item[] {
  const keyed = items.map((item, place) => ({ item, key: Math.imul(place + 1, seed | 1) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
