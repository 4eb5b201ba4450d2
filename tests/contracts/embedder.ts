/** What every embedder must do, whatever stands behind it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Embedder } from "../../src/embedders/embedder.ts";

/** Embedders round; vectors of one text made in different company may differ by this much. */
const TOLERANCE = 1e-4;
const LONG = "The river freezes in winter and floods in spring. ".repeat(30_000);

export function describeEmbedder(name: string, create: () => Promise<Embedder>): void {
  describe(`${name}, as an embedder`, () => {
    let embedder: Embedder;

    beforeAll(async () => {
      embedder = await create();
      embedder.warmUp();
    });

    afterAll(() => embedder.close());

    it("says what it is", () => {
      expect(embedder.id).toMatch(/\S/);
      expect(embedder.dimensions).toBeGreaterThan(0);
    });

    it("gives vectors of its length, of unit length", async () => {
      const vectors = [
        await embedder.embedQuery("one"),
        ...(await embedder.embedDocuments(["two", "3", "…"])),
      ];
      for (const vector of vectors) {
        expect(vector).toHaveLength(embedder.dimensions);
        expect(Math.hypot(...vector)).toBeCloseTo(1, 6);
      }
    });

    it("gives them in the order of the texts, however many and however long", async () => {
      const texts = Array.from(
        { length: 40 },
        (_, place) => `Number ${place} ${"and more ".repeat((place * 7) % 11)}`,
      );
      const together = await embedder.embedDocuments(texts);
      expect(together).toHaveLength(texts.length);
      for (const place of [0, 9, 39])
        expect(cosine(together[place], await embedder.embedQuery(texts[place] ?? ""))).toBeGreaterThan(
          1 - TOLERANCE,
        );
    });

    it("gives the same vector for the same text", async () => {
      expect(await embedder.embedQuery("Boats stay ashore.")).toEqual(
        await embedder.embedQuery("Boats stay ashore."),
      );
    });

    it("puts texts about the same nearer than others", async () => {
      const [question, answer, other] = await embedder.embedDocuments([
        "When does the river freeze?",
        "The river does freeze in winter.",
        "Our cook bakes bread on Mondays.",
      ]);
      expect(cosine(question, answer)).toBeGreaterThan(cosine(question, other));
    });

    it("takes any text", async () => {
      const texts = ["", " ", "\n\n", "\ud800", "🦔🦔🦔", "河川", "\u0000", LONG];
      for (const vector of await embedder.embedDocuments(texts)) {
        expect(vector).toHaveLength(embedder.dimensions);
        expect(Math.hypot(...vector)).toBeCloseTo(1, 6);
      }
    });

    it("takes no text at all", async () => {
      expect(await embedder.embedDocuments([])).toEqual([]);
    });

    it("answers calls that overlap", async () => {
      const texts = ["winter", "spring", "summer", "autumn"];
      const alone = await embedder.embedDocuments(texts);
      const overlapping = await Promise.all(texts.map((text) => embedder.embedQuery(text)));
      for (const [place, vector] of overlapping.entries())
        expect(cosine(vector, alone[place])).toBeGreaterThan(1 - TOLERANCE);
    });
  });
}

function cosine(a: readonly number[] = [], b: readonly number[] = []): number {
  return a.reduce((sum, value, place) => sum + value * (b[place] ?? 0), 0);
}
