/**
 * Holds the labelled sets to their texts: every label is a slice of the file it names.
 * Says nothing about how well they are answered; that is what `footnote eval` is for.
 */
import { describe, expect, it } from "vitest";
import { askedWords, type LabelledRow, type LabelledSet, markedWords, rowsOf } from "./labelled-sets.ts";

const SHIPPED: LabelledSet = { file: "questions.jsonl", corpus: "corpus" };
const FOLLOW_UPS: LabelledSet = { file: "follow-ups.jsonl", corpus: "corpus" };
const MANUAL: LabelledSet = { file: "manual/questions.jsonl", corpus: "tests/evals/manual/corpus" };
const MANUAL_FOLLOW_UPS: LabelledSet = { ...MANUAL, file: "manual/follow-ups.jsonl" };

const countOf = (rows: readonly LabelledRow[], shape: string): number =>
  rows.filter((row) => row.shape === shape).length;

describe.each([SHIPPED, FOLLOW_UPS, MANUAL, MANUAL_FOLLOW_UPS])("the labelled questions of $file", (set) => {
  const rows = rowsOf(set);

  it("have ids and questions of their own", () => {
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    expect(new Set(rows.map((row) => askedWords(row).toLowerCase())).size).toBe(rows.length);
    expect(rows.filter((row) => askedWords(row).trim() === "" || row.shape === "")).toEqual([]);
  });

  it("mark one of their answers with every span, and every answer with some span", () => {
    for (const row of rows.filter(({ answerable }) => answerable)) {
      expect(row.spans.length, row.id).toBeGreaterThan(0);
      expect(new Set(markedWords(set, row)), row.id).toEqual(new Set(row.answers));
    }
  });

  it("claim no answer and no span where the sources are silent", () => {
    for (const row of rows.filter(({ answerable }) => !answerable)) {
      expect([row.answers, row.spans, row.also ?? []], row.id).toEqual([[], [], []]);
    }
  });
});

describe("the labelled questions over the shipped corpus", () => {
  const rows = rowsOf(SHIPPED);

  it("are enough of each kind", () => {
    expect(rows.filter(({ answerable }) => answerable).length).toBeGreaterThanOrEqual(190);
    expect(countOf(rows, "paraphrase")).toBeGreaterThanOrEqual(40);
    expect(countOf(rows, "typo")).toBeGreaterThanOrEqual(12);
    expect(countOf(rows, "absent-offtopic")).toBeGreaterThanOrEqual(25);
    expect(countOf(rows, "absent-intopic")).toBeGreaterThanOrEqual(60);
    expect(rows.filter(({ answerable }) => !answerable).length).toBeGreaterThanOrEqual(95);
  });
});

describe("the labelled questions over the manual", () => {
  const rows = rowsOf(MANUAL);

  it("are enough, and a third of them cannot be answered", () => {
    const unanswerable = rows.filter(({ answerable }) => !answerable);
    expect(rows.length - unanswerable.length).toBeGreaterThanOrEqual(80);
    expect(unanswerable.length / rows.length).toBeGreaterThanOrEqual(0.3);
    expect(countOf(rows, "absent-intopic")).toBeGreaterThanOrEqual(25);
  });
});

describe("the labelled conversations", () => {
  const rows = [FOLLOW_UPS, MANUAL_FOLLOW_UPS].flatMap(rowsOf);

  it("have two or three turns, and say what the last one means", () => {
    expect(rows.length).toBeGreaterThanOrEqual(90);
    expect(rows.filter(({ turns = [] }) => turns.length < 2 || turns.length > 3)).toEqual([]);
    expect(rows.filter(({ meant = "" }) => meant === "")).toEqual([]);
  });
});
