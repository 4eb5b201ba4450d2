/** Decides whether a question that a model rewrote may take the place of the one that was asked. Pure; mends nothing. */

import type { ToldTurn } from "../prompts/compose-prompt.ts";
import { findNames } from "../text/names.ts";
import { isContentTerm, tokenize } from "../text/tokens.ts";
import { findValues } from "../text/values.ts";

const LONGEST = 300;
const DRESS = /^(?:(?:standalone |rewritten |last )?question\s?[:：]\s?)?["“'‘]?(.*?)["”'’]?$/isu;
/** The share of its telling words that must stand in the conversation: a verb may change its form. */
const KNOWN_SHARE = 0.6;

/**
 * The question, or null when the reply is no single line, strays from what was asked, or names a number, a date or
 * somebody the conversation does not name.
 */
export function acceptStandaloneQuestion(
  reply: string,
  question: string,
  turns: readonly ToldTurn[],
): string | null {
  const lines = reply.split(/[\r\n\u2028\u2029]+/).filter((line) => line.trim() !== "");
  const [line = ""] = lines;
  if (lines.length !== 1 || line.length > LONGEST || /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(line))
    return null;
  const rewritten = (DRESS.exec(line.trim())?.[1] ?? "").trim();
  const told = [question, ...turns.flatMap((turn) => [turn.question, turn.answer])].join("\n");
  const known = contentTerms(told);
  const terms = [...contentTerms(rewritten)];
  if (terms.length === 0 || terms.filter((term) => known.has(term)).length < KNOWN_SHARE * terms.length)
    return null;
  const asked = [...contentTerms(question)];
  if (asked.length > 0 && !asked.some((term) => terms.includes(term))) return null;
  return inventsNothing(rewritten, told) ? rewritten : null;
}

function inventsNothing(rewritten: string, told: string): boolean {
  const values = new Set(findValues(told).map(({ canonical }) => canonical));
  const terms = new Set(tokenize(told).map(({ term }) => term));
  return (
    findValues(rewritten).every(({ canonical }) => values.has(canonical)) &&
    findNames(rewritten).every((name) => name.isDoubtful || name.terms.every((term) => terms.has(term)))
  );
}

function contentTerms(text: string): ReadonlySet<string> {
  return new Set(tokenize(text).flatMap(({ term }) => (isContentTerm(term) ? [term] : [])));
}
