/** A statement must not say the opposite word, nor claim more than its sentences: fell for rose, all for most. English. */

import { range } from "./anchor-features.ts";
import type { Fault } from "./cited-sentence.ts";
import type { Evidence } from "./evidence.ts";
import { OPPOSITE_GROUPS, type OppositeGroup, STRONG_CLAIMS } from "./opposite-words.ts";
import { polarityOf, rootOf } from "./polarity.ts";
import type { ReadText } from "./read-text.ts";

const NEARLY = /^(?:nearly|almost|virtually|practically|mostly|largely)$/;
const WHOLE =
  /^(?:all|every|each|everyone|everybody|everything|whole|wholly|entire|entirely|fully|completely|always|none)$/;
const PARTLY = /^(?:most|some|several|many|few)$/;
const MODAL = /^(?:may|must|can)$/;
const BOUND_WORD =
  /^(?:more|less|fewer|most|least|over|under|above|below|exceed(?:s|ed|ing)?|pass(?:ed)?|longer|shorter|higher|lower|larger|smaller|older|younger|warmer|hotter|colder|up)$/;

export function checkOpposites(statement: ReadText, { cited, place }: Evidence): Fault | null {
  const [own, theirs] = [polarityOf(statement, cited).denied, polarityOf(cited, statement).denied];
  const [said, known] = [freeTerms(statement), cited.terms];
  for (const group of OPPOSITE_GROUPS) {
    const found = oppositeIn(
      group,
      said,
      known,
      (word, other) => own.has(rootOf(word)) !== theirs.has(rootOf(other)),
    );
    if (found === null) continue;
    const [word, other] = [wordOf(statement, found[0]), wordOf(cited, found[1])];
    return { kind: "opposite", reason: `The line says “${word}” where “${other}” stands in ${place}.` };
  }
  return (
    checkExtremes(statement, cited, place) ??
    checkWholes(statement, cited, place) ??
    checkStrongClaims(statement, said, cited, place) ??
    checkNearly(statement, cited, place)
  );
}

/** A term of the statement whose side of the group is not in the sentences while another side is. */
function oppositeIn(
  group: OppositeGroup,
  said: ReadonlySet<string>,
  known: ReadonlySet<string>,
  isTurnedRound: (word: string, other: string) => boolean,
): [word: string, other: string] | null {
  const theirs = group.map((side) => [...side].find((term) => known.has(term)));
  if (theirs.every((term) => term === undefined)) return null;
  for (const [at, side] of group.entries()) {
    const other = theirs.find((term, index) => index !== at && term !== undefined && !side.has(term));
    const word = [...side].find((term) => said.has(term));
    if (word !== undefined && other !== undefined && theirs[at] === undefined && !isTurnedRound(word, other))
      return [word, other];
  }
  return null;
}

/** Terms but for the words of bounds, which are held against their figures, and for `may not`, which is `must not`. */
function freeTerms({ words, figures }: ReadText): ReadonlySet<string> {
  const bounding = new Set(
    figures
      .filter(({ bound }) => bound !== "none" && bound !== "about")
      .flatMap(({ first, next }) => [first - 1, first - 2, first - 3, first - 4, next, next + 1, next + 2]),
  );
  const isBound = (key: string, at: number) => bounding.has(at) && BOUND_WORD.test(key);
  const isExtreme = (key: string, at: number) =>
    /^(?:most|least)$/.test(key) && /^(?:at|the)$/.test(words[at - 1]?.key ?? "");
  const dated = new Set(
    figures.filter(({ kind }) => kind === "date").flatMap(({ first, next }) => range(first, next)),
  );
  const rated = new Set(figures.flatMap(({ per }) => (per === null ? [] : [per.term])));
  const isRate = (key: string, at: number) =>
    /^(?:each|every)$/.test(key) && rated.has(words[at + 1]?.term ?? "");
  const isForbidding = (key: string, at: number) => MODAL.test(key) && words[at + 1]?.key === "not";
  return new Set(
    words
      .filter(
        ({ key }, at) =>
          !isBound(key, at) &&
          !isExtreme(key, at) &&
          !dated.has(at) &&
          !isForbidding(key, at) &&
          !isRate(key, at),
      )
      .map(({ term }) => term),
  );
}

function checkStrongClaims(
  statement: ReadText,
  said: ReadonlySet<string>,
  cited: ReadText,
  place: string,
): Fault | null {
  for (const term of said) {
    // The completion of a work is not its being complete.
    const allowed = STRONG_CLAIMS.get(term);
    if (
      allowed !== undefined &&
      !/ions?$/.test(wordOf(statement, term)) &&
      ![...allowed].some((other) => cited.terms.has(other))
    )
      return { kind: "opposite", reason: `The word “${wordOf(statement, term)}” has no ground in ${place}.` };
  }
  return null;
}

/** `at most once` for `at least once`; bounds of figures are held against their figures. */
function checkExtremes(statement: ReadText, cited: ReadText, place: string): Fault | null {
  const has = ({ words }: ReadText, extreme: string) =>
    words.some(({ key }, at) => key === extreme && words[at - 1]?.key === "at");
  for (const [one, other] of [
    ["most", "least"],
    ["least", "most"],
  ] as const)
    if (has(statement, one) && !has(statement, other) && has(cited, other) && !has(cited, one))
      return {
        kind: "opposite",
        reason: `The line says “at ${one}” where “at ${other}” stands in ${place}.`,
      };
  return null;
}

/** Where the sentences say `all` of one thing and `most` of another, a statement must not say `all` of both. */
function checkWholes(statement: ReadText, cited: ReadText, place: string): Fault | null {
  const count = ({ words }: ReadText, pattern: RegExp) => words.filter(({ key }) => pattern.test(key)).length;
  if (count(cited, PARTLY) === 0 || count(statement, PARTLY) >= count(cited, PARTLY)) return null;
  if (count(statement, WHOLE) <= count(cited, WHOLE) || count(cited, WHOLE) === 0) return null;
  return { kind: "opposite", reason: `The line says of all what is said of some in ${place}.` };
}

/** `nearly all` must not become `all`. */
function checkNearly(statement: ReadText, cited: ReadText, place: string): Fault | null {
  const wholes = wholesOf(cited);
  if (wholes.length === 0 || wholes.some(({ isNearly }) => !isNearly)) return null;
  const full = wholesOf(statement).find(({ isNearly }) => !isNearly);
  return full === undefined
    ? null
    : { kind: "hedge", reason: `“${full.key}” is only nearly so in ${place}.` };
}

function wholesOf({ words }: ReadText): { readonly key: string; readonly isNearly: boolean }[] {
  return words.flatMap(({ key }, at) =>
    WHOLE.test(key) ? [{ key, isNearly: NEARLY.test(words[at - 1]?.key ?? "") }] : [],
  );
}

/** The word as it is written there. */
function wordOf({ text, words }: ReadText, term: string): string {
  const word = words.find((other) => other.term === term);
  return word === undefined ? term : text.slice(word.start, word.end);
}
