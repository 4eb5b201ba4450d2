/**
 * Holds the labelled questions to the shipped corpus: every label is a slice of the file it names.
 * Says nothing about how well they are answered; that is what `footnote eval` is for.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

interface Place {
  readonly source: string;
  readonly spans: readonly (readonly [number, number])[];
}

interface LabelledQuestion extends Place {
  readonly id: string;
  readonly question: string;
  readonly answerable: boolean;
  readonly answers: readonly string[];
  readonly shape: string;
  /** Further places that answer as well, in other files of the corpus. */
  readonly also?: readonly Place[];
}

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
const rows = read("./questions.jsonl")
  .trimEnd()
  .split("\n")
  .map((line): LabelledQuestion => JSON.parse(line));
const answerable = rows.filter((row) => row.answerable);
const unanswerable = rows.filter((row) => !row.answerable);

const withShape = (shape: string): number => rows.filter((row) => row.shape === shape).length;
const oneSpaced = (text: string): string => text.replace(/\s+/g, " ");

/** The words a row's spans mark, white space made single: the second brief is wrapped, so quotes cross line ends. */
function markedWords(row: LabelledQuestion): string[] {
  return [row, ...(row.also ?? [])].flatMap((place) => {
    const text = read(`../../corpus/${place.source}`).replace(/^\uFEFF/, "");
    return place.spans.map(([start, end]) => oneSpaced(text.slice(start, end)));
  });
}

describe("the labelled questions", () => {
  it("have ids and questions of their own", () => {
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    expect(new Set(rows.map((row) => row.question.toLowerCase())).size).toBe(rows.length);
    expect(rows.filter((row) => row.question.trim() === "" || row.shape === "")).toEqual([]);
  });

  it("are enough of each kind", () => {
    expect(answerable.length).toBeGreaterThanOrEqual(105);
    expect(withShape("paraphrase")).toBeGreaterThanOrEqual(30);
    expect(withShape("typo")).toBeGreaterThanOrEqual(6);
    expect(withShape("absent-offtopic")).toBeGreaterThanOrEqual(25);
    expect(withShape("absent-intopic")).toBeGreaterThanOrEqual(25);
    expect(unanswerable.length).toBeGreaterThanOrEqual(55);
  });

  it("mark one of their answers with every span, and every answer with some span", () => {
    for (const row of answerable) {
      expect(row.spans.length, row.id).toBeGreaterThan(0);
      expect(new Set(markedWords(row)), row.id).toEqual(new Set(row.answers));
    }
  });

  it("claim no answer and no span where the corpus is silent", () => {
    for (const row of unanswerable) {
      expect([row.answers, row.spans, row.also ?? []], row.id).toEqual([[], [], []]);
    }
  });
});
