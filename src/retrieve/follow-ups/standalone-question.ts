/**
 * Completes a question that leans on the one before, by rule: "and in 2025?", "what about Israel?", "who led it?".
 * English. Only words of the two questions, and a name or a listed item of the earlier answer, are ever used; what
 * stands alone is left as it was typed.
 */
import { isContentTerm, tokenize } from "../../text/tokens.ts";
import { replacePronoun } from "./anaphora.ts";
import { bareQuestion, type Turn, topicOf, wholeTopicOf, withTopic } from "./earlier-turn.ts";
import { leansWithoutPronoun } from "./leaning-question.ts";
import { pickItem } from "./pick-item.ts";
import { replaceSlot } from "./replace-slot.ts";

const OPENER = /^(?:(?:and|but|or|so|also|then|ok|okay|well)\b[\s,]*)?(?:(?:what|how) about\b[\s,]*)?/iu;
const LONGEST_FRAGMENT = 8;
/** A fragment names a thing; a question of its own has a verb after its first words. */
const OWN_QUESTION =
  /^(?:(?:(?:since|until|in|on|at|by|for|from|to|with|of|under|after|before)\s+)?(?:who|whom|whose|what|which|when|where|why|how)\b.*\s\S|(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|tell|show|list|name|give|compare|describe|explain)\b)/isu;
/** "In 1973 what was he named?": a question that begins with its circumstances. */
const HAS_VERB =
  /\s(?:who|whom|what|which|when|where|why|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b/iu;
const BARE_ASKING =
  /^(?:(?:and|but|so)\s+)?(who(?: else)?|what else|when(?: exactly)?|where(?: exactly)?|why(?: not)?|how(?: many| much| long| often| far| big)?|since when|until when|by whom|with whom|by how much|for how long|how (?:many|much) (?:more|of them))\s*\??$/iu;
/** "In which provinces?", "how many ships?": asks about the same, in another way. */
const ASKING_NOUN =
  /^(?:(?:in|at|on|from|to|by|with|for)\s+(?:which|what|whose)\s+\p{L}+(?:\s+\p{L}+)?|(?:which|how many)\s+\p{Ll}+)\s*\?*$/iu;
const PREPOSITION_FIRST =
  /^(?:in|for|from|by|of|on|at|to|with|without|during|before|after|since|until|under|against|between|towards?|within|via)\b/iu;
const MORE = /^(?:tell me more|(?:any|what) more|what else|go on|more|continue)\s*[.?!]*$/iu;
/** Said to be polite, not to ask. */
const COURTESY =
  /^(?:thanks?(?: you)?|thx|ok(?:ay)?|great|good|nice|cool|hi|hello|hey|bye|yes|no)\b[\s!.,]*(?:very much|a lot|so much)?[\s!.]*$/iu;
const COURTESY_BEFORE =
  /^(?:(?:thanks?(?: you)?(?: very much| a lot| so much)?|thx|great|good|nice|cool|perfect|hi|hello|hey)\s*[!.,]+\s*)+(?=\S)/iu;
const MOST_CHARACTERS = 500;

/** The question made whole, or null when it stands alone or there is nothing to lean on. */
export function completeQuestion(question: string, previous: Turn | undefined): string | null {
  const typed = question.trim();
  if (typed === "" || typed.length > MOST_CHARACTERS || COURTESY.test(typed)) return null;
  const asked = typed.replace(COURTESY_BEFORE, "");
  const before = previous && { ...previous, question: previous.question.slice(0, MOST_CHARACTERS) };
  const completed = (before === undefined ? null : complete(asked, before)) ?? asked;
  return completed === typed ? null : completed;
}

function complete(typed: string, previous: Turn): string | null {
  if (MORE.test(typed)) return previous.question;
  const asking = BARE_ASKING.exec(typed);
  if (asking) return askOtherwise(asking[1] ?? "", previous.question);
  const opener = OPENER.exec(typed)?.[0] ?? "";
  const rest = typed.slice(opener.length).trim();
  if (rest === "") return previous.question;
  const item = pickItem(bareQuestion(rest), previous);
  if (item !== null) return item;
  if (ASKING_NOUN.test(rest)) return withTopic(capitalise(rest), topicOf(previous.question));
  if (isFragment(rest, opener !== "")) return replaceSlot(previous.question, bareQuestion(rest));
  const replaced = replacePronoun(rest, previous);
  if (replaced !== null) return replaced;
  const saysNothing = !tokenize(rest).some(({ term }) => isContentTerm(term));
  return saysNothing || leansWithoutPronoun(rest) ? withTopic(rest, wholeTopicOf(previous.question)) : null;
}

/** What the fragment of a question may be: after "and", nearly anything short; on its own, a place or a time. */
function isFragment(rest: string, opened: boolean): boolean {
  if (OWN_QUESTION.test(rest) || HAS_VERB.test(rest) || rest.split(/\s+/).length > LONGEST_FRAGMENT)
    return false;
  if (opened || PREPOSITION_FIRST.test(rest)) return true;
  return /^(?:(?:\d{4}|\p{Lu}[\p{L}\p{M}’'-]+)(?:\s+|$)){1,3}$/u.test(bareQuestion(rest)) && /\?$/.test(rest);
}

const ASKING_PHRASE = /^(?:and\s+)?(?:when|where|why|how)\b/iu;

/** "Why?" after "When was it opened?" asks "Why was it opened?". */
function askOtherwise(asking: string, question: string): string {
  const plain = bareQuestion(question);
  const simple =
    /^(?:when|where|why|how)\s+(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b/iu.test(
      plain,
    ) && /^(?:when|where|why|how)$/iu.test(asking);
  if (simple) return `${capitalise(asking)}${plain.replace(ASKING_PHRASE, "")}?`;
  return withTopic(capitalise(asking), topicOf(question));
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
