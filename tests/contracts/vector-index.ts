/** What every vector index must do, however it searches: measured against comparing with each vector. */
import { beforeAll, describe, expect, it } from "vitest";
import type { VectorIndex, VectorMatch } from "../../src/index/vector-index.ts";
import { rowsInMemory, type VectorRows } from "../../src/index/vectors/vector-rows.ts";
import { seededVectors } from "../doubles/seeded-vectors.ts";

const SIZE = 6_000;
const DIMENSIONS = 24;

/** `recall`: the share of the ten nearest that it finds, on average, at the least. */
export function describeVectorIndex(
  name: string,
  recall: number,
  create: (rows: VectorRows) => Promise<VectorIndex>,
): void {
  describe(`${name}, as a vector index`, () => {
    const vectors = seededVectors(SIZE + 40, DIMENSIONS);
    const stored = vectors.slice(0, SIZE);
    const questions = vectors.slice(SIZE);
    let index: VectorIndex;

    beforeAll(async () => {
      index = await create(rowsOf(stored));
    });

    it("knows its size", () => {
      expect(index.size).toBe(SIZE);
    });

    it("finds what comparing with each finds", async () => {
      let found = 0;
      for (const question of questions) {
        const nearest = new Set(
          compareWithEach(stored, question)
            .slice(0, 10)
            .map(({ label }) => label),
        );
        for (const { label } of await index.search(question, 10)) if (nearest.has(label)) found++;
      }
      expect(found / (10 * questions.length)).toBeGreaterThanOrEqual(recall);
    });

    it("gives cosines, nearest first and equal ones by label", async () => {
      for (const question of questions) {
        const matches = await index.search(question, 25);
        expect(matches).toEqual([...matches].sort(byNearness));
        for (const { label, similarity } of matches)
          expect(similarity).toBeCloseTo(cosine(stored[label] ?? [], question), 5);
      }
    });

    it("finds a stored vector under its label", async () => {
      for (const label of [0, 17, SIZE - 1])
        expect((await index.search(stored[label] ?? [], 1))[0]?.label).toBe(label);
    });

    it("keeps to accepted labels, be they most, few or none", async () => {
      const [question = []] = questions;
      const rules = [(label: number) => label % 10 !== 3, (label: number) => label % 100 === 7, () => false];
      for (const accept of rules) {
        const expected = compareWithEach(stored, question)
          .filter(({ label }) => accept(label))
          .slice(0, 10);
        const matches = await index.search(question, 10, accept);
        expect(matches.map(({ label }) => label)).toEqual(expected.map(({ label }) => label));
      }
    });

    it("gives what there is when more is asked for", async () => {
      const small = await create(rowsOf(stored.slice(0, 3)));
      expect(await small.search(questions[0] ?? [], 10)).toHaveLength(3);
      expect(await small.search(questions[0] ?? [], 0)).toEqual([]);
      expect(await (await create(rowsOf([]))).search(questions[0] ?? [], 10)).toEqual([]);
    });

    it("orders equal vectors by label", async () => {
      const [one = [], other = []] = stored;
      const small = await create(rowsOf([other, one, one, other, one]));
      expect((await small.search(one, 5)).map(({ label }) => label)).toEqual([1, 2, 4, 0, 3]);
    });

    it("gives the same answer each time", async () => {
      const again = await create(rowsOf(stored));
      for (const question of questions)
        expect(await again.search(question, 10)).toEqual(await index.search(question, 10));
    });
  });
}

function rowsOf(vectors: readonly (readonly number[])[]): VectorRows {
  return rowsInMemory(Float32Array.from(vectors.flat()), DIMENSIONS);
}

function compareWithEach(stored: readonly (readonly number[])[], question: readonly number[]): VectorMatch[] {
  return stored.map((vector, label) => ({ label, similarity: cosine(vector, question) })).sort(byNearness);
}

function byNearness(a: VectorMatch, b: VectorMatch): number {
  return b.similarity - a.similarity || a.label - b.label;
}

function cosine(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, place) => sum + value * (b[place] ?? 0), 0);
}
