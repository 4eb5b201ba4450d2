/** Models as they are met: one that is honest, and those that are not. Each answers from the prompt it is sent. */
import { isRewriting, type ModelScript, questionIn, says, sentencesIn } from "./scripted-reply.ts";

/** Repeats the sentences that share most with the question, each with its label; leaves a follow-up as it is. */
export const honestModel: ModelScript = (asked) => {
  if (isRewriting(asked)) return says(questionIn(asked));
  const words = new Set(
    questionIn(asked)
      .toLowerCase()
      .match(/\p{L}{4,}/gu),
  );
  const shared = (text: string) =>
    (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter((word) => words.has(word)).length;
  const lines = [...sentencesIn(asked)]
    .sort((a, b) => shared(b.text) - shared(a.text))
    .slice(0, 3)
    .map(({ label, text }) => `${text.replace(/[.!?]$/, "")} [S${label}].`);
  return says(lines.length === 0 ? "NO_ANSWER" : `${lines.join("\n")}\n`);
};

/** Says of every sentence that it says nothing of the kind. */
export const NO_ANSWER: ModelScript = () => says("NO_ANSWER");

/** Words that mean nothing, for ever. */
export function* gibberish(): Iterable<string> {
  for (let at = 1; ; at += 1) {
    const words = Array.from({ length: 60 }, (_, place) => `${(at * 7919 * (place + 3)).toString(36)}qx`);
    yield `${words.join(" ")}\n`;
  }
}

/** The same line, for ever. */
export function* repeated(line: string): Iterable<string> {
  for (;;) yield `${line}\n`;
}
