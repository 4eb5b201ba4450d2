/**
 * Words by what they may do in a writer's bracket: stand for others, join, name a kind of thing, or change what is said.
 * Keys as `wordKey` gives them.
 */
import { listed } from "../text/figure-words.ts";
import { isFigure, isHedge, isNegation } from "../text/word-kinds.ts";
import { PLACEHOLDERS } from "./remarks.ts";

const THIRD_PERSON = `
  he him his himself she her hers herself it its itself they them their theirs themselves this that these those
`;

/** What a name may be put for. */
export const PRONOUNS = listed(`
  ${THIRD_PERSON} i me my mine myself we us our ours ourselves you your yours yourself who whom whose which such there here
  er sie es ihr ihn ihm ihre sein seine il elle ils elles lui leur él ella ellos ellas su sus он она оно они его её ее их ему ей им
`);

/** What may be put for anything, since it claims nothing of its own. */
export const PRO_FORMS: ReadonlySet<string> = new Set([
  ...listed(`${THIRD_PERSON} who whom whose which there here something someone somebody somewhere people person persons
    thing things ones`),
  ...PLACEHOLDERS,
]);

/** Words that grammar alone asks for. */
export const SMALL_WORDS = listed("the a an that and of");
/** They open a gloss that says where, or of what. */
export const GLOSS_PREPOSITIONS = listed("of in at on");
/** They open a gloss that says who or what. */
export const GLOSS_DETERMINERS = listed("the a an this these those its his her their our my your");
/** They name no more than that there is somebody or something. */
export const NAMELESS = listed(
  "people persons person those concerned ones thing things question mentioned above below",
);
/** Kinds of things: beside a name they say what it is a name of. */
export const KINDS_OF_THINGS = listed(`
  capital country nation state city town village region province district river sea lake mountain island language man
  woman group party company firm organisation organization agency ministry minister president king queen government
  parliament leader head author writer speaker newspaper magazine book ship building street religion currency
`);

/** Words that alter what they are put beside, though they stand in the source. */
const ALTERING = listed(`
  all every each any both either some many most much few several various numerous half majority minority entire whole
  total only just merely solely mere always ever once again former ex late acting deputy vice so alleged fake
  false true real wrong failed attempted planned proposed possible potential anti pro counter pseudo quasi against
  without but except unless or nor instead rather than more less fewer least better worse if though although however
  supposed mock sham first last next
  sämtliche alle viele einige wenige tous toutes beaucoup quelques todos muchos algunos все много некоторые
`);
const ADVERB = /^\p{L}{3,}ly$/u;
const NO_ADVERBS = listed(`
  family assembly ally reply supply italy july sicily anomaly monopoly butterfly rally tally bully jelly lily belly
`);

/** Whether a word changes whatever it is put beside: a negation, a hedge, a figure, a quantifier, an adverb in -ly. */
export function isAltering(key: string): boolean {
  return (
    isNegation(key) ||
    isHedge(key) ||
    isFigureKey(key) ||
    ALTERING.has(key) ||
    (ADVERB.test(key) && !NO_ADVERBS.has(key))
  );
}

/** A number, a unit, or a sign that belongs to a figure. */
export function isFigureKey(key: string): boolean {
  return isFigure(key) || /^[^\p{L}\p{N}\s&@§\p{Extended_Pictographic}]+$/u.test(key);
}
