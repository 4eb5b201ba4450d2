import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findNearTerms } from "../../../src/index/full-text/near-terms.ts";
import { decodeStrings, encodeStrings } from "../../../src/index/full-text/string-list.ts";
import { seededNumbers } from "../../doubles/seeded-vectors.ts";

describe("terms near another", () => {
  it("are those that one letter makes of it: another, one more, one less, two swapped", () => {
    const vocabulary = ["arax", "aras", "ara", "arras", "asra", "aars", "iras", "area", "arasses"];
    expect(find(vocabulary, "aras")).toEqual({ aars: 1, ara: 1, aras: 0, arax: 1, arras: 1, iras: 1 });
  });

  it("may differ in two letters when the term is long", () => {
    const vocabulary = ["nakhchivan", "nakhichevan", "nakhijevan", "nachtzug"];
    expect(find(vocabulary, "nakhchevan")).toEqual({ nakhchivan: 1, nakhichevan: 1, nakhijevan: 2 });
  });

  it("are also those that share its first five letters", () => {
    expect(find(["invad", "invas", "invent"], "invaders")).toEqual({ invad: null });
    expect(find(["inva", "invasion"], "inva")).toEqual({ inva: 0 });
  });

  it("are none for a term of one or two letters", () => {
    expect(find(["a", "ab", "abc"], "ab")).toEqual({});
  });

  it("are what comparing with every term finds", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", "ß", "𝒳"), maxLength: 11 });
    const drawn = fc.tuple(fc.uniqueArray(letters, { minLength: 20, maxLength: 80, size: "max" }), letters);
    fc.assert(
      fc.property(drawn, ([vocabulary, term]) => {
        const reach = term.length >= 8 ? 2 : 1;
        const expected = vocabulary.filter((other) => term.length >= 3 && editDistance(other, term) <= reach);
        const found = Object.entries(find(vocabulary, term)).filter(([, distance]) => distance !== null);
        expect(found).toEqual(expected.sort().map((other) => [other, editDistance(other, term)]));
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  it("are found in a large vocabulary with a bounded number of looks", () => {
    const next = seededNumbers(3);
    const letter = (): string => "abcdefghijklmnopqrstuvwxyz"[Math.floor(next() * 26)] ?? "";
    const words = Array.from({ length: 200_000 }, () => Array.from({ length: 9 }, letter).join(""));
    const vocabulary = [...new Set([...words, "nakhichevan"])].sort();
    let looks = 0;
    const list = {
      length: vocabulary.length,
      at: (place: number): string => {
        looks++;
        return vocabulary[place] ?? "";
      },
    };
    expect(findNearTerms(list, "nakhchevan")).toContainEqual({ term: "nakhichevan", distance: 1 });
    expect(looks).toBeLessThan(200_000);
  });
});

function find(vocabulary: readonly string[], term: string): Record<string, number | null> {
  const list = decodeStrings(encodeStrings([...vocabulary].sort()));
  return Object.fromEntries(findNearTerms(list, term).map((near) => [near.term, near.distance]));
}

/** The textbook table, in UTF-16 code units; a swap of neighbours counts one. */
function editDistance(a: string, b: string): number {
  const table: number[][] = [];
  const cell = (i: number, j: number): number => table[i]?.[j] ?? 0;
  for (let i = 0; i <= a.length; i++) {
    const row: number[] = [];
    table.push(row);
    for (let j = 0; j <= b.length; j++) {
      if (i === 0 || j === 0) {
        row.push(i + j);
        continue;
      }
      const change = cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = isSwap ? cell(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(change, cell(i - 1, j) + 1, cell(i, j - 1) + 1, swap));
    }
  }
  return cell(a.length, b.length);
}
