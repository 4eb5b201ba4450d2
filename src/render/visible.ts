/**
 * Makes text safe to look at: what could move the cursor, break out of its line, hide or turn its direction is shown
 * as a sign, on every kind of screen alike. What a script needs to be read (joiners of Persian and of emoji, a soft
 * hyphen within a word) stays. From what is shown, the text can be told character by character. For the eye only:
 * JSON and citations keep the characters of the file.
 */
import { beginningOf, boundaryBefore, graphemesOf } from "../text/graphemes.ts";

/** The flags of England, Scotland and Wales: the only ones that are spelt in tags. */
const TAG_FLAG =
  "\\u{1f3f4}\\u{e0067}\\u{e0062}(?:\\u{e0065}\\u{e006e}\\u{e0067}|\\u{e0073}\\u{e0063}\\u{e0074}|\\u{e0077}\\u{e006c}\\u{e0073})\\u{e007f}";
/** Controls, line separators, whatever shows nothing or is no character, blanks that look like nothing, and what looks like a sign of ours. */
const DOUBTFUL = new RegExp(
  `${TAG_FLAG}|(?![\\t\\n])[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Default_Ignorable_Code_Point}\\p{Noncharacter_Code_Point}\\u2800\\u{1d159}\\u2400-\\u241f\\u2421]|<(?=U\\+[0-9A-F]{4,6}>)`,
  "gu",
);
/** Most texts hold nothing of the kind, and are not taken apart. */
const ALL_PLAIN = /^[\t\n\x20-\x3b\x3d-\x7e]*$/;

/** Scripts whose letters change with a joiner beside them, also at the edge of a word. */
const JOINED = `[${[
  "Arabic Syriac Mandaic Mongolian Nko Adlam Hanifi_Rohingya Sogdian Phags_Pa",
  "Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala",
  "Myanmar Khmer Tibetan Balinese Javanese Sundanese Tai_Tham Meetei_Mayek",
]
  .join(" ")
  .split(" ")
  .map((script) => `\\p{Script=${script}}`)
  .join("")}]`;
/** Scripts that mark the ends of words with a space of no width. */
const SPACELESS =
  "[\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Tibetan}\\p{Script=Tai_Tham}]";
/** Doubtful characters where they are needed: each alternative is one of them with what must stand around it. */
const NEEDED = new RegExp(
  [
    TAG_FLAG,
    // Signs that are drawn, around or before the figures after them.
    "[\\u0600-\\u0605\\u06dd\\u070f\\u0890\\u0891\\u08e2\\u{110bd}\\u{110cd}]",
    "(?<=[\\p{L}\\p{M}])[\\u200c\\u200d](?=[\\p{L}\\p{M}])",
    `(?<=${JOINED})[\\u200c\\u200d]|[\\u200c\\u200d](?=${JOINED})`,
    "(?<=\\p{Extended_Pictographic}[\\ufe0f\\u{1f3fb}-\\u{1f3ff}]?)\\u200d(?=\\p{Extended_Pictographic})",
    "(?<=[^\\p{C}\\p{Z}\\p{Default_Ignorable_Code_Point}])[\\ufe00-\\ufe0f]",
    "(?<=\\p{Ideographic})[\\u{e0100}-\\u{e01ef}]",
    "(?<=\\p{L}\\p{M}?)\\u00ad(?=\\p{L})",
    `(?<=${SPACELESS})\\u200b(?=${SPACELESS})`,
    "(?<=[\\u1820-\\u18aa])[\\u180b-\\u180d\\u180f]|(?<=[\\u1820-\\u18aa])\\u180e(?=[\\u1820-\\u18aa])",
    "(?<=(?!\\u034f)[\\p{L}\\p{M}])\\u034f(?=(?!\\u034f)\\p{M})",
    "\\u115f(?=[\\u1161-\\u11a7])|(?<=[\\u1100-\\u115e\\ua960-\\ua97c])\\u1160",
    "(?<=[\\u2801-\\u28ff])\\u2800(?=[\\u2801-\\u28ff])",
  ].join("|"),
  "uy",
);

/** `text` with a sign in the place of every harmful or hidden character; line ends become `\n`. */
export function makeVisible(text: string): string {
  return makeVisibleParts(text, []).join("");
}

/** The same in parts: divided where `places` (UTF-16 code units of `text`, ascending) are. One more part than places. */
export function makeVisibleParts(text: string, places: readonly number[]): string[] {
  const parts: string[] = [];
  let part = "";
  let at = 0;
  const passTo = (end: number): void => {
    for (
      let place = places[parts.length];
      place !== undefined && place <= end;
      place = places[parts.length]
    ) {
      parts.push(part + text.slice(at, place));
      part = "";
      at = Math.max(at, place);
    }
    part += text.slice(at, end);
    at = end;
  };
  if (!ALL_PLAIN.test(text)) {
    for (const match of text.matchAll(DOUBTFUL)) {
      passTo(match.index);
      part += shownAs(text, match.index, match[0]);
      at += match[0].length;
    }
  }
  passTo(text.length);
  return [...parts, part];
}

/** The same on one line: for names, ids and questions that stand inside a sentence. At most `most` graphemes. */
export function makeVisibleLine(text: string, most = 200): string {
  const isLong = text.length > most * 8;
  const line = makeVisible(isLong ? text.slice(0, boundaryBefore(text, most * 8)) : text)
    .replace(/[ \t\n]+/g, " ")
    .trim();
  if (!isLong && line.length <= most) return line;
  const shown: string[] = [];
  for (const grapheme of graphemesOf(line)) {
    shown.push(grapheme);
    if (shown.length > most) break;
  }
  return isLong || shown.length > most ? `${shown.slice(0, most - 1).join("")}…` : line;
}

/** The same, so cut that it is at most `most` UTF-16 code units long. */
export function fitVisibleLine(text: string, most: number): string {
  const line = makeVisibleLine(text, most);
  return line.length <= most ? line : beginningOf(line, most - 1);
}

/** Letters that are written from right to left. */
const FROM_THE_RIGHT =
  "[\\u0590-\\u05ff\\u0600-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}]";
const RIGHT_TO_LEFT = new RegExp(FROM_THE_RIGHT, "u");
const WORD_FROM_THE_RIGHT = `[^\\s“”]*${FROM_THE_RIGHT}[^\\s“”]*`;
/** What a sentence quotes, and words that are written from right to left where it quotes nothing. */
const NAMED = new RegExp(`“[^“”]*”|(?<![^\\s“”])${WORD_FROM_THE_RIGHT}(?: ${WORD_FROM_THE_RIGHT})*`, "gu");
const LETTER = /\p{L}/u;
const COLOUR = /\u001b\[[\d;]*m/g;
const [LEFT_ISOLATE, RIGHT_ISOLATE, END] = ["\u2066", "\u2067", "\u2069"];

/**
 * Text made visible before, so closed off that its direction does not reach what stands around it. Text that is not
 * written from right to left stays as it is.
 */
export function isolateDirection(text: string): string {
  if (!RIGHT_TO_LEFT.test(text)) return text;
  const first = LETTER.exec(text.replace(COLOUR, ""))?.[0] ?? "";
  const begin = RIGHT_TO_LEFT.test(first) ? RIGHT_ISOLATE : LEFT_ISOLATE;
  // An isolate ends with its line.
  return text.replace(/[^\n]+/g, (line) => `${begin}${line}${END}`);
}

/**
 * A sentence of the program's own, made visible before, in which whatever it names is closed off by itself, so that two
 * names beside each other stay in their order. A sentence that has been through here is not changed again.
 */
export function isolateNames(sentence: string, isolate = isolateDirection): string {
  if (!RIGHT_TO_LEFT.test(sentence) || /[\u2066-\u2069]/.test(sentence)) return sentence;
  return sentence.replace(NAMED, (name) =>
    name.startsWith("“") ? `“${isolate(name.slice(1, -1))}”` : isolate(name),
  );
}

function shownAs(text: string, at: number, found: string): string {
  if (found === "\r") return text[at + 1] === "\n" ? "" : "\n";
  NEEDED.lastIndex = at;
  return NEEDED.test(text) ? found : signFor(found.codePointAt(0) ?? 0);
}

/** The control pictures of Unicode where there is one, else the code point's number. */
function signFor(code: number): string {
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}
