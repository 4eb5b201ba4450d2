import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CASE_MAKERS } from "../../bench/quotes/case-makers.ts";
import { measureQuotes } from "../../bench/quotes/measure-quotes.ts";
import { makeCases } from "../../bench/quotes/quote-cases.ts";
import { readCorpus } from "../../src/corpus/read-corpus.ts";
import { createQuoteChecker } from "../../src/quotes/quote-checker.ts";

const SHARED = process.env.FOOTNOTE_SHARED ?? "../shared";
const ENCYCLOPEDIA = join(SHARED, "eval/squad-visible/corpus");
const ARTICLES = join(SHARED, "sources");

async function measure(folder: string, perKind: number) {
  const { sources } = await readCorpus(folder);
  const cases = makeCases(sources, CASE_MAKERS, perKind, 5);
  return measureQuotes(createQuoteChecker(sources), cases, () => 0);
}

async function expectFigures(folder: string, perKind: number): Promise<void> {
  const { cases, caught, wronglyRejected, rightVerdict } = await measure(folder, perKind);
  expect(cases).toBeGreaterThan(perKind * 50);
  expect(caught).toBeGreaterThanOrEqual(0.995);
  expect(wronglyRejected).toBeLessThanOrEqual(0.01);
  expect(rightVerdict).toBeGreaterThanOrEqual(0.95);
}

describe("the quote check on claims made from a corpus", () => {
  it("reaches its figures on the corpus of this repository", async () => {
    await expectFigures("corpus", 10);
  });

  it.skipIf(!existsSync(ENCYCLOPEDIA))(
    `reaches its figures on ${ENCYCLOPEDIA} (skipped where it is absent)`,
    async () => {
      await expectFigures(ENCYCLOPEDIA, 10);
    },
  );

  it.skipIf(!existsSync(ARTICLES))(
    `reaches its figures on ${ARTICLES} (skipped where it is absent)`,
    async () => {
      await expectFigures(ARTICLES, 10);
    },
  );

  it("makes the same claims from the same seed, and others from another", async () => {
    const { sources } = await readCorpus("corpus");
    const claims = (seed: number) => makeCases(sources, CASE_MAKERS, 2, seed).map(({ claimed }) => claimed);
    expect(claims(1)).toEqual(claims(1));
    expect(claims(1)).not.toEqual(claims(2));
  });
});
