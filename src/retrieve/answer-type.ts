/** What kind of answer a question asks for, by its wording, and whether a sentence holds one. English; pure. */
import { findNames, type Name } from "../text/names.ts";
import { isStopTerm, type Token } from "../text/tokens.ts";
import { findValues, type Value, type ValueKind } from "../text/values.ts";

export type AnswerType =
  | "person"
  | "place"
  | "name"
  | "date"
  | "duration"
  | "money"
  | "percent"
  | "number"
  | "amount"
  | "length"
  | "weight"
  | "temperature"
  | "loudness"
  | "reason"
  | "manner"
  | "definition";

const TYPES_BY_NOUN: readonly (readonly [AnswerType, string])[] = [
  ["date", "year years date dates month day century centuries decade decades era period time weekday season"],
  [
    "place",
    `country countries city cities town towns state states region regions place places location locations continent
    river area province nation nations village county island islands territory capital district ocean sea street`,
  ],
  [
    "person",
    `person people king queen emperor president minister leader author writer scientist mathematician philosopher
    inventor engineer general man woman founder ruler duke pope bishop actor artist architect professor scholar
    politician ambassador official commander researcher`,
  ],
  ["percent", "percentage percent proportion share fraction"],
  ["money", "price cost salary budget revenue fine tax endowment amount"],
  [
    "number",
    "number population total size length height distance speed rate temperature capacity weight age count",
  ],
  ["duration", "duration"],
  ["reason", "reason reasons cause causes caused motivated prompted motive"],
  [
    "name",
    "name called named term organization organisation company group treaty agreement law act language party",
  ],
];
const NOUN_TYPES: ReadonlyMap<string, AnswerType> = new Map(
  TYPES_BY_NOUN.flatMap(([type, nouns]) => nouns.split(/\s+/).map((noun) => [noun, type] as const)),
);
const HOW_TYPES: ReadonlyMap<string, AnswerType> = new Map([
  ["many", "number"],
  ["much", "amount"],
  ["long", "duration"],
  ["old", "duration"],
  ["often", "number"],
  ["far", "length"],
  ["tall", "length"],
  ["high", "length"],
  ["wide", "length"],
  ["deep", "length"],
  ["big", "number"],
  ["large", "number"],
  ["fast", "number"],
  ["heavy", "weight"],
  ["close", "number"],
  ["hot", "temperature"],
  ["cold", "temperature"],
  ["warm", "temperature"],
  ["loud", "loudness"],
  ["thick", "length"],
  ["strong", "number"],
  ["small", "number"],
  ["low", "number"],
  ["soon", "duration"],
  ["quickly", "duration"],
  ["frequently", "number"],
]);
/** With one of these, "how much" asks for money. */
const MONEY_WORDS: ReadonlySet<string> = new Set(
  "cost costs costing price priced pay pays paid payment worth charge charged spend spends spent buy sell sold earn".split(
    " ",
  ),
);
const COPULAS: ReadonlySet<string> = new Set(["is", "are", "was", "were", "s"]);
/** Nouns that an answer implies without saying them: "in 1974" is a year. */
const SIGNS: ReadonlySet<string> = new Set(
  "year years date dates month day century centuries decade percentage percent number name person people".split(
    " ",
  ),
);
/** How many words after `what` or `which` its noun may stand: "what two large European countries". */
const NOUN_REACH = 4;
const LONGEST_DEFINITION_QUESTION = 7;

/** The kind of answer asked for, and the place of the word that says so and no more: `year` in "what year". */
export interface ExpectedAnswer {
  readonly type: AnswerType | null;
  readonly sign: number | null;
}

/** What the wording tells of the answer. `words` are folded, in order. */
export function expectedAnswer(words: readonly string[]): ExpectedAnswer {
  for (const [at, word] of words.entries()) {
    const next = words[at + 1] ?? "";
    if (word === "who" || word === "whom" || word === "whose") return { type: "person", sign: null };
    if (word === "when") return { type: "date", sign: null };
    if (word === "where") return { type: "place", sign: null };
    if (word === "why") return { type: "reason", sign: null };
    if (word === "how") {
      const isMoney = next === "much" && words.some((one) => MONEY_WORDS.has(one));
      const type = isMoney ? "money" : HOW_TYPES.get(next);
      return type === undefined
        ? { type: next === "" ? null : "manner", sign: null }
        : { type, sign: at + 1 };
    }
    if (word === "what" || word === "which") return answerByNoun(words, at);
  }
  return { type: null, sign: null };
}

function answerByNoun(words: readonly string[], at: number): ExpectedAnswer {
  const copulaFollows = COPULAS.has(words[at + 1] ?? "");
  const from = copulaFollows ? at + 2 : at + 1;
  for (let place = from; place < from + NOUN_REACH; place++) {
    const word = words[place] ?? "";
    const type = NOUN_TYPES.get(word);
    if (type !== undefined) return { type, sign: SIGNS.has(word) ? place : null };
    if (word === "of" || word === "did" || word === "does" || word === "do") break;
  }
  return { type: typeByForm(words, at, copulaFollows), sign: null };
}

function typeByForm(words: readonly string[], at: number, copulaFollows: boolean): AnswerType | null {
  if (words.at(-1) === "called" || words.at(-1) === "named" || words.includes("name")) return "name";
  if (copulaFollows && words.length - at <= LONGEST_DEFINITION_QUESTION) return "definition";
  if (words.at(-1) === "mean" || (words[at + 1] === "counts" && words[at + 2] === "as")) return "definition";
  return null;
}

/** What a sentence offers as answers, in its own order. */
export interface Offer {
  readonly names: readonly Name[];
  readonly values: readonly Value[];
}

/** Names and values of a sentence. */
export function findOffer(text: string, tokens: readonly Token[]): Offer {
  return { names: findNames(text, tokens), values: findValues(text, tokens) };
}

const REASON =
  /\b(?:because|due to|since|owing to|as a result|in order to|so that|so as to|therefore|thus|caus|reason|led to|leads? to|result(?:ed|s|ing)? (?:in|from)|thanks to|to (?:avoid|prevent|ensure|protect|allow|reduce|increase)|for fear|as (?:it|they|he|she|this))/iu;
const MANNER = /\b(?:by (?:the |a |an )?\w+|through|via|using|means of|with the help|method|process|way)\b/iu;
const NUMERIC: ReadonlySet<ValueKind> = new Set(["number", "quantity", "percent", "money", "duration"]);
const VALUE_KINDS: Partial<Record<AnswerType, readonly ValueKind[]>> = {
  date: ["date"],
  duration: ["duration", "quantity"],
  money: ["money"],
  percent: ["percent"],
  number: ["number", "quantity"],
  amount: ["number", "quantity", "percent", "money"],
  length: ["quantity"],
  weight: ["quantity"],
  temperature: ["quantity"],
  loudness: ["quantity"],
};
const LENGTHS = listed("km kilometer kilometre mile m meter metre cm mm ft foot inch yard");
/** Units that a measure is told in, where they can be listed. */
const UNITS: Partial<Record<AnswerType, ReadonlySet<string>>> = {
  length: LENGTHS,
  weight: listed("kg kilogram g gram ton tonne pound lb ounce oz"),
  temperature: listed("degree celsius fahrenheit c f k kelvin"),
  loudness: listed("db dba decibel"),
};

/** A possible answer's place (UTF-16, in its sentence) and how well it fits, above 0 up to 1. */
export interface FittingAnswer {
  readonly start: number;
  readonly end: number;
  readonly fit: number;
}

/** What of the offer fits the type and is not already in the question. */
export function fittingAnswers(
  type: AnswerType,
  text: string,
  offer: Offer,
  asked: ReadonlySet<string>,
): FittingAnswer[] {
  const kinds = VALUE_KINDS[type];
  const units = UNITS[type];
  if (kinds !== undefined) {
    return offer.values.flatMap(({ kind, start, end, canonical, unit }) => {
      if (asked.has(canonical) || (units !== undefined && !units.has(unit))) return [];
      if (kinds.includes(kind) || units !== undefined) return [{ start, end, fit: 1 }];
      return type !== "date" && NUMERIC.has(kind) ? [{ start, end, fit: 0.5 }] : [];
    });
  }
  if (type === "person" || type === "place" || type === "name")
    return fittingNames(type, text, offer.names, asked);
  if (type === "reason") return matchOf(REASON, text);
  return type === "manner" ? matchOf(MANNER, text) : [];
}

function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

const PLACE_BEFORE =
  /\b(?:in|at|near|from|to|into|of|throughout|across|around|towards?|outside|between)\s+(?:the\s+)?$/iu;

function fittingNames(
  type: AnswerType,
  text: string,
  names: readonly Name[],
  asked: ReadonlySet<string>,
): FittingAnswer[] {
  return names.flatMap(({ start, end, terms, isDoubtful }) => {
    if (terms.every((term) => asked.has(term) || isStopTerm(term))) return [];
    const fits = type !== "place" || PLACE_BEFORE.test(text.slice(Math.max(0, start - 16), start));
    return [{ start, end, fit: (isDoubtful ? 0.5 : 1) * (fits ? 1 : 0.5) }];
  });
}

function matchOf(pattern: RegExp, text: string): FittingAnswer[] {
  const match = pattern.exec(text);
  return match === null ? [] : [{ start: match.index, end: match.index + match[0].length, fit: 1 }];
}
