/**
 * Names without their capitals: countries and capitals are known in any case; a name of the other sentences, the half of
 * another name, and in a line without any capital every word that nothing explains, are taken for names too.
 */

import { NATIONS } from "../text/nations.ts";
import { synonymsOf } from "../text/synonyms.ts";
import { AkinWords } from "./akin-words.ts";
import { isCapitalOfCountry } from "./capitals.ts";
import type { Fault } from "./cited-sentence.ts";
import type { Evidence } from "./evidence.ts";
import type { ReadText, ReadWord } from "./read-text.ts";
import type { NameBook } from "./same-name.ts";

/** Names that are everyday words in lower case. */
const EVERYDAY: ReadonlySet<string> = new Set(
  "china turkey chile jordan polish pole dane finn swede dutch guinea nice lima bern rome hague union islamic republic united kingdom states south north saudi soviet european roman mongol scot serb swiss english hague georgia".split(
    " ",
  ),
);
const SHORTEST = 4;
const COUNTRIES: ReadonlySet<string> = new Set(
  NATIONS.split(/[\s,/_]+/).filter((name) => name.length >= SHORTEST && !EVERYDAY.has(name)),
);
/** Words in a line without capitals from which it can be told that somebody leaves them out. */
const FEWEST_WORDS = 3;

/** `book` holds the names and words that may be named; `isCommon` tells everyday words from their form. */
export function checkLowerNames(
  statement: ReadText,
  { cited, frame, question, place }: Evidence,
  book: NameBook,
  isCommon: (key: string) => boolean,
): Fault | null {
  const lower = statement.words.filter(
    (word) => word.readings === undefined && word.isContent && isLower(statement, word),
  );
  const stray = lower.find(({ key }) => {
    const name = nameOf(key);
    return name !== null && !book.has(name) && !book.has(key);
  });
  if (stray !== undefined) return fault(statement, stray, place);
  if (statement.words.length < FEWEST_WORDS || /\p{Lu}/u.test(statement.text)) return null;
  // Nobody who leaves out all capitals marks a name by one.
  const known = new AkinWords([...cited.terms, ...frame.terms, ...question.terms]);
  const inFigure = new Set(
    statement.figures.flatMap(({ first, next }) => statement.words.slice(first, next)),
  );
  const unknown = lower.find(
    (word) =>
      word.key.length >= SHORTEST &&
      !inFigure.has(word) &&
      !known.has(word.term) &&
      !isCommon(word.key) &&
      synonymsOf(word.term).size === 0,
  );
  return unknown === undefined ? null : fault(statement, unknown, place);
}

function isLower({ text }: ReadText, { start }: ReadWord): boolean {
  return /^\p{Ll}/u.test(text.slice(start, start + 2));
}

/** The country or capital that a word names; `lraq` is read as Iraq. */
function nameOf(key: string): string | null {
  const isPlace = (name: string) => COUNTRIES.has(name) || (!EVERYDAY.has(name) && isCapitalOfCountry(name));
  if (isPlace(key)) return key;
  const read = key.startsWith("l") ? `i${key.slice(1)}` : key;
  return read !== key && isPlace(read) ? read : null;
}

function fault({ text }: ReadText, { start, end }: ReadWord, place: string): Fault {
  return { kind: "name", reason: `The name ${text.slice(start, end)} does not stand in ${place}.` };
}
