/**
 * Whether words may be put into a quotation where the source has none: a word that grammar asks for, or a gloss that
 * names what is there. A gloss brings no word of its own but those that say whose, where or what kind of thing.
 */
import { listed } from "../text/figure-words.ts";
import { bareKey } from "./inflections.ts";
import type { PassageWords } from "./passage-words.ts";
import {
  GLOSS_DETERMINERS,
  GLOSS_PREPOSITIONS,
  isAltering,
  isFigureKey,
  KINDS_OF_THINGS,
  NAMELESS,
  PRONOUNS,
  SMALL_WORDS,
} from "./plain-words.ts";
import { areInitials, type ComparedWord } from "./stand-for.ts";

/** An explanation longer than this is a text of its own. */
export const MOST_PUT_IN = 12;
const OPENERS = ["that is", "i e", "ie", "i.e", "namely", "viz"];
const LINKS = listed("is are was were");
/** Inserted alone, these leave what is said as it is. */
const MOST_SMALL = 2;

/** The place a gloss is put into: the source's words right before and behind it, nearest first. */
export interface GlossPlace {
  readonly before: readonly ComparedWord[];
  readonly behind: readonly ComparedWord[];
  readonly passage: PassageWords;
}

/** How many words at the beginning only announce a gloss. */
function openerLength(keys: readonly string[]): number {
  const said = keys.slice(0, 2).join(" ");
  const opener = OPENERS.find((one) => said === one || keys[0] === one);
  return opener === undefined ? 0 : opener.split(" ").length;
}

/** Whether the gloss says of itself that it is one, or where something is; such a one may stand anywhere. */
export function opensGloss(put: readonly ComparedWord[]): boolean {
  const keys = put.map(({ key }) => key);
  return openerLength(keys) > 0 || GLOSS_PREPOSITIONS.has(keys[0] ?? "");
}

function isNameIn({ passage }: GlossPlace, { key }: ComparedWord): boolean {
  return passage.hasName(key);
}

/** Whether a gloss may stand there. */
export function mayBePutIn(put: readonly ComparedWord[], place: GlossPlace): boolean {
  const keys = put.map(({ key }) => key);
  const [before] = place.before;
  const [behind] = place.behind;
  if (keys.length > MOST_PUT_IN) return false;
  if (keys.length <= MOST_SMALL && keys.every((key) => SMALL_WORDS.has(key) && key !== "of")) return true;
  if (place.before.some((_, at) => areInitials(put, place.before.slice(0, at + 1).toReversed()))) return true;
  if (before !== undefined && areInitials([before], put)) return true;
  const opener = openerLength(keys);
  const rest = put.slice(opener);
  if (rest.length === 0 || rest.some(({ key }) => isAltering(key))) return false;
  const isBesideName = before?.isName === true || PRONOUNS.has(before?.key ?? "");
  const isKnown = ({ key }: ComparedWord): boolean =>
    SMALL_WORDS.has(key) ||
    GLOSS_PREPOSITIONS.has(key) ||
    GLOSS_DETERMINERS.has(key) ||
    NAMELESS.has(key) ||
    PRONOUNS.has(bareKey(key)) ||
    (isBesideName && KINDS_OF_THINGS.has(bareKey(key))) ||
    (opener > 0 && LINKS.has(key)) ||
    place.passage.has(key);
  if (!rest.every(isKnown)) return false;
  const [first] = rest;
  if (opener > 0 || GLOSS_PREPOSITIONS.has(first?.key ?? "")) return true;
  const isBesideFigure = [before, behind].some((word) => word !== undefined && isFigureKey(word.key));
  if (isBesideFigure) return false;
  const content = rest.filter(({ key }) => !SMALL_WORDS.has(key) && !GLOSS_DETERMINERS.has(key));
  const areNames = content.length > 0 && content.every((word) => isNameIn(place, word));
  // One name right beside another would say that both are the same.
  if (areNames) return before?.isName !== true && behind?.isName !== true;
  return GLOSS_DETERMINERS.has(first?.key ?? "");
}
