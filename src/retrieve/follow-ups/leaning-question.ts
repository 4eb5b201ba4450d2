/** Questions that lean on the one before without a pronoun: "who else?", "How did they answer?", "Who was killed?". Pure. */
import { isContentTerm, tokenize } from "../../text/tokens.ts";
import { isPastForm } from "./noun-phrase.ts";

/** Verbs that say what somebody did about something, and here do not say about what. */
const UNFINISHED =
  /\b(?:respond|react|reply|retaliate|answer|responded|reacted|replied|retaliated)\s*[?!.]*$/iu;
const ELSE = /\b(?:who|what|where|when|why|how|which\s+\p{L}+)\s+else\b/iu;
const ASKING_AND_VERB =
  /^(?:who|whom|what|when|where|how|why|how\s+many)\s+(?:(?:was|were|has|have|had|is|are|did)\s+)?(?:been\s+)?(\p{Ll}+)\s*[?!.]*$/iu;
/** More of its own than this, and it asks for something of its own. */
const MOST_OWN_WORDS = 2;

/** Whether the question lacks what it is about. */
export function leansWithoutPronoun(question: string): boolean {
  const own = tokenize(question).filter(({ term }) => isContentTerm(term));
  if (ELSE.test(question))
    return own.length <= MOST_OWN_WORDS + 1 && !/\b(?:besides|except|than)\b/iu.test(question);
  if (UNFINISHED.test(question)) return own.length <= MOST_OWN_WORDS;
  const verb = ASKING_AND_VERB.exec(question)?.[1];
  return verb !== undefined && (isPastForm(verb) || verb === "happen");
}
