/**
 * "When was Ann born?" is not answered by another day of hers, nor "Who is the queen of Spain?" by the queen of Norway:
 * finds the relation that a short question asks about and its best sentence does not tell. English and pure; of other
 * questions it says nothing.
 */
import { nationNamesOf } from "../text/synonyms.ts";
import { termOf, tokenize } from "../text/tokens.ts";
import type { QuestionAnalysis, QuestionTerm } from "./analyze-question.ts";
import { viewPassage } from "./passage-view.ts";
import type { RankedSentence } from "./retrieval.ts";
import { areRelatives } from "./spelling-variants.ts";

/** In content words: a longer question says a thing in more words than the sources need. */
const SHORT = 4;
const POINTS_BACK = /^["“'(]*(?:he|she|it|they|his|her|its|their|this|these|that|those|such)\b/iu;

/** What is asked, and how else an answer may tell it: "opened in 1901" for "founded". */
const DEEDS = readTable(`
  born: birth native descend; birth: born native
  found: establish create form launch open start begin institute build charter incorporate origin discover find
  founder: found establish create form launch open start begin institute
  establish: found create form launch open start begin institute build charter incorporate origin reopen
  build: construct erect make open finish create raise complete commission inaugurate architect design contractor
  construct: build erect make open finish create raise complete commission inaugurate architect design contractor
  design: architect create plan draw develop invent; draw: paint sketch artist cartoonist illustrate
  edit: editor; editor: edit
  die: death dead kill murder execute assassinate perish pass fatal life lose fall
  wife: marry husband spouse wedding; husband: marry wife spouse wedding`);
/** What is asked "of" a name, and what else gives it away. */
const ATTRIBUTES = readTable(`
  length: long km kilometre kilometer mile metre meter m cm mm inch foot
  height: high tall metre meter m foot km; width: wide broad metre meter m km; depth: deep metre meter m km
  diameter: metre meter m cm mm inch; weight: weigh heavy kg kilogram ton tonne pound g gram
  population: people inhabitant resident live million; area: square hectare acre km`);
const OF_A_NAME =
  /^(?:what|who)(?:['’]s|\s+(?:is|was|are|were))\s+(?:the|an?)\s+(?:[\p{L}-]+\s+){0,2}?([\p{L}-]+)\s+of\s+(?:the\s+)?\p{Lu}/iu;
const OF_ITS_OWNER =
  /^who(?:['’]s|\s+(?:is|was|are|were))\s+\p{Lu}[\p{L}-]*['’]s?\s+(?:[\p{L}-]+\s+){0,2}?([\p{L}-]+)\s*\?*$/iu;
/** Heads of phrases that an answer need not repeat. */
const LIGHT = new Set(
  "ahead front charge name kind type sort form way example instance part number total purpose role effect result meaning definition nationality".split(
    " ",
  ),
);
const OWNER_AFTER = /^\s+of\s+(?:the\s+)?(\p{Lu}[\p{L}-]*)/u;
const OWNER_BEFORE = /(\p{Lu}[\p{L}-]*)(['’]s?)?\s+(?:\p{L}+\s+){0,2}$/u;
/** What a sentence gains by the owner it names, in units of the weights, and how many of the first are looked at. */
const OWNER_GAINS = { asked: 2, other: -4, nobody: 0, nowhere: 0 } as const;
const LOOKED_AT = 30;
/** UTF-16 code units before a word in which its owner is looked for. */
const MOST_BEFORE = 60;

/**
 * The word of the relation, as typed, that the first of `ranked` does not tell; null where it does or nothing can be
 * said.
 */
export function unsaidRelation(
  question: string,
  { terms, answerType }: QuestionAnalysis,
  ranked: readonly RankedSentence[],
): string | null {
  const [best] = ranked;
  const content = terms.filter(({ isContent }) => isContent);
  if (best === undefined || content.length > SHORT) return null;
  const said = termsNear(best);
  const isAskedDeed = answerType === "person" || answerType === "date" || answerType === "place";
  // What a follow-up took over from the question before it stands in brackets: there it is the topic, not asked.
  const topic = new Set(tokenize(/\(([^()]*)\)/u.exec(question)?.[1] ?? "").map(({ term }) => term));
  for (const term of isAskedDeed ? content.filter((one) => !topic.has(one.term)) : []) {
    const other = DEEDS.get(term.term);
    if (other !== undefined && !isSaid(term, said, other)) return term.word;
  }
  const asked = headOf(question, content);
  if (asked === null) return null;
  if (!isSaid(asked, said, ATTRIBUTES.get(asked.term) ?? [])) return asked.word;
  if (answerType !== "person") return null;
  const owner = ownerIn(textOf(best), asked, content);
  const isTakenElsewhere = () =>
    ranked.slice(0, LOOKED_AT).some((one) => ownerIn(textOf(one), asked, content) === "other");
  return owner === "other" || (owner === "nowhere" && isTakenElsewhere()) ? asked.word : null;
}

/** `ranked` with what gives the relation to the name asked about before what gives it to others ("Norway's queen"). */
export function preferAskedOwner<Ranked extends RankedSentence>(
  question: string,
  { terms, answerType }: QuestionAnalysis,
  ranked: readonly Ranked[],
): readonly Ranked[] {
  const content = terms.filter(({ isContent }) => isContent);
  const asked = answerType === "person" && content.length <= SHORT ? headOf(question, content) : null;
  if (asked === null) return ranked;
  const weighed = ranked.map((one, at) => {
    if (at >= LOOKED_AT) return one;
    return { ...one, score: one.score + OWNER_GAINS[ownerIn(textOf(one), asked, content)] };
  });
  return weighed.sort((a, b) => b.score - a.score);
}

/** What is asked of a name: `queen` in "Who is the queen of Spain?". */
function headOf(question: string, content: readonly QuestionTerm[]): QuestionTerm | null {
  const plain = question.trim();
  const head = (OF_A_NAME.exec(plain) ?? OF_ITS_OWNER.exec(plain))?.[1];
  const asked = head === undefined ? undefined : content.find(({ term }) => term === termOf(head));
  if (asked === undefined || LIGHT.has(asked.term)) return null;
  return content.some(({ isName }) => isName) ? asked : null;
}

function isSaid(
  { term, variants, synonyms }: QuestionTerm,
  said: ReadonlySet<string>,
  other: readonly string[],
) {
  const ways = [term, ...synonyms, ...other, ...variants.flatMap(({ terms }) => terms)];
  if (ways.some((one) => said.has(one))) return true;
  return [...said].some((one) => areRelatives(term, one));
}

/** To whom a sentence gives what is asked of a name: to that name, only to others, to nobody; or it is not in it. */
type Owner = "asked" | "other" | "nobody" | "nowhere";

function ownerIn(text: string, asked: QuestionTerm, content: readonly QuestionTerm[]): Owner {
  const names = content.filter(({ isName }) => isName);
  const own = new Set(
    names.flatMap(({ term, variants, synonyms }) => [
      term,
      ...synonyms,
      ...variants.flatMap(({ terms }) => terms),
    ]),
  );
  const places = tokenize(text).filter(({ term }) => term === asked.term);
  const owners = places.map(({ start, end }) => ownerAt(text, start, end));
  if (places.length === 0) return "nowhere";
  if (owners.some((owner) => owner !== null && own.has(termOf(owner)))) return "asked";
  return owners.includes(null) ? "nobody" : "other";
}

function ownerAt(text: string, start: number, end: number): string | null {
  const after = OWNER_AFTER.exec(text.slice(end, end + MOST_BEFORE))?.[1];
  if (after !== undefined) return after;
  const before = text.slice(Math.max(0, start - MOST_BEFORE), start);
  const [, name, possessive] = OWNER_BEFORE.exec(before) ?? [];
  if (name === undefined) return null;
  if (possessive !== undefined) return name;
  // Of adjectives only those of countries tell an owner: "Iranian president", not "Foreign minister".
  const nations = [...before.matchAll(/\p{Lu}[\p{L}-]*/gu)].map(([one]) => one);
  return nations.findLast((one) => nationNamesOf(termOf(one)).size > 0) ?? null;
}

/** The terms of the sentence, of what stands above it, and of the one it points back at. */
function termsNear({ passage, index }: RankedSentence): ReadonlySet<string> {
  const { sentences, titleTerms } = viewPassage(passage);
  const here = sentences[index];
  const before = here !== undefined && POINTS_BACK.test(here.text) ? sentences[index - 1] : undefined;
  return new Set([
    ...(here?.places.keys() ?? []),
    ...(here?.above ?? []),
    ...(before?.places.keys() ?? []),
    ...titleTerms,
  ]);
}

function textOf({ passage: { source }, sentence: { range } }: RankedSentence): string {
  return source.text.slice(range.start, range.end);
}

/** `asked: other other; asked: …`, a line or a semicolon each, as terms. */
function readTable(table: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    table
      .trim()
      .split(/[;\n]/)
      .map((line) => {
        const [asked = "", others = ""] = line.split(":");
        return [termOf(asked.trim()), others.trim().split(/\s+/).map(termOf)] as const;
      }),
  );
}
