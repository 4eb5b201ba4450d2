/**
 * Reads one line of a language model: a statement that ends in the labels of its sentences, `… [S3][S7].`.
 * It takes off what is only dress (bullets, numbering, emphasis). A line that does not end in a label is no statement.
 * Whether the labels exist and the statement holds is not decided here.
 */

/** A statement and the labels it ends in or has within. */
export interface ModelLine {
  /** Without labels, bullet and emphasis; never empty. */
  readonly text: string;
  /** As written, each once, in order of appearance: `[S3]` is 3. A label need not exist. */
  readonly labels: readonly number[];
}

/** In UTF-16 code units. What is longer is no statement that anyone could check by reading. */
export const LONGEST_LINE = 2_000;
/** A run of labels such as `[S3-S9]` stands for at most so many. */
const LONGEST_RUN = 20;

const LABELS =
  /\\?\[\s{0,3}S\d{1,6}(?:\s{0,3}(?:(?:,|;|&|and|to|-|–)\s{0,3}S?|S)\d{1,6}){0,40}\s{0,3}\\?\]/giu;
const LABEL_PART = /([-–]|to)?\s{0,3}S?(\d{1,6})/giu;
/** What may follow the last label. */
const LINE_END = /^[\s.。!?…;,"”’')*_`]*$/u;
const BULLET = /^(?:[-*+•·‣◦▪–—>]|#{1,6}|\d{1,2}[.)]|\(\d{1,2}\)|[a-zA-Z]\)|[①-⑳❶-❿➀-➓])\s+/u;
/** After a day with a full stop a month may follow: that is a date, no numbering. */
const DAY_AND_MONTH =
  /^\d{1,2}\.\s+(?:jan|j[aä]n|feb|mär|mar|apr|mai|ma[yj]|jun|jul|aug|sep|o[kc]t|nov|de[zc])/iu;
const EMPHASIS = /[*_]{2,}|(?<![\p{L}\p{N}\p{M}])[*_](?=[^\s*_])|(?<=[^\s*_])[*_](?![\p{L}\p{N}\p{M}])|`/gu;
/** Controls, and marks that turn the direction of the text or hide within it. */
const HIDDEN = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;
const NO_ANSWER = /^["'“>\-\s]*NO[_ ]ANSWER["'”.!\s]*$/iu;
const SOMETHING_SAID = /[\p{L}\p{N}]/u;

/** The statement and its labels, or null when the line is too long, says nothing or does not end in a label. */
export function parseModelLine(line: string): ModelLine | null {
  if (line.length > LONGEST_LINE) return null;
  const plain = withoutDress(line);
  const groups = [...plain.matchAll(LABELS)];
  const last = groups.at(-1);
  if (last === undefined || !LINE_END.test(plain.slice(last.index + last[0].length))) return null;
  const labels = new Set(groups.flatMap(([group]) => labelsOf(group)));
  const text = tidy(plain.replace(LABELS, " "));
  return SOMETHING_SAID.test(text) ? { text, labels: [...labels] } : null;
}

/** Whether the line is the one by which a model says that the sentences do not answer. */
export function isNoAnswer(line: string): boolean {
  return line.length <= LONGEST_LINE && NO_ANSWER.test(withoutDress(line));
}

/** Why `parseModelLine` gives null: one sentence for a reader. */
export function explainUnreadLine(line: string): string {
  if (line.length > LONGEST_LINE) return `The line is longer than ${LONGEST_LINE} characters.`;
  const plain = withoutDress(line);
  if (!SOMETHING_SAID.test(plain.replace(LABELS, ""))) return "The line says nothing.";
  return plain.search(LABELS) === -1
    ? "The line names no sentence it rests on."
    : "The line goes on after its last label.";
}

function withoutDress(line: string): string {
  let plain = line.replace(/\s+/gu, " ").replace(HIDDEN, "").trim();
  for (let layer = 0; layer < 3 && BULLET.test(plain) && !DAY_AND_MONTH.test(plain); layer += 1)
    plain = plain.replace(BULLET, "");
  return plain.replace(EMPHASIS, "").trim();
}

function labelsOf(group: string): number[] {
  const labels: number[] = [];
  for (const [, run, digits] of group.matchAll(LABEL_PART)) {
    const label = Number(digits);
    const before = labels.at(-1);
    if (run !== undefined && before !== undefined && label > before && label - before <= LONGEST_RUN)
      for (let between = before + 1; between < label; between += 1) labels.push(between);
    labels.push(label);
  }
  return labels;
}

/** Closes the gaps that labels leave: no space before a mark, one full stop at the end at most. */
function tidy(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/ (?=[.,;:!?…)\]”’。，])/gu, "")
    .trim()
    .replace(/([.!?…]["”’')]?)[\s.,;]+$/u, "$1");
}
