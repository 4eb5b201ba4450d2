/**
 * The embedder that needs no service and no download: the sentence encoder that npm installed, in threads of its
 * own. One thread answers questions; more are started when there is much to embed.
 */
import { availableParallelism } from "node:os";
import { systemFault, UserError } from "../errors.ts";
import type { Embedder } from "./embedder.ts";
import { EncoderThread, ThreadGoneError } from "./encoder-thread.ts";
import { toUnitLength } from "./unit-vectors.ts";

/** UTF-16 code units. The encoder is made for sentences: what comes after hardly moves the vector, but takes time. */
const LONGEST_TEXT = 1_000;
/** UTF-16 code units sent to a thread at once: few enough that all threads end at about the same time. */
const BATCH_LENGTH = 1_000;
/** Each thread has the weights in memory for itself, about 60 MB. */
const MOST_THREADS = 4;
const DIMENSIONS = 512;

export class EncoderEmbedder implements Embedder {
  readonly id = "use-lite@0.2.0";
  readonly dimensions = DIMENSIONS;
  readonly #start: () => EncoderThread;
  readonly #threads: EncoderThread[] = [];
  #isClosed = false;

  /** `start` makes a thread. */
  constructor(start: () => EncoderThread = () => new EncoderThread()) {
    this.#start = start;
  }

  warmUp(): void {
    this.#thread(0);
  }

  async embedQuery(text: string): Promise<number[]> {
    const vectors = await this.#encode(0, [shorten(text)]);
    return toUnitLength(vectors);
  }

  async embedDocuments(texts: string[]): Promise<number[][]> {
    const made = new Array<number[]>(texts.length);
    const batches = inBatches(texts.map(shorten));
    const waiting = batches.values();
    const work = async (thread: number): Promise<void> => {
      for (const { start, texts: batch } of waiting) {
        const vectors = await this.#encode(thread, batch);
        for (const row of batch.keys())
          made[start + row] = toUnitLength(vectors.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS));
      }
    };
    const threads = Math.min(MOST_THREADS, availableParallelism(), batches.length);
    await Promise.all(Array.from({ length: threads }, (_, thread) => work(thread)));
    return made;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#threads.map((thread) => thread.stop()));
  }

  /** A thread that dies is replaced once; when the new one dies too, it is the texts or the machine. */
  async #encode(thread: number, texts: readonly string[]): Promise<Float32Array> {
    try {
      return await this.#thread(thread).encode(texts);
    } catch (error) {
      if (this.#isClosed || !(error instanceof ThreadGoneError)) throw explainFault(error);
    }
    return this.#thread(thread)
      .encode(texts)
      .catch((error) => Promise.reject(explainFault(error)));
  }

  #thread(place: number): EncoderThread {
    if (this.#isClosed) throw new Error("the embedder is closed");
    const known = this.#threads[place];
    if (known !== undefined && !known.isGone) return known;
    const thread = this.#start();
    this.#threads[place] = thread;
    return thread;
  }
}

interface Batch {
  /** Place of its first text. */
  readonly start: number;
  readonly texts: string[];
}

function inBatches(texts: readonly string[]): Batch[] {
  const batches: Batch[] = [];
  let length = BATCH_LENGTH;
  for (const [start, text] of texts.entries()) {
    const last = batches.at(-1);
    if (last !== undefined && length + text.length <= BATCH_LENGTH) last.texts.push(text);
    else {
      batches.push({ start, texts: [text] });
      length = 0;
    }
    length += text.length;
  }
  return batches;
}

/** A line end or a run of spaces is one space to the encoder. */
function shorten(text: string): string {
  return text
    .slice(0, 4 * LONGEST_TEXT)
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LONGEST_TEXT);
}

function explainFault(cause: unknown): UserError {
  // A thread that could not start or go on for want of something of the process is no fault of the encoder.
  const fault = cause instanceof ThreadGoneError ? systemFault(cause.cause) : null;
  if (fault !== null) return fault;
  const said = cause instanceof Error ? cause.message : String(cause);
  return new UserError(
    `the sentence encoder does not work: ${said}`,
    "install Footnote again (npm ci in a clone), or set FOOTNOTE_EMBEDDER=none to do without",
    { cause },
  );
}
