/**
 * Questions that were not answered well, for whoever keeps the sources: a JSON object a line, in the form of a labelled
 * question that only needs its answer filled in. No names, no ids of people. Nothing is kept unless a file is named.
 */
import { appendFile, mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { type Answer, shownCitations } from "../answers/answer.ts";

/** `refused`: the sources did not say. `not useful`: somebody said so of the answer. */
export type FeedbackReason = "refused" | "not useful";

export interface FeedbackLog {
  /** Adds a line; what cannot be written is told once and lost. */
  add(why: FeedbackReason, screen: string, answer: Answer): Promise<void>;
}

export function createFeedbackLog(
  file: string | null,
  onFault: (error: unknown) => void,
  now: () => Date = () => new Date(),
): FeedbackLog {
  let isBroken = false;
  let written: Promise<void> = Promise.resolve();
  return {
    add(why, screen, answer) {
      if (file === null) return Promise.resolve();
      const line = `${JSON.stringify(labelledQuestion(why, screen, answer, now()))}\n`;
      written = written
        .then(() => mkdir(dirname(file), { recursive: true }))
        .then(() => appendFile(file, line, { encoding: "utf8", mode: 0o600 }))
        .catch((error: unknown) => {
          if (!isBroken) onFault(error);
          isBroken = true;
        });
      return written;
    },
  };
}

function labelledQuestion(why: FeedbackReason, screen: string, answer: Answer, at: Date) {
  const shown = shownCitations(answer);
  return {
    id: screen,
    question: answer.standaloneQuestion ?? answer.question,
    answerable: why === "not useful",
    source: shown[0]?.source.file ?? "",
    answers: [],
    spans: [],
    why,
    status: answer.status,
    missingTerms: answer.abstention?.missingTerms ?? [],
    shown: shown.map(({ id }) => id),
    at: at.toISOString(),
  };
}
