/**
 * What the sentences only suppose, plan or make depend on something, a statement must not assert: a clause with `may`,
 * `planned`, `would` or `if` keeps a word of that kind. Nor may it doubt what they assert. English first.
 */
import { synonymsOf } from "../text/synonyms.ts";
import { termOf } from "../text/tokens.ts";
import { isStrongHedge } from "../text/word-kinds.ts";
import { range } from "./anchor-features.ts";
import type { Fault } from "./cited-sentence.ts";
import type { Evidence } from "./evidence.ts";
import type { ReadText, ReadWord } from "./read-text.ts";

const SUPPOSING = terms(
  `may might could perhaps possibly possible probably probable maybe presumably allegedly alleged allege
 supposedly suppose purportedly apparently seem suspect suspected believe think claim
  accuse rumour estimate suggest potentially arguably`,
);
const PLANNING = terms(
  `plan expect forecast project predict intend aim hope promise propose schedule would should will shall target
  want seek goal announce`,
);
const CONDITIONAL = terms(
  "if unless provided assuming otherwise when once with without should were until long depend condition case",
);
const PERMITTING = terms("allow permit can able must only forbid need require");
const IF = new Set(["if", "unless", "provided"]);
/** Share of a hedged clause that a statement must repeat to be held to its hedge. */
const REPEATED = 0.5;
/** Of what stands behind a hedge, its first words tell what is hedged. */
const GOVERNED = 6;
const FARTHEST = 16;
const FEWEST = 2;

export function checkHedges(statement: ReadText, { cited, place }: Evidence): Fault | null {
  const own = statement.terms;
  const words = undated(statement);
  const doubts = words.some((word, at) => isSupposing(word) && !isForbidding(words, at));
  const plans = doubts || statement.words.some(isPlanning) || isToCome(statement.words);
  const depends =
    /^to$/.test(statement.words[0]?.key ?? "") ||
    statement.words.some(({ key, term }) => CONDITIONAL.has(term) || /^(?:would|could|might)$/.test(key));
  const permits = [...PERMITTING].some((term) => own.has(term));
  for (const { word, around, after, kind } of hedgedClauses(cited)) {
    if (!isRepeated(around, own) || !isRepeated(after.slice(0, GOVERNED), own)) continue;
    const kept = {
      supposing: doubts || (permits && /^(?:may|might|could)$/.test(word)),
      planning: plans,
      conditional: depends,
    };
    if (!kept[kind] && !isToldOtherwise(word, own, cited.terms))
      return { kind: "hedge", reason: `What the line asserts stands in ${place} under “${word}”.` };
  }
  if (doubts && !undated(cited).some((word) => isSupposing(word) || isPlanning(word)))
    return { kind: "hedge", reason: `The line doubts what is asserted in ${place}.` };
  return null;
}

/** `anticipated` for `expected`. */
function isToldOtherwise(word: string, own: ReadonlySet<string>, theirs: ReadonlySet<string>): boolean {
  return [...synonymsOf(termOf(word))].some((term) => own.has(term) && !theirs.has(term));
}

/** Whether a statement says so much of these words that it says the clause. */
function isRepeated(terms: readonly string[], own: ReadonlySet<string>): boolean {
  const shared = terms.filter((term) => own.has(term)).length;
  return shared >= Math.min(FEWEST, terms.length) && shared >= REPEATED * terms.length;
}

interface HedgedClause {
  readonly word: string;
  /** The clause's content terms without hedges, and those behind the hedge. */
  readonly around: readonly string[];
  readonly after: readonly string[];
  readonly kind: "supposing" | "planning" | "conditional";
}

function hedgedClauses(cited: ReadText): HedgedClause[] {
  const clauses = new Map<number, ReadWord[]>();
  for (const word of undated(cited)) {
    const clause = clauses.get(word.clause);
    if (clause === undefined) clauses.set(word.clause, [word]);
    else clause.push(word);
  }
  return [...clauses.values()].flatMap((words, at, all) => {
    const around = contentOf(words);
    const hedged = words.flatMap((word, place): HedgedClause[] => {
      const after = contentOf(words.slice(place + 1, place + 1 + FARTHEST));
      if (isSupposing(word)) return [{ word: word.key, around, after, kind: "supposing" }];
      if (isPlanning(word) || isToCome(words.slice(place, place + 2)))
        return [{ word: word.key, around, after, kind: "planning" }];
      return [];
    });
    // What follows an `if` clause is said under its condition.
    const [first, next] = [words[0], contentOf(all[at + 1] ?? [])];
    if (first === undefined || next.length === 0 || !IF.has(first.key)) return hedged;
    return [...hedged, { word: first.key, around: next, after: next, kind: "conditional" }];
  });
}

/** Without dates: `9 May` is no doubt. */
function undated({ words, figures }: ReadText): readonly ReadWord[] {
  const dated = new Set(
    figures.filter(({ kind }) => kind === "date").flatMap(({ first, next }) => range(first, next)),
  );
  return words.filter((_, at) => !dated.has(at));
}

/** `may not` forbids, it does not doubt. */
function isForbidding(words: readonly ReadWord[], at: number): boolean {
  return words[at]?.key === "may" && words[at + 1]?.key === "not";
}

function isPlanning({ key, term }: ReadWord): boolean {
  return PLANNING.has(term) || key === "meant";
}

function isSupposing({ key, term }: ReadWord): boolean {
  // `a cartoon appeared` supposes nothing; `appears to be` does, but cannot be told by the word alone.
  if (/^appear/.test(key)) return false;
  return key === "reported" || SUPPOSING.has(term) || isStrongHedge(key);
}

/** `is to shorten`, `are to be linked`. */
function isToCome(words: readonly ReadWord[]): boolean {
  return words.some(
    ({ key }, at) =>
      (/^(?:is|are|was|were)$/.test(key) && words[at + 1]?.key === "to") ||
      (key === "to" && words[at + 1]?.key === "be"),
  );
}

function contentOf(words: readonly ReadWord[]): string[] {
  const hedging = (word: ReadWord) => isSupposing(word) || isPlanning(word);
  return words.filter((word) => word.isContent && !hedging(word)).map(({ term }) => term);
}

function terms(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/).map(termOf));
}
