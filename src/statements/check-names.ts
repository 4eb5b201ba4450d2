/** Every proper name of a statement must be one of its sentences, of their headings and titles, or of the question. */

import { isNumberWord } from "../language/lexicon.ts";
import { isMoney } from "../language/units/unit-table.ts";
import { isCalendarWord } from "../text/dates.ts";
import { BASE_FORMS } from "../text/irregular-forms.ts";
import { isStopTerm, termOf } from "../text/tokens.ts";
import { checkLowerNames } from "./check-lower-names.ts";
import type { Fault } from "./cited-sentence.ts";
import { foreignWeekday } from "./compare-dates.ts";
import type { Evidence } from "./evidence.ts";
import type { NameRun } from "./read-names.ts";
import type { ReadText } from "./read-text.ts";
import { isSameName, NameBook } from "./same-name.ts";

/** Endings of words that are hardly ever names: a sentence that opens with one opens with a common word. */
const COMMON_ENDING =
  /(?:ing|ings|ly|tion|tions|sion|sions|ment|ments|ness|ity|ities|ed|ous|ive|ives|ance|ence|ances|ences|ers|ors|ists|ism|als|ies|ees|ians|ages|ships|hood|ful|less|ward|wards|able|ible|ts|ds|ks|ps|ls|ms|gs|fs|ys|ws|hs|ches|shes|sses|xes|ces|ges|ses|ves|tes|des|nes|res|les|mes)$/;
/** Common words that open a sentence and have no such ending. */
const OPENERS: ReadonlySet<string> = new Set(
  `trade commerce freight cargo gas oil energy power money work water food arms war peace talk help part later earlier
  soon today meanwhile moreover thereafter furthermore afterwards instead initially officials nobody everybody everyone someone somebody none neither either several most many few half
  back up down back overall altogether apart together people men women children staff police troops turnover
  output growth demand supply income profit loss cost price total volume output damage repair damage access entry
  use air ice fire light sound heat cold music art law life death birth health school research science data evidence
  proof history language culture religion identity land sea rain snow wind summer winter spring autumn fall
  as at by for from in into of on out over per since than through to under until up upon via with within without
  besides despite except like near next once plus rather still such there though thus too twice unlike whoever
  whatever yet new old big small large great good bad high low long short early late first last only just even
  salt steel iron gold silver coal wheat cotton fruit milk meat bread fish trout char perch mink students
  according based under because owing due given provided assuming should were had place fill turn read pull press
  push keep clean drain store close open screw lift replace remove check insert connect switch run stop start wait never always`
    .trim()
    .split(/\s+/),
);

const CURRENCY_CODE = /^(?:usd|eur|gbp|chf|azn|jpy|cny|rub|inr|nok|sek|dkk|pln|cad|aud)$/;
const VERB =
  /^(?:is|are|was|were|be|has|have|had|does|do|did|will|would|can|could|may|might|must|should|shall|not|never|also|then|later|first|\p{L}{2,}ed)$/u;
const PAST_FORMS: ReadonlySet<string> = new Set(BASE_FORMS.map(([form]) => form));

export function checkNames(statement: ReadText, evidence: Evidence): Fault | null {
  const { cited, frame, question, place } = evidence;
  const weekday = foreignWeekday(statement, evidence);
  if (weekday !== null) return { kind: "date", reason: `The day ${weekday} does not stand in ${place}.` };
  const book = new NameBook([...cited.keys, ...frame.keys, ...question.keys]);
  const initials = new Set([cited, frame, question].flatMap(initialsOf));
  for (const name of statement.names) {
    const missing = name.keys.find(
      (key) => !book.has(key) && !isCommon(key) && !initials.has(key.replaceAll(".", "")),
    );
    if (
      missing === undefined ||
      (name.isDoubtful && (isCommonOpener(missing) || !opensLikeName(statement, name)))
    )
      continue;
    if (isSpelledOut(name, [cited, frame, question]) || isCurrency(statement, name)) continue;
    return { kind: "name", reason: `The name ${name.written} does not stand in ${place}.` };
  }
  return (
    checkPairs(statement, cited, place) ??
    checkLowerNames(statement, evidence, book, (key) => isCommon(key) || isCommonOpener(key))
  );
}

function isCommon(key: string): boolean {
  const isNumber = isNumberWord(key) || /^\d+$/.test(key);
  return isNumber || isCalendarWord(key) || isStopTerm(termOf(key));
}

/** Whether a capital at the start is followed by what follows a name: a verb, a possessive, an `and`. */
function opensLikeName({ text, words }: ReadText, { next, isPossessive }: NameRun): boolean {
  const [key, later] = [words[next]?.key ?? "", words[next + 1]?.key ?? ""];
  if (/^\s*,\s*$/u.test(gapAfter(text, words, next)) && isCapital(text, words, next)) return true;
  return (
    isPossessive ||
    /^(?:and|who|whose|whom)$/.test(key) ||
    isVerb(key) ||
    (key.endsWith("s") && !isVerb(later) && !isStopTerm(termOf(later)))
  );
}

function gapAfter(text: string, words: ReadText["words"], next: number): string {
  return text.slice(words[next - 1]?.end ?? 0, words[next]?.start ?? 0).slice(0, 8);
}

function isCapital(text: string, words: ReadText["words"], at: number): boolean {
  return /^\p{Lu}/u.test(text.slice(words[at]?.start ?? 0, (words[at]?.start ?? 0) + 2));
}

function isVerb(key: string): boolean {
  return VERB.test(key) || PAST_FORMS.has(key);
}

function isCommonOpener(key: string): boolean {
  return OPENERS.has(key) || COMMON_ENDING.test(key);
}

/** USD before a figure of money is held against its figure. */
function isCurrency({ figures, words, text }: ReadText, { keys, next }: NameRun): boolean {
  const figure = figures.find(({ first }) => first === next || (words[next]?.isMark && first === next + 1));
  if (figure?.unit === null || figure === undefined || !isMoney(figure.unit)) return false;
  const isSign = /\p{Sc}/u.test(text.slice(words[next - 1]?.end ?? 0, words[figure.first]?.start ?? 0));
  return keys.every((key) => CURRENCY_CODE.test(key) || (isSign && key.length <= 2));
}

/** `EU` for a European Union. */
function initialsOf({ names }: ReadText): string[] {
  return names.flatMap(({ keys }) => (keys.length > 1 ? [keys.map((key) => key.charAt(0)).join("")] : []));
}

/** A European Union for `EU`. */
function isSpelledOut({ keys }: NameRun, texts: readonly ReadText[]): boolean {
  const initials = keys.map((key) => key.charAt(0)).join("");
  return initials.length > 1 && texts.some((text) => text.keys.has(initials));
}

/** A first name that the sentences know must keep its second one: no Masoud Aliyev from Masoud Pezeshkian and Ilham Aliyev. */
function checkPairs(statement: ReadText, cited: ReadText, place: string): Fault | null {
  const followers = new Map<string, Set<string>>();
  const names = new Set<string>();
  for (const { keys } of cited.names)
    for (const [at, key] of keys.entries()) {
      names.add(key);
      const next = keys[at + 1];
      followers.set(key, (followers.get(key) ?? new Set()).add(next ?? ""));
    }
  for (const { keys, written } of statement.names)
    for (const [at, key] of keys.entries()) {
      const [next, known] = [keys[at + 1], followers.get(key)];
      if (next === undefined || known === undefined || known.has("") || !names.has(next)) continue;
      if (![...known].some((follower) => isSameName(next, follower)))
        return { kind: "name", reason: `The name ${written} is put together from two names of ${place}.` };
    }
  return null;
}
