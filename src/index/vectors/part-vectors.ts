/** The vectors of one part of a corpus: which of its sentences is nearest to a question, and those of a passage. */
import type { SentenceMatch } from "../corpus-index.ts";
import type { CheckedFile } from "../store/checked-file.ts";
import { BYTES_FILE, GRAPH_FILE } from "../store/index-folder.ts";
import type { OpenPart } from "../store/open-generation.ts";
import type { VectorIndex } from "../vector-index.ts";
import { ByteVectorIndex } from "./byte-vector-index.ts";
import { ExactVectorIndex } from "./exact-vector-index.ts";
import { openGraph } from "./vector-graph.ts";
import { rowsInFile, rowsInMemory, type VectorRows } from "./vector-rows.ts";

/** Passages and sentences are counted from 0 in the part; labels of vectors are numbers of sentences. */
export class PartVectors {
  readonly #part: OpenPart;
  readonly #file: CheckedFile;
  readonly #dimensions: number;
  /** See `EntryGatherer.sentenceStarts`. */
  readonly #starts: Uint32Array;
  #rows: VectorRows | null = null;
  #bytes: ByteVectorIndex | null = null;
  #index: Promise<VectorIndex> | null = null;

  private constructor(part: OpenPart, file: CheckedFile, dimensions: number) {
    this.#part = part;
    this.#file = file;
    this.#dimensions = dimensions;
    this.#starts = part.fullText.integers("sentenceStarts");
  }

  /** Null for a part without vectors. */
  static of(part: OpenPart, dimensions: number): PartVectors | null {
    return part.vectors && new PartVectors(part, part.vectors, dimensions);
  }

  async search(
    vector: readonly number[],
    k: number,
    accept: ((key: number) => boolean) | undefined,
  ): Promise<SentenceMatch[]> {
    this.#index ??= this.#openIndex();
    const acceptLabel =
      accept === undefined ? undefined : (label: number): boolean => accept(this.#keyOf(label));
    const matches = await (await this.#index).search(vector, k, acceptLabel);
    return matches.map(({ label, similarity }) => {
      const key = this.#keyOf(label);
      return { key, sentence: label - (this.#starts[key] ?? 0), similarity };
    });
  }

  /** In order of the passage's sentences. */
  async vectorsOf(key: number): Promise<readonly Float32Array[]> {
    const rows = this.#openRows();
    const start = this.#starts[key] ?? 0;
    const end = this.#starts[key + 1] ?? start;
    return Array.from({ length: end - start }, (_, place) => rows.row(start + place));
  }

  async #openIndex(): Promise<VectorIndex> {
    if (this.#isInBytes) return this.#openBytes();
    const rows = this.#openRows();
    const graph = this.#part.records[GRAPH_FILE];
    const path = this.#part.pathOf(GRAPH_FILE);
    const index = path && graph && (await openGraph(rows, path, graph.checksum));
    return index || new ExactVectorIndex(this.#loadRows());
  }

  /** Where there is a graph the few rows it asks for are read one by one; else all will be needed. */
  #openRows(): VectorRows {
    if (this.#rows !== null) return this.#rows;
    if (this.#isInBytes) return this.#openBytes();
    if (this.#part.pathOf(GRAPH_FILE) === null || !(GRAPH_FILE in this.#part.records))
      return this.#loadRows();
    this.#file.check();
    this.#rows = rowsInFile(this.#file, this.#dimensions);
    return this.#rows;
  }

  get #isInBytes(): boolean {
    return BYTES_FILE in this.#part.records;
  }

  #openBytes(): ByteVectorIndex {
    this.#bytes ??= new ByteVectorIndex(this.#file, this.#dimensions);
    return this.#bytes;
  }

  #loadRows(): VectorRows {
    const bytes = this.#file.readWhole();
    const floats = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
    this.#rows = rowsInMemory(floats, this.#dimensions);
    return this.#rows;
  }

  /** The passage of a sentence: the last one that does not start after it. */
  #keyOf(label: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= label) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
