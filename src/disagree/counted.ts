/** What a number counts, and whether it counts anything at all. English. */
import type { Figure } from "./read-figures.ts";
import type { ReadSentence } from "./read-sentence.ts";
import { isEvent, keyOf } from "./word-classes.ts";

const LABELS = new Set(
  `article articles section sections chapter chapters layer layers level levels type class page pages figure figures table
  version versions number no nr room line route platform gate part rule step note grade stage item point tier volume vol
  verse act paragraph clause psalm season episode model windows highway interstate unit block lot box order group mark`.split(
    /\s+/,
  ),
);

const BEFORE_BARE = new Set(
  "of to was is were are at reached hit totalled totaled numbered numbering count counted stands stood only just about".split(
    " ",
  ),
);

/** "article 85", "X.25", "Boeing 747": a number that only tells one thing from another. */
export function isLabel(
  { text, tokens, words, named }: ReadSentence,
  { first, start, end }: Figure,
  counted: readonly string[],
): boolean {
  const before = words[first - 1] ?? "";
  const isSecond =
    /^(?:and|or|to)$/.test(before) &&
    /^\d/.test(words[first - 2] ?? "") &&
    LABELS.has(words[first - 3] ?? "");
  if (
    LABELS.has(before) ||
    isSecond ||
    /[\p{L}\d][.#-]$/u.test(text.slice(0, start).slice(-3)) ||
    /^[.:/-]\d/.test(text.slice(end, end + 2))
  )
    return true;
  const last = tokens[first - 1];
  const isCapital =
    last !== undefined &&
    first > 1 &&
    (named[first - 1] ?? -1) >= 0 &&
    /^\s$/.test(text.slice(last.end, start));
  if (isCapital && counted.length === 0) return true;
  // "Node.js 20 LTS": an acronym alone is not counted.
  if (counted.length === 1 && /^\s\p{Lu}{2,}\b/u.test(text.slice(end, end + 12))) return true;
  return counted.length === 0 && !BEFORE_BARE.has(before) && !/[|:–-]\s*$/.test(text.slice(0, start));
}

export function countedOf(read: ReadSentence, { kind, next }: Figure): string[] {
  if (kind === "count") return countedAfter(read, next);
  return kind === "percent" ? sharedOf(read, next) : [];
}

const SPAN_BEFORE = new Set(
  "first last past next previous recent few following coming these final".split(" "),
);

/** "the first 11 months", "20 years ago": such a span of time only says when. */
export function isSpanOfContext(words: readonly string[], { first, next }: Figure): boolean {
  return (
    SPAN_BEFORE.has(words[first - 1] ?? "") ||
    (/^(?:ago|of|later|earlier|before|after|into)$/.test(words[next] ?? "") &&
      !/^(?:age)$/.test(words[next + 1] ?? ""))
  );
}

/** The words counted stand within so many after the number. */
const MOST_COUNTED = 4;

/** Keys of the words counted, up to the head noun: `diplomat` for "four Iranian diplomats of …". */
function countedAfter(read: ReadSentence, next: number): string[] {
  const { tokens, text } = read;
  const keys: string[] = [];
  for (let at = next; at < next + MOST_COUNTED; at++) {
    const [token, last] = [tokens[at], tokens[at - 1]];
    if (token === undefined || last === undefined) break;
    if (!/^[ -]$|^\s$/.test(text.slice(last.end, token.start)) && at > next) break;
    if (at === next && !/^[\s-]/.test(text.slice(last.end, token.start))) break;
    const word = read.words[at] ?? "";
    if (!/^\p{L}/u.test(word) || ENDS_COUNTED.test(word)) break;
    const key = keyOf(token.term, false);
    if (keys.length > 0 && isEvent(key, word)) break;
    keys.push(keyOf(token.term, (read.named[at] ?? -1) >= 0));
  }
  return keys;
}

const ENDS_COUNTED =
  /^(?:took|came|went|won|lost|held|made|gave|fell|rose|grew|left|stood|sat|met|fought|began|saw|became|sent|got|ran|of|in|on|at|by|for|to|from|with|and|or|but|the|a|an|as|is|are|was|were|be|been|had|have|has|will|would|could|who|which|that|than|per|each|were|do|did|it|they|he|she|lived|live|living|worked|working|work|attended|over|into|during|since|after|before|between|more|other|others|additional|further|less|fewer|so|if|when|where|while|not|this|these|those|its|their|his|her|out|up|down|within|among)$/;

/** "15% of the gas": what the share is of. */
function sharedOf(read: ReadSentence, next: number): string[] {
  if (read.words[next] !== "of") return [];
  const from = /^(?:the|all|its|their|his|her|total|a|an)$/.test(read.words[next + 1] ?? "")
    ? next + 2
    : next + 1;
  return countedAfter(read, from);
}
