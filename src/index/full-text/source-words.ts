/**
 * The words of one source, counted: what the full text of a corpus is put together from. Made once for a
 * source's text and kept with it, so that a change of one file reads only that file's words again.
 */
import { sliceRange } from "../../corpus/source.ts";
import type { Passage } from "../../passages/passage.ts";
import { tokenize } from "../../text/tokens.ts";

/** Raised with every change to which words a text is said to hold: what was stored under another number is stale. */
export const WORDS_VERSION = 3;

/** Terms have numbers from 0; the postings of term `t` lie from `postingStarts[t]` to `postingStarts[t + 1]`. */
export interface SourceWords {
  readonly terms: readonly string[];
  /** How each term is written most, in lower case: `rivers` where that is what `river` stands for. */
  readonly forms: readonly string[];
  readonly postingStarts: Uint32Array;
  /** Ordinals of the passages that hold a term, ascending. */
  readonly passages: Uint32Array;
  /** How often the passage holds it; 255 stands for more. */
  readonly frequencies: Uint8Array;
  /** In how many sentences a term stands. */
  readonly sentenceFrequencies: Uint32Array;
  /** Words of each passage, context included. */
  readonly passageLengths: Uint32Array;
  /** Words in all sentences. */
  readonly words: number;
}

/** UTF-16 code units. */
const LONGEST_FORM = 64;
/** BM25 with k1 1.2 gains under half a per cent from any count above this one. */
const HIGHEST_FREQUENCY = 255;

/**
 * A passage counts the words of its sentences and of its context (headings, the lead-in of a list): a line
 * such as `Length: 7,200 km` is found by the words it stands under. Sentences count their own words only.
 */
export function countWords(text: string, passages: readonly Passage[]): SourceWords {
  const counter = new WordCounter();
  for (const passage of passages) {
    counter.openPassage();
    for (const sentence of passage.sentences) counter.addSentence(sliceRange(text, sentence.range));
    for (const range of passage.context) counter.addContext(sliceRange(text, range));
  }
  return counter.finish();
}

interface TermCount {
  readonly passages: number[];
  readonly frequencies: number[];
  sentences: number;
  /** The form that stands for it so far, and by how much it leads. */
  form: string;
  lead: number;
  /** The last sentence that was counted, so that it counts once. */
  lastSentence: number;
}

class WordCounter {
  readonly #counts = new Map<string, TermCount>();
  readonly #lengths: number[] = [];
  #sentence = 0;
  #words = 0;

  openPassage(): void {
    this.#lengths.push(0);
  }

  addSentence(text: string): void {
    this.#sentence++;
    for (const { term, start, end } of tokenize(text)) {
      const count = this.#add(term);
      takeForm(count, text.slice(start, Math.min(end, start + LONGEST_FORM)).toLowerCase());
      this.#words++;
      if (count.lastSentence === this.#sentence) continue;
      count.lastSentence = this.#sentence;
      count.sentences++;
    }
  }

  addContext(text: string): void {
    for (const { term } of tokenize(text)) this.#add(term);
  }

  finish(): SourceWords {
    const counts = [...this.#counts.values()];
    const postingStarts = new Uint32Array(counts.length + 1);
    for (const [term, count] of counts.entries())
      postingStarts[term + 1] = (postingStarts[term] ?? 0) + count.passages.length;
    return {
      terms: [...this.#counts.keys()],
      forms: Array.from(this.#counts, ([term, { form }]) => (form === "" ? term : form.toWellFormed())),
      postingStarts,
      passages: Uint32Array.from(counts.flatMap((count) => count.passages)),
      frequencies: Uint8Array.from(counts.flatMap((count) => count.frequencies)),
      sentenceFrequencies: Uint32Array.from(counts, (count) => count.sentences),
      passageLengths: Uint32Array.from(this.#lengths),
      words: this.#words,
    };
  }

  #add(term: string): TermCount {
    const ordinal = this.#lengths.length - 1;
    this.#lengths[ordinal] = (this.#lengths[ordinal] ?? 0) + 1;
    let count = this.#counts.get(term);
    if (count === undefined) {
      count = { passages: [], frequencies: [], sentences: 0, form: "", lead: 0, lastSentence: 0 };
      this.#counts.set(term, count);
    }
    const last = count.passages.length - 1;
    if (count.passages[last] === ordinal) {
      count.frequencies[last] = Math.min(HIGHEST_FREQUENCY, (count.frequencies[last] ?? 0) + 1);
    } else {
      count.passages.push(ordinal);
      count.frequencies.push(1);
    }
    return count;
  }
}

/**
 * Counts a form by majority vote (Boyer and Moore, 1981): a form that stands for a term more often than all others
 * together always wins, and no list of forms is kept.
 */
export function takeForm(count: { form: string; lead: number }, form: string, weight = 1): void {
  if (count.form === form) count.lead += weight;
  else if (count.lead >= weight) count.lead -= weight;
  else {
    count.form = form;
    count.lead = weight - count.lead;
  }
}
