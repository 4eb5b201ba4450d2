/** The labelled sets of this folder, and what a label marks in its file. */
import { readFileSync } from "node:fs";

export interface Place {
  readonly source: string;
  readonly spans: readonly (readonly [number, number])[];
}

export interface LabelledRow extends Place {
  readonly id: string;
  /** Absent where a conversation is asked. */
  readonly question?: string;
  /** The questions of one conversation; the last one is labelled. */
  readonly turns?: readonly string[];
  /** What the last turn asks, said in full: for who reads the set. */
  readonly meant?: string;
  readonly answerable: boolean;
  readonly answers: readonly string[];
  readonly shape: string;
  /** Further places that answer as well, in other files of the corpus. */
  readonly also?: readonly Place[];
}

export interface LabelledSet {
  readonly file: string;
  /** From the root of the repository. */
  readonly corpus: string;
}

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** The rows of a labelled set of this folder. */
export function rowsOf({ file }: LabelledSet): LabelledRow[] {
  return read(`tests/evals/${file}`)
    .trimEnd()
    .split("\n")
    .map((line): LabelledRow => JSON.parse(line));
}

/** The words a row's spans mark, white space made single: quotes may cross line ends. */
export function markedWords({ corpus }: LabelledSet, row: LabelledRow): string[] {
  return [row, ...(row.also ?? [])].flatMap(({ source, spans }) => {
    const text = read(`${corpus}/${source}`).replace(/^\uFEFF/, "");
    return spans.map(([start, end]) => text.slice(start, end).replace(/\s+/g, " "));
  });
}

/** The words a row asks: its question, or its turns one below the other. */
export function askedWords({ question, turns }: LabelledRow): string {
  return (turns ?? [question ?? ""]).join("\n");
}
