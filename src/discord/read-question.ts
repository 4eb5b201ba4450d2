/** Finds the question in what a person wrote: without mentions and emoji names, and not too long. */

/** Longest question, UTF-16 code units; also what `/ask` lets people type. */
export const LONGEST_QUESTION = 1000;

/** Mentions of people, roles, channels, commands and everyone, custom emoji, timestamps. */
const TOKENS =
  /<(?:@[!&]?\d{1,20}|#\d{1,20}|a?:\w{1,32}:\d{1,20}|\/[^<>:]{1,100}:\d{1,20}|t:-?\d{1,17}(?::\w)?)>|(?<!\w)@(?:everyone|here)(?!\w)/g;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

export type ReadQuestion = { readonly question: string } | { readonly fault: "emptyQuestion" | "tooLong" };

export function readQuestion(text: string): ReadQuestion {
  const question = withoutTokens(text).replace(/\s+/gu, " ").trim();
  if (!SAYS_SOMETHING.test(question)) return { fault: "emptyQuestion" };
  return question.length > LONGEST_QUESTION ? { fault: "tooLong" } : { question };
}

/** The text without what Discord shows as a name or picture. */
export function withoutTokens(text: string): string {
  return text.replace(TOKENS, " ");
}
