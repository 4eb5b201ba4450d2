/**
 * Characters as a reader counts them (grapheme clusters): where a text may be cut so that none is torn. Looks at a
 * bounded stretch of the text at a time, because the time of `Intl.Segmenter` grows with the square of its input.
 */

/** UTF-16 code units. A longer cluster (a letter under hundreds of marks) may be torn, but between code points. */
const LONGEST = 256;
/** Code units looked at before and behind a place. */
const AROUND = 128;

/** Code units that join with nothing of their kind: letters of alphabets, punctuation, symbols, kana, ideographs. */
const LONE: readonly (readonly [first: number, last: number])[] = [
  [0x370, 0x482],
  [0x48a, 0x58a],
  [0x5d0, 0x5ea],
  [0x620, 0x64a],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x20a0, 0x20c0],
  [0x2100, 0x2bff],
  [0x3000, 0x3029],
  [0x3031, 0x3098],
  [0x309b, 0x9fff],
];

let shared: Intl.Segmenter | undefined;

function segment(text: string): Intl.Segments {
  shared ??= new Intl.Segmenter("und", { granularity: "grapheme" });
  return shared.segment(text);
}

/** The graphemes of `text` in order; joined they are `text`. */
export function* graphemesOf(text: string): Generator<string> {
  let at = 0;
  while (at < text.length) {
    while (isLone(text, at)) {
      yield text.charAt(at);
      at += 1;
    }
    if (at === text.length) return;
    const window = text.slice(at, wholeCodePoint(text, at + LONGEST));
    let begun = "";
    for (const { segment: grapheme } of segment(window)) {
      if (begun !== "") {
        yield begun;
        at += begun.length;
      }
      begun = grapheme;
      if (isLone(text, at)) break;
    }
    // What ends with the window may go on behind it.
    const isWhole = at + begun.length === text.length || begun.length === window.length;
    if (isWhole && !isLone(text, at)) {
      yield begun;
      at += begun.length;
    }
  }
}

/** The last place at or before `at` that tears no grapheme; where one is too long to tell, none of its code points. */
export function boundaryBefore(text: string, at: number): number {
  return isPlain(text, at) ? clamp(text, at) : boundaries(text, at)[0];
}

/** The first place at or after `at` that tears no grapheme; where one is too long to tell, none of its code points. */
export function boundaryAfter(text: string, at: number): number {
  return isPlain(text, at) ? clamp(text, at) : boundaries(text, at)[1];
}

/** `text`, or as much of its beginning as fits into `most` UTF-16 code units, and `…` behind that. */
export function beginningOf(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, boundaryBefore(text, most)).trimEnd()}…`;
}

/** The boundaries nearest to `at`: at or before it, at or after it. */
function boundaries(text: string, at: number): [before: number, after: number] {
  const start = windowStart(text, at);
  const window = text.slice(start, wholeCodePoint(text, at + AROUND));
  let before = start;
  for (const { index } of segment(window)) {
    const place = start + index;
    if (place >= at)
      return isTold(start, before, place, at) ? [place === at ? at : before, place] : torn(text, at);
    before = place;
  }
  const end = start + window.length;
  return end === text.length && isTold(start, before, end, at) ? [before, end] : torn(text, at);
}

/** Whether the cluster before `at` is seen to begin: what begins the window may have begun before it. */
function isTold(start: number, before: number, place: number, at: number): boolean {
  return start === 0 || before > start || place === at;
}

function torn(text: string, at: number): [number, number] {
  const place = wholeCodePoint(text, at);
  return [place, place];
}

/** Where to begin to look: not between the two halves of a flag, whose letters only their count parts. */
function windowStart(text: string, at: number): number {
  let start = wholeCodePoint(text, at - AROUND);
  const first = Math.max(0, start - 16 * AROUND);
  while (start - 2 >= first && isFlagLetter(text, start - 2)) start -= 2;
  return start;
}

function isFlagLetter(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0;
  return code >= 0x1f1e6 && code <= 0x1f1ff;
}

/** Whether the character at `at` joins with none beside it: letters of most alphabets, and ideographs. */
function isLone(text: string, at: number): boolean {
  return isLoneUnit(text.charCodeAt(at)) && (at + 1 === text.length || isLoneUnit(text.charCodeAt(at + 1)));
}

function isLoneUnit(unit: number): boolean {
  if (unit < 0x300) return unit !== 0x0d;
  return LONE.some(([first, last]) => unit >= first && unit <= last);
}

/** `at`, within the text and not between two surrogates. */
function wholeCodePoint(text: string, at: number): number {
  const place = clamp(text, at);
  const isInside =
    /^[\udc00-\udfff]/.test(text.charAt(place)) && /[\ud800-\udbff]/.test(text.charAt(place - 1));
  return isInside ? place - 1 : place;
}

/** Whether `at` is outside the text, or between two characters that join with nothing. */
function isPlain(text: string, at: number): boolean {
  return (
    at <= 0 || at >= text.length || (isLoneUnit(text.charCodeAt(at - 1)) && isLoneUnit(text.charCodeAt(at)))
  );
}

function clamp(text: string, at: number): number {
  return Math.max(0, Math.min(at, text.length));
}
