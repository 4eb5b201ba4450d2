/** The thing an English question is about, where its form tells: "When was [the embassy in Tehran] attacked?". Pure. */
import { BASE_FORMS } from "../../text/irregular-forms.ts";
import { bareQuestion } from "./earlier-turn.ts";

const AUXILIARIES =
  "is|are|was|were|do|does|did|has|have|had|can|could|will|would|shall|should|may|might|must";
/** "When was …", "How long is …", "Is …". */
const OF_BEING = /^(?:(?:who|what|when|where|why|which|how(?:\s+\p{L}+)?)\s+)?(?:is|are|was|were)\s+/iu;
/** "Who opened …": but not "who was …". */
const OF_DOING = new RegExp(String.raw`^who\s+(?!(?:${AUXILIARIES}|else)\b)\p{L}+\s+`, "iu");
/** "How much does the T4 weigh": a name between the auxiliary and the last word. */
const NAME_DOES = /\b(?:do|does|did)\s+((?:the\s+)?\p{Lu}[^\s,]*(?:\s+\p{Lu}[^\s,]*){0,4})\s+\p{Ll}+$/u;
const PHRASE_START = /^(?:the\s+\p{L}|an?\s+\p{L}|\p{Lu})/u;
/** Words that do not stand inside the name of a thing; an article does not follow one. */
const NOT_INSIDE =
  /[,;:()]|\b(?:that|which|who|whose|than|or|when|while|if|because|not|is|are|was|were|did|does|has|have|had)\b|\p{Lu}\S*\s+(?:an?|the)\s/iu;
const MOST_WORDS = 7;
const BEFORE_PARTICIPLE = /\s+(?:first|last|ever|finally|\p{L}+ly)$/u;
const IRREGULAR: ReadonlySet<string> = new Set([
  ...BASE_FORMS.map(([form]) => form),
  "found",
  "born",
  "left",
]);

export interface NounPhrase {
  readonly text: string;
  /** Whether the question tells what was done to it: "When was the bridge opened?", "Who opened the bridge?". */
  readonly isOfEvent: boolean;
}

/** The phrase, with its article; null where the form does not tell what is a name and what a verb. */
export function nounPhraseOf(question: string): NounPhrase | null {
  const plain = bareQuestion(question);
  const named = NAME_DOES.exec(plain)?.[1];
  if (named !== undefined) return { text: named, isOfEvent: true };
  const being = OF_BEING.exec(plain);
  const opening = being ?? OF_DOING.exec(plain);
  if (opening === null) return null;
  const rest = plain.slice(opening[0].length);
  const phrase = withoutParticiple(rest);
  const isPhrase = PHRASE_START.test(phrase) && !NOT_INSIDE.test(phrase);
  if (!isPhrase || phrase.split(/\s+/).length > MOST_WORDS) return null;
  return { text: phrase, isOfEvent: being === null || phrase !== rest };
}

/** Whether a word is the past form of a verb, as far as its letters tell. */
export function isPastForm(word: string): boolean {
  return /^\p{Ll}{2,}ed$/u.test(word) || IRREGULAR.has(word);
}

/** What stands before the first past form: "the bridge opened in May" is about the bridge. */
function withoutParticiple(text: string): string {
  const words = [...text.matchAll(/\S+/gu)];
  const at = words.findIndex((word, place) => place >= leastWords(text) && isPastForm(word[0]));
  if (at < 0) return text;
  return text.slice(0, words[at]?.index).trimEnd().replace(BEFORE_PARTICIPLE, "");
}

/** An article needs a word of its own: "the united kingdom" is not cut after "the". */
function leastWords(text: string): number {
  return /^(?:the|an?)\s/iu.test(text) ? 2 : 1;
}
