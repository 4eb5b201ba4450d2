/** Recognises a heading from its line alone. Levels and ranges only; what follows from them is for the callers. */

/** A marked heading: its level from 1 to 6 and where its words stand in the line. */
export interface MarkedHeading {
  readonly level: number;
  readonly start: number;
  readonly end: number;
}

/** The most that a line without a mark may hold and still be a heading: code units, words, and ideographs. */
const MAX_TITLE_LENGTH = 100;
const MAX_TITLE_WORDS = 15;
const MAX_TITLE_IDEOGRAPHS = 30;
/** No heading ends with these. */
const LEADING_ON = /(?:^|[^\p{L}])(?:and|or|nor|but|the|an?|of|with|that|which)$/iu;

/** Reads `## words ##`; null for any other line. The words may be empty. */
export function parseMarkedHeading(line: string): MarkedHeading | null {
  const opening = /^ {0,3}(#{1,6})(?:[ \t]+|$)/.exec(line);
  if (!opening) return null;
  const start = opening[0].length;
  let end = line.trimEnd().length;
  let marks = end;
  while (marks > start && line[marks - 1] === "#") marks -= 1;
  if (marks < end && (marks === start || line[marks - 1] === " " || line[marks - 1] === "\t")) end = marks;
  while (end > start && line.slice(end - 1, end).trim() === "") end -= 1;
  return { level: opening[1]?.length ?? 1, start, end: Math.max(start, end) };
}

/** The level of heading that this line, set under a line of words, makes of it: `=` 1, `-` 2; else null. */
export function parseUnderline(line: string): number | null {
  const mark = /^ {0,3}(=+|-+)[ \t]*$/.exec(line)?.[1];
  if (mark === undefined) return null;
  return mark.startsWith("=") ? 1 : 2;
}

/**
 * Whether a line that stands alone in plain text reads like a heading: short, not begun in lower case, and without
 * the punctuation that ends a sentence or leads on. A question counts when it is capitalised like a title.
 */
export function isTitleLine(line: string): boolean {
  const words = line.trim();
  if (words.length > MAX_TITLE_LENGTH || !/\p{L}.*\p{L}/u.test(words)) return false;
  if (/^[^\p{L}\p{N}]*\p{Ll}/u.test(words) || LEADING_ON.test(words)) return false;
  if (words.split(/\s+/u).length > MAX_TITLE_WORDS) return false;
  if (
    (words.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0) >
    MAX_TITLE_IDEOGRAPHS
  ) {
    return false;
  }
  const last = words.replace(/["'”’»)\]*_]+$/u, "").slice(-1);
  if (last === "?") return isCapitalised(words);
  return !/[\p{Sentence_Terminal}…:;,：；，、–—-]/u.test(last);
}

/** Whether at least three words are of four letters or more and all those begin with a capital. */
function isCapitalised(words: string): boolean {
  const long = words.split(/\s+/u).filter((word) => /\p{L}{4}/u.test(word));
  return long.length >= 3 && long.every((word) => /^[^\p{L}]*[\p{Lu}\p{Lt}]/u.test(word));
}
