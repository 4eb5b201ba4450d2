/** Words that a hyphen, a line end or a mark of emphasis cuts in two, and which may be read as one. */
import { UNIT_WORDS } from "../text/figure-words.ts";

/** A hyphen (or dash) right behind the word, perhaps a line end; or emphasis or a bracket inside a word: `[T]he`. */
const JOINT =
  /^[\u00AD\u200B-\u200D\u2060\uFEFF]*(?:[-\u2010-\u2015\u2212\uFE63\uFF0D][\u00AD\u200B-\u200D\u2060\s>]*|[*_~`[\]]{1,3})$/;
/** `5 km` and `5km` differ in a space. */
const FIGURE = /^[^\p{L}]*\p{Nd}$/u;
const LONGEST_JOINT = 40;
/** `not-able` is not `notable`. */
const DENIALS = new Set(["not", "no", "non", "never", "nor", "cannot"]);

/** Whether the text between two words lets them be read as one: `infor-⏎mation`, `**un**likely`. */
function isJoint(between: string): boolean {
  return between.length <= LONGEST_JOINT && between !== "" && JOINT.test(between);
}

/** Whether the words left and right of `between` may be one. `not-able` is `notable` only where a line ends in it. */
export function mayJoin(left: string, between: string, right: string): boolean {
  if (/^[\s\u00AD\u200B-\u200D]{1,3}$/.test(between)) return FIGURE.test(left) && UNIT_WORDS.has(right);
  if (!isJoint(between)) return false;
  if (/^\p{Nd}/u.test(right) || /\p{Nd}$/u.test(left)) return false;
  return between.includes("\n") || !(DENIALS.has(left) || DENIALS.has(right));
}
