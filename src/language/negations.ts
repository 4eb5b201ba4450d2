/** Which words deny: by themselves, by a syllable before another word, or by an ending. Keys as `wordKey` gives them. Pure. */
import { keysOf } from "./languages.ts";
import { LEXICONS, type Lexicon } from "./lexicon.ts";

/** Auxiliaries that `not` is glued to: didnot, isnot. */
const GLUED_NOT =
  /^(?:is|are|am|was|were|do|does|did|has|have|had|will|would|shall|should|can|could|may|might|must|need|ought)not$/;
const CONTRACTED = /n't$/;
/** A word of Latin letters this short is taken for a negation in its own language alone, but for those English lacks. */
const SHORTEST_FOREIGN = 4;
const SHORT = "pas nem yox yok heç nie não";
/** The plainest words of languages of which nothing else is known. */
const ELSEWHERE = "nessuno niente senza niet geen nooit inte ingen aldrig ikke nigdy bez";
const LATIN = /\p{Script=Latin}/u;

/** Negations of English, and those of other languages that are no words of English. */
const UNMISTAKABLE: ReadonlySet<string> = new Set([
  ...keysOf(`${SHORT} ${ELSEWHERE}`),
  ...LEXICONS.flatMap(({ language, negations, glosses, numbers }) =>
    [...negations].filter(
      (key) =>
        language.name === "english" ||
        ((key.length >= SHORTEST_FOREIGN || !LATIN.test(key)) &&
          key !== "nada" &&
          !glosses.has(key) &&
          !numbers.has(key)),
    ),
  ),
]);

/** Whether a word denies what its clause says: in the language `own`, in English, or unmistakably in another. */
export function isDenyingWord(key: string, own: Lexicon | null = null): boolean {
  return (
    GLUED_NOT.test(key) || CONTRACTED.test(key) || own?.negations.has(key) === true || UNMISTAKABLE.has(key)
  );
}

/** Words that begin with such a syllable and deny nothing by it. */
const NO_DENIAL =
  /^(?:regardless|nevertheless|nonetheless|countless|doubtless|needless|restless|unless|until|into|inform|income|increas|indeed|inside|instead|inter|intend|intens|intent|invest|invent|involv|inquir|import|impress|improv|impose|imposing|imposition|impact|imply|indoor|inland|insight|inflow|intake|inhabit|input|inbound|inner|infant|industr|innings|discuss|display|disput|distan|distribut|district|diseas|discover|discharg|discount|dismiss|dispatch|disclos|discard|unit|univers|union|uniform|unique|under|uncle|irish|ireland|iron|mission|missi|mist|mister)/;
/** Syllables that often begin a word without denying it: what is left must be longer. */
const WEAK_PREFIX = /^(?:in|im|il|ir|de|des|mis|a)$/;
const LEFT_OF_WEAK = 4;
const LEFT = 3;
const LEFT_OF_LETTER = 2;

/** A word that another may deny. */
export interface Denied {
  readonly word: string;
  /** Only how the word begins. */
  readonly isStem: boolean;
}

/**
 * What `key` may deny by a syllable or an ending: `safe` for `unsafe`, `harm` for `harmless`. Candidates only: the
 * caller looks which of them stand in the other text.
 */
export function deniedBy(key: string, own: Lexicon): Denied[] {
  if (NO_DENIAL.test(key)) return [];
  const english = LEXICONS.filter(({ language }) => language.name === "english");
  return [...new Set([...english, own])].flatMap(({ language }) => {
    const { prefixes, endings } = language.negations;
    const found = prefixes
      .split(" ")
      .filter((prefix) => key.startsWith(prefix) && key.length - prefix.length >= fewestLeft(prefix))
      .map((prefix): Denied => ({ word: key.slice(prefix.length), isStem: false }));
    const stem = endings
      ?.exec(key)
      ?.slice(1)
      .find((group) => group !== undefined);
    return stem === undefined ? found : [...found, { word: stem, isStem: language.name !== "english" }];
  });
}

function fewestLeft(prefix: string): number {
  if (prefix.length === 1) return LEFT_OF_LETTER;
  return WEAK_PREFIX.test(prefix) ? LEFT_OF_WEAK : LEFT;
}
