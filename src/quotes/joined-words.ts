/** Words that a hyphen, a line end or a mark of emphasis cuts in two, and which may be read as one. */
/** A hyphen (or dash) right behind the word, perhaps a line end; or emphasis or a bracket inside a word: `[T]he`. */
const JOINT =
  /^[\u00AD\u200B-\u200D\u2060\uFEFF]*(?:[-\u2010-\u2015\u2212\uFE63\uFF0D][\u00AD\u200B-\u200D\u2060\s>]*|[*_~`[\]]{1,3})$/;
const LONGEST_JOINT = 40;
/** `not-able` is not `notable`. */
const DENIALS = new Set(["not", "no", "non", "never", "nor", "cannot"]);

/** Whether the text between two words lets them be read as one: `infor-⏎mation`, `**un**likely`. */
export function isJoint(between: string): boolean {
  return between.length <= LONGEST_JOINT && between !== "" && JOINT.test(between);
}

/** Whether the words left and right of `between` may be one. `not-able` is never `notable`, unless a line ends there. */
export function mayJoin(left: string, between: string, right: string): boolean {
  if (!isJoint(between)) return false;
  if (/^\p{Nd}/u.test(right) || /\p{Nd}$/u.test(left)) return false;
  return between.includes("\n") || !(DENIALS.has(left) || DENIALS.has(right));
}
