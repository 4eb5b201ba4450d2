/** The turn of a conversation that a follow-up leans on, and what it was about. */
import { isContentTerm, tokenize } from "../text/tokens.ts";

/** What was asked and answered before. */
export interface Turn {
  /** As completed: standing alone. */
  readonly question: string;
  /** The quotes shown, best first. */
  readonly quotes: readonly string[];
}

/** What a question is about: its words without the asking ones at its start. */
export function topicOf(question: string): string {
  // A question that was itself completed names its topic in brackets.
  const named = /\(([^()]+)\)[^()]*$/u.exec(question)?.[1];
  if (named !== undefined) return named;
  const plain = bareQuestion(question);
  const first = tokenize(plain).find(({ term }) => isContentTerm(term) && !QUANTITY.has(term));
  if (first === undefined) return plain;
  const article = /\b(?:the|an?|its?|his|her|their)\s+$/iu.exec(plain.slice(0, first.start));
  return plain.slice(article?.index ?? first.start);
}

/** "How many", "how much": part of the asking, not of what is asked about. */
const QUANTITY: ReadonlySet<string> = new Set(["mani", "much", "long", "often"]);

/** A question without its end marks. */
export function bareQuestion(text: string): string {
  return text.trim().replace(/[\s?!.…]+$/u, "");
}
