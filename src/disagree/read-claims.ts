/**
 * Reads what a sentence claims: each figure and each date with its subject, its time and its manner.
 * Pure; linear in the sentence and the few before it.
 */
import type { Value } from "../text/values.ts";
import type { Claim, SubjectWord } from "./claim.ts";
import { seasonOf, timeOf } from "./claim-time.ts";
import { betweenSiblings, clauseAround, pauseAfter } from "./clause.ts";
import { type ComparedSentence, textOf } from "./compared-sentence.ts";
import { countedOf, isLabel, isSpanOfContext } from "./counted.ts";
import { type Deed, findDeeds } from "./find-deeds.ts";
import { dateMannerOf, mannerOf } from "./manner.ts";
import { periodOf } from "./period.ts";
import type { Figure } from "./read-figures.ts";
import { cellsIn, type ReadSentence, readSentence, wordsBesideDates, wordsOf } from "./read-sentence.ts";
import { contextOf, type SentenceContext } from "./sentence-context.ts";

/** Sentences with more figures are lists or tables of numbers: nobody can tell what each is of. */
const MOST_FIGURES = 8;

/** Longer sentences are no sentences. UTF-16 code units. */
const LONGEST_SENTENCE = 1_000;

/** Figures in markup are no figures of the text. */
const MARKUP = /<\/?[a-z]{1,10}(?:>|\s[^<>]{0,200}=)/i;

/** What a claim gives: a figure, a date, or who did something. */
export type ClaimedKind = "figure" | "date" | "name";

/** The claims of a sentence, in its order. Headings, code and rows of several figures claim nothing. */
export function readClaims(at: ComparedSentence): Claim[] {
  return readClaimsOf(at, "any");
}

/** Those of one kind, without the work for the others. */
export function readClaimsOf(at: ComparedSentence, wanted: ClaimedKind | "any"): Claim[] {
  const { kind, range } = at.sentence;
  if (kind === "heading" || kind === "code" || range.end - range.start > LONGEST_SENTENCE) return [];
  const read = readSentence(textOf(at));
  if (read.figures.length > (kind === "row" ? 1 : MOST_FIGURES) || MARKUP.test(read.text)) return [];
  const deeds = findDeeds(read);
  if (read.values.length === 0 && deeds.length === 0) return [];
  const isWanted = (kind: ClaimedKind) => wanted === "any" || wanted === kind;
  const figures = isWanted("figure") ? read.figures : [];
  const dates = isWanted("date") ? read.values.filter(({ kind }) => kind === "date") : [];
  const names = isWanted("name") ? deeds : [];
  if (figures.length + dates.length + names.length === 0) return [];
  const context = contextOf(at, read);
  return [
    ...figures.map((figure) => figureClaim(at, read, context, figure)),
    ...dates.map((value) => dateClaim(at, read, context, value)),
    ...names.map((deed) => deedClaim(at, read, context, deed)),
  ].filter((claim) => claim !== null);
}

function figureClaim(
  at: ComparedSentence,
  read: ReadSentence,
  context: SentenceContext,
  figure: Figure,
): Claim | null {
  const { tokens, words } = read;
  const [from, to] = clauseAround(read, figure.first, figure.next);
  if (figure.kind === "duration" && isSpanOfContext(words, figure)) return null;
  const counted = countedOf(read, figure);
  if (figure.kind === "count" && isLabel(read, figure, counted)) return null;
  const stretch = {
    words: wordsBesideDates(read),
    from,
    to,
    first: figure.first,
    next: figure.next,
    pause: pauseAfter(read, figure.next),
  };
  const siblings = read.figures.filter((one) => one !== figure && one.kind === figure.kind);
  const [start, stop] = betweenSiblings(read, figure, siblings, from, to);
  const { period, part } = timeOf(read, figure, from, to);
  const said = wordsOf(read, 0, tokens.length, figure.first);
  const near = wordsOf(read, start, stop, figure.first);
  const isBare = counted.length === 0 && [...near.values()].every(({ isName }) => isName);
  const full = new Map([
    ...(isBare ? said : near),
    ...(isBare ? context.pointedAt : new Map<string, SubjectWord>()),
  ]);
  return {
    ...{ at, kind: figure.kind, figure, name: [], siblings, part, said, near: full },
    ...cellsIn(read, start, Math.min(stop, pauseAfter(read, figure.next))),
    ...{ season: seasonOf(read, from, to), opening: openingOf(said, read) },
    range: shift({ start: figure.start, end: figure.end }, at),
    period: period ?? context.inherited,
    isInherited: period === null && context.inherited !== null,
    all: new Set([...said.keys(), ...context.support, ...context.pointedAt.keys()]),
    counted,
    manner: mannerOf(stretch, figure.kind),
  };
}

function shift({ start, end }: { start: number; end: number }, { sentence }: ComparedSentence) {
  return { start: sentence.range.start + start, end: sentence.range.start + end };
}

function openingOf(said: ReadonlyMap<string, SubjectWord>, { tokens }: ReadSentence): string {
  for (const { term } of tokens) for (const word of said.values()) if (word.term === term) return word.key;
  return "";
}

/** What is said to have happened at a date. Null where the date only describes or compares something. */
function dateClaim(
  at: ComparedSentence,
  read: ReadSentence,
  context: SentenceContext,
  value: Value,
): Claim | null {
  if (value.kind !== "date") return null;
  const period = periodOf(value.canonical);
  const first = read.tokens.findIndex(({ start }) => start === value.start);
  if (period === null || first < 0) return null;
  let next = first + 1;
  while ((read.tokens[next]?.start ?? value.end) < value.end) next += 1;
  const [from, to] = clauseAround(read, first, next);
  const inClause = read.values.filter(
    ({ kind, start, canonical }) =>
      kind === "date" &&
      start >= (read.tokens[from]?.start ?? 0) &&
      start < (read.tokens[to]?.start ?? read.text.length) &&
      !canonical.startsWith("--"),
  );
  const manner = dateMannerOf({ words: wordsBesideDates(read), from, to, first, next, pause: to });
  if (inClause.length !== 1 || manner === null) return null;
  const measures = read.figures.some(
    ({ kind, first: at }) => kind !== "count" && kind !== "duration" && at >= from && at < to,
  );
  if (measures) return null;
  const said = wordsOf(read, 0, read.tokens.length, first);
  const near = wordsOf(read, from, to, first);
  return {
    ...{
      at,
      kind: "date",
      figure: null,
      name: [],
      siblings: read.figures.filter(({ first: place }) => place >= from && place < to),
      period,
      isInherited: false,
      part: "",
      said,
      near,
      counted: [],
      manner,
    },
    ...cellsIn(read, from, to),
    ...{ season: "", opening: openingOf(said, read) },
    range: shift(value, at),
    all: new Set([...said.keys(), ...context.support, ...context.pointedAt.keys()]),
  };
}

/** Who did something. Its period is the only date of the clause, if any. */
function deedClaim(at: ComparedSentence, read: ReadSentence, context: SentenceContext, deed: Deed): Claim {
  const { first, next, name, kind } = deed;
  const [from, to] = clauseAround(read, first, next);
  const said = wordsOf(read, 0, read.tokens.length, first, deed.index);
  const dates = read.values
    .filter(({ kind: of }) => of === "date")
    .flatMap(({ canonical }) => periodOf(canonical) ?? []);
  const stretch = { words: wordsBesideDates(read), from, to, first, next, pause: to };
  return {
    ...{ at, kind, figure: null, name, siblings: [], part: "", said, counted: [], isInherited: false },
    near: wordsOf(read, from, to, first, deed.index),
    period: dates.length === 1 ? (dates[0] ?? null) : null,
    manner: dateMannerOf(stretch) ?? "",
    ...cellsIn(read, from, to),
    ...{ season: "", opening: openingOf(said, read) },
    range: shift({ start: read.tokens[first]?.start ?? 0, end: read.tokens[next - 1]?.end ?? 0 }, at),
    all: new Set([...said.keys(), ...context.support, ...context.pointedAt.keys()]),
  };
}
