/** Finds the brackets of a claim, of whatever shape and however nested, and says what kind of thing stands in each. Linear. */
import { isRemark } from "./remarks.ts";
import { scanWords } from "./scan-words.ts";
import { wordKey } from "./word-key.ts";

/**
 * `remark`: about the quotation (`[sic]`). `ellipsis`: words are left out. `marks`: no word, only stops or the like.
 * `sign`: no word, but a mark that may change what is said (`[-]53`). `words`: whatever else.
 */
export type BracketKind = "remark" | "ellipsis" | "marks" | "sign" | "words";

/** An outermost bracket of a claim. UTF-16, half-open, brackets included. */
export interface Bracket {
  readonly start: number;
  readonly end: number;
  readonly content: string;
  readonly kind: BracketKind;
  /** For `sign`: a figure stands beside it. */
  readonly besideFigure: boolean;
}

/** What is longer is no editor's bracket. UTF-16 code units. */
const LONGEST = 300;
const LONGEST_REMARK = 80;
/** Brackets that editors write in, and those that hold only remarks: words in round brackets are the source's own. */
const EDITORS = "[]［］{}｛｝【】〔〕〖〗⟦⟧❲❳﹝﹞﹇﹈⁅⁆⦋⦌⦗⦘";
const OTHERS = "()（）<>＜＞⟨⟩〈〉《》";
const CLOSER_OF = new Map<string, string>();
for (const pairs of [EDITORS, OTHERS])
  for (let at = 0; at < pairs.length; at += 2) CLOSER_OF.set(pairs.charAt(at), pairs.charAt(at + 1));
const ANY_BRACKET = new RegExp(
  `[${(EDITORS + OTHERS).replace(/[\\\]^-]/g, "\\$&").replace("[", "\\[")}]`,
  "g",
);
const EDITORS_BRACKET = new RegExp(`[${EDITORS.replace(/[\\\]^-]/g, "\\$&").replace("[", "\\[")}]`, "g");
const POSSESSIVE = /^['’ʼ]s?$/;
const ELLIPSIS = /^\s*(?:…|⋯|\.{2,}|\.[ \u00a0]\.[ \u00a0]\.)[\s.…]*$/;
const STOPS = /^[\s.,;:!?…]*$/;
const DRESS = /^[\s.,;:!?…'"“”‘’„«»‹›\u2010-\u2015-]*$/;
const FIGURE_BEFORE = /[\p{N}\p{Sc}%]\s?$/u;
const FIGURE_BEHIND = /^\s?[\p{N}\p{Sc}]/u;

/** `text` without any bracket an editor writes in. */
export function withoutBrackets(text: string): string {
  return text.replace(EDITORS_BRACKET, "");
}

interface BracketRange {
  readonly start: number;
  readonly end: number;
}

/** The brackets that hold no longer than `LONGEST`, and stand in no other one that `counts`, in order. */
function findOutermost(text: string, counts: (range: BracketRange) => boolean): BracketRange[] {
  const open = new Map<string, number[]>();
  const found: BracketRange[] = [];
  for (const { 0: mark, index } of text.matchAll(ANY_BRACKET)) {
    const closer = CLOSER_OF.get(mark);
    if (closer !== undefined) {
      const known = open.get(closer);
      if (known === undefined) open.set(closer, [index]);
      else known.push(index);
      continue;
    }
    const start = open.get(mark)?.pop();
    if (start === undefined || index + 1 - start > LONGEST + 2) continue;
    const range = { start, end: index + 1 };
    if (!counts(range)) continue;
    while ((found.at(-1)?.start ?? -1) > start) found.pop();
    found.push(range);
  }
  return found;
}

function keysOf(content: string): string[] {
  const keys: string[] = [];
  scanWords(content, 0, content.length, (start, end, mark) => {
    if (mark === null) keys.push(wordKey(content.slice(start, end)));
  });
  return keys;
}

function kindOf(text: string, start: number, end: number, content: string): BracketKind {
  const keys = keysOf(content);
  if (isRemark(keys) || POSSESSIVE.test(content)) return "remark";
  if (keys.length > 0) return "words";
  if (ELLIPSIS.test(content)) return "ellipsis";
  // A stop right before a figure may be its point.
  if (STOPS.test(content)) return /\p{N}/u.test(text.charAt(end)) ? "sign" : "marks";
  return DRESS.test(content) && !isBesideFigure(text, start, end) ? "marks" : "sign";
}

function isBesideFigure(text: string, start: number, end: number): boolean {
  return (
    FIGURE_BEFORE.test(text.slice(Math.max(0, start - 2), start)) ||
    FIGURE_BEHIND.test(text.slice(end, end + 2))
  );
}

/** The brackets of a claim, in order. One that opens a Markdown link is no editor's. */
export function findBrackets(text: string): Bracket[] {
  const isRound = ({ start }: BracketRange): boolean => OTHERS.includes(text.charAt(start));
  const contentOf = ({ start, end }: BracketRange): string => text.slice(start + 1, end - 1);
  const counts = (range: BracketRange): boolean =>
    !isRound(range) || (range.end - range.start <= LONGEST_REMARK && isRemark(keysOf(contentOf(range))));
  return findOutermost(text, counts).flatMap(({ start, end }): Bracket[] => {
    const content = contentOf({ start, end });
    const kind = kindOf(text, start, end, content);
    if (text.charAt(start) === "[" && text.charAt(end) === "(" && kind === "words") return [];
    return [{ start, end, content, kind, besideFigure: isBesideFigure(text, start, end) }];
  });
}
