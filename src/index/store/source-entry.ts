/**
 * What the index keeps of one source, in one run of bytes: its text as it was indexed, where its passages lie,
 * its words counted, a key for the text of each sentence. Quotes are cut from this text, never from the file
 * on disk, which may have changed since; a changed file is noticed when the index is opened.
 */
import { type Source, sliceRange, type TextRange } from "../../corpus/source.ts";
import type { DividedSource, Passage, Sentence, SentenceKind } from "../../passages/passage.ts";
import { countWords, type SourceWords } from "../full-text/source-words.ts";
import { decodeStrings, encodeStrings } from "../full-text/string-list.ts";
import { keyBytesOf } from "../vectors/vector-cache.ts";
import { encodeSections, type Sections } from "./sections.ts";

const KINDS: readonly SentenceKind[] = ["prose", "heading", "item", "row", "code"];
/** Start, end, sentences, ranges of context. */
const PASSAGE_FIELDS = 4;
/** Start, end, kind, paragraph, number. */
const SENTENCE_FIELDS = 5;
const UTF8 = 0;
const UTF16 = 1;

/** The bytes `readText`, `readPassages`, `readWords` and `readSentenceKeys` read back. */
export function encodeSource(source: Source, { passages }: DividedSource): Uint8Array {
  const words = countWords(source.text, passages);
  const terms = encodeStrings(words.terms);
  const forms = encodeStrings(words.forms);
  const sentences = passages.flatMap((passage) => passage.sentences);
  // Half of a surrogate pair has no UTF-8 form, and no character of a quote may change.
  const encoding = source.text.isWellFormed() ? UTF8 : UTF16;
  return encodeSections({
    encoding: Uint8Array.of(encoding),
    text: Buffer.from(source.text, encoding === UTF8 ? "utf8" : "utf16le"),
    passageFields: Uint32Array.from(passages.flatMap(passageFields)),
    sentenceFields: Uint32Array.from(sentences.flatMap(sentenceFields)),
    context: Uint32Array.from(
      passages.flatMap(({ context }) => context.flatMap(({ start, end }) => [start, end])),
    ),
    sentenceKeys: Buffer.concat(sentences.map(({ range }) => keyBytesOf(sliceRange(source.text, range)))),
    terms: terms.bytes,
    termStarts: terms.starts,
    forms: forms.bytes,
    formStarts: forms.starts,
    postingStarts: words.postingStarts,
    postings: words.passages,
    frequencies: words.frequencies,
    sentenceFrequencies: words.sentenceFrequencies,
    passageLengths: words.passageLengths,
    words: Uint32Array.of(words.words),
  });
}

export function readText(entry: Sections): string {
  const bytes = entry.bytes("text");
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.toString(entry.bytes("encoding")[0] === UTF16 ? "utf16le" : "utf8");
}

export function readPassages(entry: Sections): readonly Passage[] {
  const fields = entry.integers("passageFields");
  const sentences = readSentences(entry.integers("sentenceFields"));
  const context = readRanges(entry.integers("context"));
  const passages: Passage[] = [];
  let sentence = 0;
  let range = 0;
  for (let at = 0; at < fields.length; at += PASSAGE_FIELDS) {
    const [start = 0, end = 0, sentenceCount = 0, rangeCount = 0] = fields.subarray(at, at + PASSAGE_FIELDS);
    passages.push({
      ordinal: passages.length,
      range: { start, end },
      sentences: sentences.slice(sentence, sentence + sentenceCount),
      context: context.slice(range, range + rangeCount),
    });
    sentence += sentenceCount;
    range += rangeCount;
  }
  return passages;
}

/** How many sentences each passage has, in order. */
export function readSentenceCounts(entry: Sections): Uint32Array {
  const fields = entry.integers("passageFields");
  return Uint32Array.from({ length: fields.length / PASSAGE_FIELDS }, (_, passage) => {
    return fields[passage * PASSAGE_FIELDS + 2] ?? 0;
  });
}

export function readWords(entry: Sections): SourceWords {
  return {
    terms: readStrings(entry, "terms", "termStarts"),
    forms: readStrings(entry, "forms", "formStarts"),
    postingStarts: entry.integers("postingStarts"),
    passages: entry.integers("postings"),
    frequencies: entry.bytes("frequencies"),
    sentenceFrequencies: entry.integers("sentenceFrequencies"),
    passageLengths: entry.integers("passageLengths"),
    words: entry.integers("words")[0] ?? 0,
  };
}

function readStrings(entry: Sections, bytes: string, starts: string): readonly string[] {
  const strings = decodeStrings({ bytes: entry.bytes(bytes), starts: entry.integers(starts) });
  return Array.from({ length: strings.length }, (_, place) => strings.at(place));
}

/** The keys of all sentences, one after the other, `KEY_BYTES` each. */
export function readSentenceKeys(entry: Sections): Uint8Array {
  return entry.bytes("sentenceKeys");
}

function passageFields({ range, sentences, context }: Passage): number[] {
  return [range.start, range.end, sentences.length, context.length];
}

function sentenceFields({ range, kind, paragraph, number }: Sentence): number[] {
  return [range.start, range.end, KINDS.indexOf(kind), paragraph, number];
}

function readSentences(fields: Uint32Array): readonly Sentence[] {
  const sentences: Sentence[] = [];
  for (let at = 0; at < fields.length; at += SENTENCE_FIELDS) {
    const [start = 0, end = 0, kind = 0, paragraph = 0, number = 0] = fields.subarray(
      at,
      at + SENTENCE_FIELDS,
    );
    sentences.push({ range: { start, end }, kind: KINDS[kind] ?? "prose", paragraph, number });
  }
  return sentences;
}

function readRanges(fields: Uint32Array): readonly TextRange[] {
  const ranges: TextRange[] = [];
  for (let at = 0; at < fields.length; at += 2)
    ranges.push({ start: fields[at] ?? 0, end: fields[at + 1] ?? 0 });
  return ranges;
}
