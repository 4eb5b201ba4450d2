/** The labelled pairs of texts that disagree or only seem to. Each side becomes a source of its own. */
import { readFileSync } from "node:fs";
import type { Source } from "../../src/corpus/source.ts";
import { type FoundDisagreement, otherSides } from "../../src/disagree/find-disagreements.ts";
import { divideSource } from "../../src/passages/divide-source.ts";
import { makeSource } from "../doubles/make-source.ts";

export interface LabelledSide {
  readonly text: string;
  readonly date?: string;
}

export interface LabelledPair {
  readonly id: string;
  readonly half: "tuning" | "held" | "shipped";
  readonly differ: boolean;
  /** What kind of difference, or of likeness, the pair is a case of. */
  readonly kind: string;
  readonly a?: LabelledSide;
  readonly b?: LabelledSide;
  /** Where both stand in the shipped corpus. */
  readonly citations?: readonly string[];
  /** The two values, for pairs that differ. */
  readonly values?: readonly string[];
}

export function labelledPairs(): readonly LabelledPair[] {
  const lines = readFileSync("tests/evals/disagreements.jsonl", "utf8").trim().split("\n");
  return lines.map((line): LabelledPair => JSON.parse(line));
}

export function sentencesOf(source: Source) {
  return divideSource(source).passages.flatMap((passage) =>
    passage.sentences.map((sentence) => ({ passage: { key: passage.ordinal, source, passage }, sentence })),
  );
}

/** What is found between the two sides of a pair, with no titles to help or hinder. */
export function compareSides({ a, b }: LabelledPair): readonly FoundDisagreement[] {
  const [one, other] = [a, b].map((side, at) =>
    sentencesOf(makeSource(side?.text ?? "", { id: `text-${at}`, title: "", date: side?.date ?? null })),
  );
  return otherSides(one ?? [], other ?? []);
}
