/**
 * Puts the other side beside what an answer quotes: where a ranked sentence gives another value for what was asked,
 * both are quoted. Never changes a quote that is there; it may let the weakest go.
 */
import type { Draft, DraftQuote } from "../extract/draft.ts";
import type { RankedSentence, Retrieval } from "../retrieve/retrieval.ts";
import type { Claim } from "./claim.ts";
import { type ComparedSentence, isSamePlace } from "./compared-sentence.ts";
import { type FoundDisagreement, groupPairs, pairsBetween } from "./find-disagreements.ts";
import { type ClaimedKind, readClaimsOf } from "./read-claims.ts";

export interface DraftSide {
  /** As its source writes it. */
  readonly value: string;
  /** Quotes of the draft that give it. */
  readonly quotes: readonly DraftQuote[];
}

export interface DraftDisagreement {
  readonly about: string;
  readonly sides: readonly DraftSide[];
}

export interface DraftWithDisagreements extends Draft {
  readonly disagreements: readonly DraftDisagreement[];
}

/** Ranked sentences that are read for another side, best first. */
const MOST_RANKED = 50;
/** Where no figure or date was asked for, only what ranks so high is about the question. */
const MOST_RANKED_UNASKED = 8;
/** The other side speaks to at least this share of the question's words that the quoted one speaks to. */
const SPEAKS_TO_QUESTION = 0.5;
/** More would bury the answer. */
const MOST_DISAGREEMENTS = 2;

/**
 * The draft with every disagreement on the value asked about. At most `top` quotes, but always both sides; quotes stay
 * in order of strength.
 */
export function addDisagreements(
  draft: Draft,
  { question, shape, sentences, zone }: Retrieval,
  top: number,
): DraftWithDisagreements {
  const asked = askedKind(question, shape);
  if (zone !== "answered" || draft.quotes.length === 0 || asked === "none")
    return { ...draft, disagreements: [] };
  const ranked = sentences
    .filter(({ sentence }) => sentence.kind !== "heading")
    .slice(0, asked === "any" ? MOST_RANKED_UNASKED : MOST_RANKED);
  const claimsOf = onceEach((one: RankedSentence) => claimsAsked(one, asked));
  const read = new Set<RankedSentence>();
  const best = ranked.find(({ sentence }) => sentence === draft.quotes[0]?.ranked)?.matchedTerms ?? [];
  // A further quote is on the value asked about when it speaks to all that the first one speaks to.
  const answersToo = ({ matchedTerms }: RankedSentence) =>
    asked !== "any" && best.every((term) => matchedTerms.includes(term));
  const pairs = ranked.flatMap((one) => {
    const quote = quoteOf(draft.quotes, one);
    if (quote === undefined || (quote !== draft.quotes[0] && !answersToo(one))) return [];
    read.add(one);
    const claims = claimsOf(one);
    if (claims.length === 0) return [];
    const others = ranked.filter((other) => !read.has(other) && speaksAlike(one, other));
    return pairsBetween(claims, others.flatMap(claimsOf));
  });
  const found = groupPairs(pairs).slice(0, MOST_DISAGREEMENTS);
  return found.length === 0 ? { ...draft, disagreements: [] } : withSides(draft, found, ranked, top);
}

/** What a question asks for, as far as figures, dates and names of who did something can answer it. */
type AskedKind = ClaimedKind | "any" | "none";

const ASKS_DATE = /\b(?:when|(?:what|which) (?:year|date|day|month|century|decade))\b/iu;
const ASKS_FIGURE =
  /\bhow (?:many|much|long|old|often|far|tall|high|wide|deep|big|large|fast|heavy|great|strong|hot|cold|expensive)\b|\b(?:number|population|total|size|length|height|distance|speed|temperature|capacity|weight|percentage|share|cost|price|revenue|budget|amount|volume|dose|interval|torque|pressure)\b/iu;
const ASKS_NAME = /\b(?:who|whom|whose)\b/iu;
const ASKS_OTHER = /\b(?:where|why)\b/iu;

function askedKind(question: string, shape: Retrieval["shape"]): AskedKind {
  if (ASKS_DATE.test(question)) return "date";
  if (ASKS_FIGURE.test(question)) return "figure";
  if (ASKS_NAME.test(question)) return "name";
  if (ASKS_OTHER.test(question)) return "none";
  // "Was it attacked in 2022?" asks about a value, "what did he call it?" does not.
  return shape === "broad" || (shape !== "plain" && /\d/.test(question)) ? "any" : "none";
}

/** The claims of a sentence on the kind of value that was asked for. */
function claimsAsked(ranked: RankedSentence, asked: ClaimedKind | "any"): readonly Claim[] {
  const claims = readClaimsOf(ranked, asked);
  if (asked === "any" || ranked.answers.length === 0) return claims;
  return claims.filter(({ range }) =>
    ranked.answers.some(({ start, end }) => start < range.end && range.start < end),
  );
}

/** Most sentences are never compared: none is read before it is. */
function onceEach<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

function speaksAlike(shown: RankedSentence, other: RankedSentence): boolean {
  const { matchedTerms } = shown;
  // What stands beside it may lean on its words.
  const isBeside =
    shown.passage.source === other.passage.source && shown.sentence.paragraph === other.sentence.paragraph;
  if (isBeside) return true;
  const alike = matchedTerms.filter((term) => other.matchedTerms.includes(term)).length;
  return alike >= matchedTerms.length * SPEAKS_TO_QUESTION;
}

function withSides(
  draft: Draft,
  found: readonly FoundDisagreement[],
  ranked: readonly RankedSentence[],
  top: number,
): DraftWithDisagreements {
  const quotes = [...draft.quotes];
  const needed = new Set<DraftQuote>(quotes.slice(0, 1));
  const disagreements = found.map(({ about, sides }) => ({
    about,
    sides: sides.map(({ value, places }) => {
      const quoted = places.filter(({ at }) => quoteOf(quotes, at) !== undefined);
      const first = places[0];
      if (quoted.length === 0 && first !== undefined) {
        quotes.push(quoteAlone(first.at, first.range, ranked));
        quoted.push(first);
      }
      const holding = [...new Set(quoted.flatMap(({ at }) => quoteOf(quotes, at) ?? []))];
      for (const quote of holding.slice(0, 1)) needed.add(quote);
      return { value, quotes: holding };
    }),
  }));
  quotes.sort((a, b) => b.score - a.score);
  for (let at = quotes.length - 1; at >= 0 && quotes.length > top; at--) {
    const quote = quotes[at];
    if (quote !== undefined && !needed.has(quote)) quotes.splice(at, 1);
  }
  const kept = disagreements.map(({ about, sides }) => ({
    about,
    sides: sides.map(({ value, quotes: all }) => ({
      value,
      quotes: all.filter((quote) => quotes.includes(quote)),
    })),
  }));
  return { quotes, disagreements: kept };
}

function quoteOf(quotes: readonly DraftQuote[], { passage, sentence }: ComparedSentence) {
  return quotes.find((quote) =>
    quote.sentences.some((one) =>
      isSamePlace({ passage: quote.passage, sentence: one }, { passage, sentence }),
    ),
  );
}

/** The sentence by itself, as strong as it was ranked. */
function quoteAlone(
  at: ComparedSentence,
  answerSpan: DraftQuote["answerSpan"],
  ranked: readonly RankedSentence[],
): DraftQuote {
  const { passage, sentence } = at;
  const score = ranked.find((one) => isSamePlace(one, at))?.score ?? 0;
  return { passage, sentences: [sentence], ranked: sentence, score, answerSpan };
}
