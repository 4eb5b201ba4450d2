/** What was found for the parts of one question, as if it had been found for the whole. Pure. */
import type { RankedSentence, Retrieval } from "./retrieval.ts";

/** Sentences of all parts in turns, each once; answered when any part is. Scores stay those of the parts. */
export function joinRetrievals(question: string, parts: readonly [Retrieval, ...Retrieval[]]): Retrieval {
  const [first] = parts;
  if (parts.length === 1) return first;
  const best =
    parts.find(({ zone }) => zone === "answered") ?? parts.find(({ zone }) => zone === "closest") ?? first;
  const sentences = new Map<RankedSentence["sentence"], RankedSentence>();
  const longest = Math.max(...parts.map((part) => part.sentences.length));
  for (let at = 0; at < longest; at++) {
    for (const part of parts) {
      const ranked = part.sentences[at];
      if (ranked !== undefined && !sentences.has(ranked.sentence)) sentences.set(ranked.sentence, ranked);
    }
  }
  const missingTerms = [...new Set(parts.flatMap((part) => part.missingTerms))];
  return { ...best, question, sentences: [...sentences.values()], missingTerms };
}
