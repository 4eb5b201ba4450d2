/** A clause of a statement must not be news altogether: an addition, or a reason that the sentences do not give. English. */
import type { AkinWords } from "./akin-words.ts";
import { range } from "./anchor-features.ts";
import type { Fault } from "./cited-sentence.ts";
import type { ReadText, ReadWord } from "./read-text.ts";

/** Words of a clause that make it say something. */
const FEWEST_ADDED = 2;
const REASON = /^(?:because|due|owing|thanks|caused)$/;
/** Share of a reason's words that must be the sentences'. */
const LEAST_OF_REASON = 0.5;

/** `known` has the words of the cited sentences, `framing` also those of title and question. */
export function checkClauses(
  statement: ReadText,
  known: AkinWords,
  framing: AkinWords,
  place: string,
): Fault | null {
  const { text, words, figures } = statement;
  const inFigure = new Set(figures.flatMap(({ first, next }) => range(first, next)));
  const clauses = new Map<number, { all: ReadWord[]; hasFigure: boolean }>();
  for (const [at, word] of words.entries()) {
    const clause = clauses.get(word.clause) ?? { all: [], hasFigure: false };
    clauses.set(word.clause, clause);
    if (inFigure.has(at)) clause.hasFigure = true;
    else clause.all.push(word);
  }
  for (const { all, hasFigure } of clauses.values()) {
    const content = all.filter(({ isContent, isNegation }) => isContent && !isNegation);
    const own = content.filter(({ term }) => known.has(term) || framing.has(term));
    if (!hasFigure && content.length >= FEWEST_ADDED && own.length === 0)
      return { kind: "words", reason: `Nothing in ${place} speaks of “${written(text, content)}”.` };
    const marker = all.findIndex(({ key }) => REASON.test(key));
    if (marker === -1) continue;
    const reason = all.slice(marker + 1).filter(({ isContent }) => isContent);
    const given = reason.filter(({ term }) => known.has(term)).length;
    if (reason.length > 0 && given < LEAST_OF_REASON * reason.length)
      return { kind: "words", reason: `The reason “${written(text, reason)}” is not given in ${place}.` };
  }
  return null;
}

function written(text: string, words: readonly ReadWord[]): string {
  return text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
}
