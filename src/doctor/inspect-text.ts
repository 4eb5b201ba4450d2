/**
 * Looks through a source for what a reader does not see, or would take for something else: it is all shown harmless,
 * but whoever keeps the corpus should know. Linear; it judges no contents.
 */
import { boundaryBefore } from "../text/graphemes.ts";

export type PeculiarityKind =
  | "control"
  | "direction"
  | "invisible"
  | "look-alike"
  | "damaged"
  | "long-line"
  | "label"
  | "order";

/** What was found of one kind. */
export interface Peculiarity {
  readonly kind: PeculiarityKind;
  readonly count: number;
  /** Of the first one: UTF-16 code units from the start of the text. */
  readonly start: number;
  /** The first one, as it stands there. */
  readonly sample: string;
}

/** Longer than any paragraph that somebody wrote. */
const LONG_LINE = 100_000;
const SAMPLE_UNITS = 80;

/** Patterns without nested repetition, so that no text makes them slow. */
const PATTERNS: readonly (readonly [PeculiarityKind, RegExp])[] = [
  // Terminals obey them: colours, cursor, titles.
  ["control", /[\0-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]/gu],
  ["direction", /[\u202a-\u202e\u2066-\u2069]/gu],
  // Joiners are spelling within words of many scripts and within emoji, so only those elsewhere count.
  [
    "invisible",
    /[\u00ad\u180e\u200b\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]|(?<!\p{L}|\p{M}|\p{Extended_Pictographic}|\ufe0f)(?:\u200c|\u200d)|(?<=\p{Script=Latin})(?:\u200c|\u200d)(?=\p{Script=Latin})/gu,
  ],
  [
    "look-alike",
    /[\p{Script=Cyrillic}\p{Script=Greek}]\p{M}?\p{Script=Latin}|\p{Script=Latin}\p{M}?[\p{Script=Cyrillic}\p{Script=Greek}]/gu,
  ],
  ["damaged", /\ufffd|\p{Surrogate}/gu],
  // How sentences are numbered for a language model.
  ["label", /\[S\d{1,6}\]/gu],
  [
    "order",
    /\b(?:ignore|disregard|forget|override)\b[^.\n]{0,40}\b(?:instructions?|prompts?|rules|guidelines|the above)\b|\byou are now (?:an?|the|in)\b|\b(?:system|developer) (?:prompt|message)\b|<\|?(?:im_start|im_end|system|assistant|endoftext)\b|^#{2,} ?(?:instruction|system|assistant)s?:?[ \t]{0,20}$|^[ \t]{0,20}(?:system|assistant)[ \t]{0,20}:|\b(?:respond|reply|answer) only with\b/gimu,
  ],
];

/** Everything peculiar in `text`, by kind; empty for most texts. */
export function inspectText(text: string): readonly Peculiarity[] {
  const found = PATTERNS.flatMap(([kind, pattern]) => peculiarityOf(kind, text, pattern));
  return [...found, ...longLines(text)];
}

function peculiarityOf(kind: PeculiarityKind, text: string, pattern: RegExp): Peculiarity[] {
  let count = 0;
  let first: RegExpMatchArray | null = null;
  for (const match of text.matchAll(pattern)) {
    first ??= match;
    count += 1;
  }
  return first === null ? [] : [{ kind, count, start: first.index ?? 0, sample: sampleAt(first[0], 0) }];
}

function sampleAt(text: string, start: number): string {
  return text.slice(start, boundaryBefore(text, start + SAMPLE_UNITS));
}

function longLines(text: string): Peculiarity[] {
  let count = 0;
  let first = -1;
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found;
    if (end - start > LONG_LINE) {
      if (first === -1) first = start;
      count += 1;
    }
    start = end + 1;
  }
  if (count === 0) return [];
  return [{ kind: "long-line", count, start: first, sample: sampleAt(text, first) }];
}
