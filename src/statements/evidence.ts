/** Everything a statement may lean on, read once: the cited sentences first, then what only frames them. */
import type { CitedSentence } from "./cited-sentence.ts";
import { type ReadText, readText } from "./read-text.ts";

export interface Evidence {
  /** The cited sentences, one below the other. */
  readonly cited: ReadText;
  /** Headings, titles and dates of their sources: they may be named, but are no evidence for what was said of them. */
  readonly frame: ReadText;
  readonly question: ReadText;
  /** How a reader is told where something was sought: `[S3] or [S7]`. */
  readonly place: string;
}

/** What a line is taken to say of its source rather than from it. */
const LONGEST_FRAME = 4_000;

export function gatherEvidence(cited: readonly CitedSentence[], question: string): Evidence {
  const frame = cited.flatMap(({ title, date, section }) => [title, spelledOut(date ?? ""), section ?? ""]);
  return {
    cited: readText(cited.map(({ text }) => text.replace(/\s+/gu, " ")).join("\n")),
    frame: readText([...new Set(frame)].join("\n").slice(0, LONGEST_FRAME)),
    question: readText(question.slice(0, LONGEST_FRAME)),
    place: placeOf(cited),
  };
}

/** `2024-09` with the month in words, so that it is read as one date. */
function spelledOut(date: string): string {
  const month = MONTHS[Number(/^\d{4}-(\d\d)$/.exec(date)?.[1] ?? 0) - 1];
  return month === undefined ? date : `${month} ${date.slice(0, 4)}`;
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

function placeOf(cited: readonly CitedSentence[]): string {
  const labels = cited.flatMap(({ label }) => (label === undefined ? [] : [`[S${label}]`]));
  return labels.length === cited.length ? labels.join(" or ") : "the cited sentences";
}
