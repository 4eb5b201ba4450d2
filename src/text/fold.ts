/**
 * Folds away what typesetting does to words: letter case, ligatures, composed and decomposed accents, soft hyphens,
 * invisible characters, look-alike letters of another script, kinds of quotation mark, dash and space.
 * Folding keeps a map back to the offsets it came from. It never decides whether two texts say the same.
 */

/** Characters a reader does not see: soft hyphen, joiners, direction marks, byte order mark, variation selectors. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** Whether nothing of a character is to be seen. */
export function isInvisible(character: string): boolean {
  return /^\p{Default_Ignorable_Code_Point}+$/u.test(character);
}

const SINGLE_QUOTES = "'\u2018\u2019\u201A\u201B\u02BC\u02B9\u2032\u0060\u00B4\uFF07\u2039\u203A";
const DOUBLE_QUOTES = '"\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB\u301D\u301E\u301F\uFF02';
const DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2E3A\u2E3B\uFE58\uFE63\uFF0D\u2043";

/** Whether a UTF-16 unit is an apostrophe or a single quotation mark of any kind. */
export function isSingleQuote(character: string): boolean {
  return character !== "" && SINGLE_QUOTES.includes(character);
}

/** Whether a UTF-16 unit is a double quotation mark of any kind. */
export function isDoubleQuote(character: string): boolean {
  return character !== "" && DOUBLE_QUOTES.includes(character);
}

/** Whether a UTF-16 unit is a hyphen, a dash or a minus sign. */
export function isDash(character: string): boolean {
  return character !== "" && DASHES.includes(character);
}

// Pairs of letter and the Latin letter it is drawn like. Capitals are listed apart: some look alike only as capitals.
const LOWER_PAIRS =
  "аa еe оo рp сc уy хx іi јj ѕs ԁd һh ӏl ԛq ԝw ѵv ґr κk οo ρp αa νv υu ιi χx γy ϲc ϳj ɡg ıi ɑa";
const UPPER_PAIRS =
  "АA ВB ЕE КK МM НH ОO РP СC ТT ХX УY ІI ЈJ ЅS ӀI ԌG ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ϹC";

function pairs(list: string): Map<string, string> {
  return new Map(list.split(" ").map((pair) => [pair.charAt(0), pair.charAt(1)]));
}

const LOWER_LOOKALIKES = pairs(LOWER_PAIRS);
const LOOKALIKES = new Map([...LOWER_LOOKALIKES, ...pairs(UPPER_PAIRS)]);
const OTHER_SCRIPT = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const LATIN = /\p{Script=Latin}/u;

/**
 * Look-alikes become Latin in a word that mixes scripts, and in a word made of nothing but look-alikes: the same on
 * both sides of a comparison, so a Russian text still equals itself. Every pair keeps its length.
 */
export function unmaskLookalikes(word: string): string {
  if (!OTHER_SCRIPT.test(word)) return word;
  if (LATIN.test(word)) return Array.from(word, (letter) => LOOKALIKES.get(letter) ?? letter).join("");
  const lower = Array.from(word.toLowerCase());
  const explained = lower.every((letter) => LOWER_LOOKALIKES.has(letter) || !OTHER_SCRIPT.test(letter));
  return explained ? lower.map((letter) => LOWER_LOOKALIKES.get(letter) ?? letter).join("") : word;
}

const SCRIPT_DIGITS = /[\u00B2\u00B3\u00B9\u2070-\u2079\u2080-\u2089]/g;
const PLAIN_ASCII = /^[\0-\x7F]*$/;

/** A raised 2 stays apart from a 2: ten squared is not one hundred and two. */
function markScriptDigits(text: string): string {
  return text.replace(SCRIPT_DIGITS, (digit) => {
    const raised = digit < "\u2080" || digit > "\u2089";
    return `${raised ? "^" : "_"}${digit.normalize("NFKC")}`;
  });
}

/** Up and down again, because some letters meet only there: ß and SS, ı and I, ς and Σ. */
function foldLetters(text: string): string {
  if (PLAIN_ASCII.test(text)) return text.toLowerCase();
  return markScriptDigits(text)
    .normalize("NFKC")
    .toUpperCase()
    .toLowerCase()
    .normalize("NFKC")
    .replace(/i\u0307/g, "i")
    .replaceAll("ς", "σ")
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae");
}

function foldMark(character: string): string {
  if (isSingleQuote(character)) return "'";
  if (isDoubleQuote(character)) return '"';
  return isDash(character) ? "-" : foldLetters(character);
}

/** One word, folded: equal words fold to equal strings in whatever dress. Invisible characters are gone. */
export function foldWord(word: string): string {
  if (PLAIN_ASCII.test(word)) return word.replaceAll("`", "'").toLowerCase();
  const visible = unmaskLookalikes(word.normalize("NFC").replace(INVISIBLE, ""));
  const marked = /['\u00B4\u02B9\u02BC\u2010-\u201B\u2032\u2212\uFE63\uFF07\uFF0D]/.test(visible)
    ? Array.from(visible, (letter) => (/[\p{L}\p{M}\p{N}]/u.test(letter) ? letter : foldMark(letter))).join(
        "",
      )
    : visible;
  return foldLetters(marked.replaceAll("\u02BC", "'"));
}

/** A folded text and the way back to the text it was made of. */
export interface FoldedText {
  readonly text: string;
  /** Where each folded unit came from: `starts[i]` to `ends[i]`, UTF-16, half-open, in the unfolded text. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

// A letter with its marks, Korean letters that compose, half-width kana with their voicing, spaces as one, or a unit.
const CLUSTER =
  /[\u1100-\u11FF]+|[\uFF66-\uFF9D][\uFF9E\uFF9F]?|\p{L}[\p{M}\u00AD\u200B-\u200D\u2060]*|[\s\u0085\u200B]+|[\s\S]/gu;
const WORD = /[\p{L}\p{M}\u00AD\u200B-\u200D\u2060]+/gu;

/** Look-alikes are decided word by word; the text keeps its length, so offsets still hold. */
function unmaskText(text: string): string {
  if (!OTHER_SCRIPT.test(text)) return text;
  return text.replace(WORD, (word) => {
    const plain = unmaskLookalikes(word);
    return plain.length === word.length ? plain : word;
  });
}

/**
 * The text folded throughout: words as `foldWord` has them, quotation marks and dashes of one kind each, a run of
 * spaces and line ends one space, nothing at all for an invisible character.
 */
export function foldText(text: string): FoldedText {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const match of unmaskText(text).matchAll(CLUSTER)) {
    const cluster = match[0];
    const seen = cluster.replace(INVISIBLE, "");
    if (seen === "") continue;
    const folded = /^[\s\u0085]+$/.test(seen) ? " " : seen.length === 1 ? foldMark(seen) : foldLetters(seen);
    parts.push(folded);
    for (let unit = 0; unit < folded.length; unit += 1) {
      starts.push(match.index);
      ends.push(match.index + cluster.length);
    }
  }
  return { text: parts.join(""), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/** The range of the unfolded text that a range of the folded one stands for; null when it stands for nothing. */
export function unfoldRange(
  folded: FoldedText,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } | null {
  const first = folded.starts[start];
  const last = folded.ends[end - 1];
  return first === undefined || last === undefined || end <= start ? null : { start: first, end: last };
}
