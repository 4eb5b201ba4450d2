/**
 * The embedder that needs no service and no download: the sentence encoder that npm installed, in threads of its
 * own. One thread answers questions; more are started when there is much to embed.
 */
import { availableParallelism } from "node:os";
import { UserError } from "../../errors.ts";
import type { Embedder } from "../embedder.ts";
import { toUnitLength } from "../vectors/vector-rows.ts";
import { EncoderThread, ThreadGoneError } from "./encoder-thread.ts";

/** UTF-16 code units. The encoder is made for sentences: what comes after hardly moves the vector, but takes time. */
const LONGEST_TEXT = 1_000;
/** Texts encoded in one go: more gain nothing, and the shorter ones are padded to the longest. */
const BATCH = 16;
/** Each thread has the weights in memory for itself, about 150 MB. */
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
    const batches = cutBatches(texts.map(shorten)).values();
    const work = async (thread: number): Promise<void> => {
      for (const batch of batches) {
        const vectors = await this.#encode(
          thread,
          batch.map(({ text }) => text),
        );
        for (const [row, { place }] of batch.entries())
          made[place] = toUnitLength(vectors.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS));
      }
    };
    const threads = Math.min(MOST_THREADS, availableParallelism(), Math.ceil(texts.length / BATCH));
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

interface PlacedText {
  readonly text: string;
  /** Where it stood in the input. */
  readonly place: number;
}

/** Texts of about one length together, since each is padded to the longest of its batch. */
function cutBatches(texts: readonly string[]): readonly PlacedText[][] {
  const sorted = texts
    .map((text, place) => ({ text, place }))
    .sort((a, b) => b.text.length - a.text.length || a.place - b.place);
  const batches: PlacedText[][] = [];
  for (let at = 0; at < sorted.length; at += BATCH) batches.push(sorted.slice(at, at + BATCH));
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
  const said = cause instanceof Error ? cause.message : String(cause);
  return new UserError(
    `the sentence encoder does not work: ${said}`,
    "run npm ci again, or set FOOTNOTE_EMBEDDER=none to do without",
    { cause },
  );
}
