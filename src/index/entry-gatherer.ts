/** Gathers, from the entries of sources as they are written one after the other, what the rest of an index needs. */
import { type Source, sliceRange } from "../corpus/source.ts";
import { FullTextBuilder } from "./full-text/full-text-builder.ts";
import type { SourceRecord } from "./store/index-manifest.ts";
import { decodeSections, type Sections } from "./store/sections.ts";
import {
  readPassages,
  readSentenceCounts,
  readSentenceKeys,
  readText,
  readWords,
} from "./store/source-entry.ts";
import { checksumOf } from "./store/stored-bytes.ts";
import { KEY_BYTES, keyOf, type VectorKey } from "./vectors/vector-cache.ts";

export class EntryGatherer {
  readonly records: SourceRecord[] = [];
  readonly fullText = new FullTextBuilder();
  /** The number of each passage's first sentence, and after the last passage the number of sentences. */
  readonly sentenceStarts: number[] = [0];
  /** The key of each sentence, in corpus order. */
  readonly keys: VectorKey[] = [];
  /** Texts of sentences that lack a vector, by key. */
  readonly missing = new Map<VectorKey, string>();
  readonly #part: number;
  readonly #hasVector: (key: VectorKey) => boolean;
  #end = 0;

  /** `part`: the place of the part that the entries are written to. */
  constructor(part: number, hasVector: (key: VectorKey) => boolean) {
    this.#part = part;
    this.#hasVector = hasVector;
  }

  /** Takes the next source in corpus order where another part holds its entry. */
  keep(record: SourceRecord): void {
    this.records.push(record);
  }

  /** Takes the next entry in corpus order. */
  take(source: Omit<Source, "text">, paragraphs: number, bytes: Uint8Array): void {
    const entry = decodeSections(bytes);
    const words = readWords(entry);
    this.fullText.add(words);
    const firstSentence = this.keys.length;
    for (const count of readSentenceCounts(entry))
      this.sentenceStarts.push((this.sentenceStarts.at(-1) ?? 0) + count);
    this.#takeKeys(entry);
    const { id, file, format, title, author, date, url, bodyStart, hash } = source;
    this.records.push({
      ...{ id, file, format, title, author, date, url, bodyStart, hash },
      paragraphs,
      passages: words.passageLengths.length,
      sentences: this.keys.length - firstSentence,
      words: words.words,
      part: this.#part,
      start: this.#end,
      length: bytes.length,
      checksum: checksumOf(bytes),
    });
    this.#end += bytes.length;
  }

  #takeKeys(entry: Sections): void {
    const bytes = readSentenceKeys(entry);
    const keys: VectorKey[] = [];
    for (let at = 0; at < bytes.length; at += KEY_BYTES) keys.push(keyOf(bytes.subarray(at, at + KEY_BYTES)));
    for (const key of keys) this.keys.push(key);
    if (keys.every((key) => this.#hasVector(key) || this.missing.has(key))) return;
    const text = readText(entry);
    const sentences = readPassages(entry).flatMap((passage) => passage.sentences);
    for (const [place, key] of keys.entries()) {
      const sentence = sentences[place];
      if (sentence !== undefined && !this.#hasVector(key))
        this.missing.set(key, sliceRange(text, sentence.range));
    }
  }
}
