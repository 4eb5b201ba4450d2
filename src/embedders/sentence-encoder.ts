/**
 * The Universal Sentence Encoder lite (Cer et al., "Universal Sentence Encoder", 2018; English, 512 dimensions): two
 * layers of a transformer over word pieces, their mean, and one layer more. It calculates what the library of its
 * weights calculates, but starts in a fraction of the time, and the company of a text never changes its vector.
 */
import type { EncoderWeights } from "./encoder-weights.ts";
import { rowByRow } from "./matrix-kernel.ts";
import { type Floats, MatrixMemory, type PackedMatrix } from "./matrix-memory.ts";
import { SentencePieces } from "./sentence-pieces.ts";
import { createWorkspace, MOST_ROWS, TransformerLayer, WIDTH } from "./transformer-layer.ts";

const PIECES = 8_002;
const PIECE_WIDTH = 256;
const UNKNOWN_PIECE = 0;
/** Floats there is room for: 5.1 million in matrices, and the rows between them. */
const CAPACITY = 6_000_000;
const TIMING =
  "module_apply_default/Encoder_en/KonaTransformer/Encode/TransformerStack/Layer_0/AddTimingSignal";
const LAST_LAYER = "module/Encoder_en/hidden_layers/tanh_layer_0";

export class SentenceEncoder {
  readonly dimensions = WIDTH;
  readonly #memory = new MatrixMemory(CAPACITY);
  readonly #pieces: SentencePieces;
  readonly #pieceVectors: Float32Array;
  /** How fast the dimensions of a place turn with its number. */
  readonly #turns: Float32Array;
  readonly #layers: readonly TransformerLayer[];
  readonly #lastMatrix: PackedMatrix;
  readonly #lastBias: Float32Array;
  readonly #input: Floats;
  readonly #mean: Floats;
  readonly #output: Floats;

  /** Throws an Error when weights are missing, or on a processor without vector instructions. */
  constructor(weights: EncoderWeights) {
    const memory = this.#memory;
    const workspace = createWorkspace(memory);
    this.#pieces = new SentencePieces(weights.vocabulary);
    this.#pieceVectors = weights.tensor("module/Embeddings_en", [PIECES, PIECE_WIDTH]);
    this.#turns = weights.tensor(`${TIMING}/TimingSignal/ExpandDims_1`, [1, PIECE_WIDTH / 2]);
    this.#layers = [
      new TransformerLayer(memory, workspace, weights, 0, PIECE_WIDTH),
      new TransformerLayer(memory, workspace, weights, 1, WIDTH),
    ];
    this.#lastMatrix = memory.pack(
      rowByRow(weights.tensor(`${LAST_LAYER}/weights`, [WIDTH, WIDTH]), WIDTH, WIDTH),
    );
    this.#lastBias = weights.tensor(`${LAST_LAYER}/bias`, [WIDTH]);
    this.#input = memory.allocate(MOST_ROWS * PIECE_WIDTH);
    this.#mean = memory.allocate(MOST_ROWS * WIDTH);
    this.#output = memory.allocate(MOST_ROWS * WIDTH);
  }

  /**
   * A vector of unit length for each text. A text without words is taken for one unknown word; a long one is read in
   * part. Several short texts go through the layers together, which for single words is three times as fast.
   */
  encode(texts: readonly string[]): Float32Array[] {
    const vectors: Float32Array[] = [];
    let batch: number[][] = [];
    let rows = 0;
    for (const text of texts) {
      const pieces = this.#pieces.encode(text).slice(0, MOST_ROWS);
      if (pieces.length === 0) pieces.push(UNKNOWN_PIECE);
      if (rows + pieces.length > MOST_ROWS) {
        vectors.push(...this.#encodeTogether(batch));
        batch = [];
        rows = 0;
      }
      batch.push(pieces);
      rows += pieces.length;
    }
    return batch.length === 0 ? vectors : [...vectors, ...this.#encodeTogether(batch)];
  }

  #encodeTogether(texts: readonly (readonly number[])[]): Float32Array[] {
    this.#placePieces(texts);
    const lengths = texts.map(({ length }) => length);
    let states = this.#input;
    for (const layer of this.#layers) states = layer.run(states, lengths);
    this.#average(states.values, lengths);
    for (const place of texts.keys()) this.#output.values.set(this.#lastBias, place * WIDTH);
    this.#memory.addProduct(this.#mean, this.#lastMatrix, this.#output, texts.length);
    return texts.map((_, place) =>
      toUnit(this.#output.values.subarray(place * WIDTH, (place + 1) * WIDTH).map(Math.tanh)),
    );
  }

  /** A row for each piece: twice its vector, and waves that tell its place in its text. */
  #placePieces(texts: readonly (readonly number[])[]): void {
    const half = PIECE_WIDTH / 2;
    let row = 0;
    for (const pieces of texts)
      for (const [place, piece] of pieces.entries()) {
        for (let at = 0; at < PIECE_WIDTH; at++) {
          const angle = place * (this.#turns[at % half] ?? 0);
          const wave = at < half ? Math.sin(angle) : Math.cos(angle);
          const vector = this.#pieceVectors[piece * PIECE_WIDTH + at] ?? 0;
          this.#input.values[row * PIECE_WIDTH + at] = 2 * vector + wave;
        }
        row++;
      }
  }

  #average(states: Float32Array, lengths: readonly number[]): void {
    let start = 0;
    for (const [place, rows] of lengths.entries()) {
      const mean = this.#mean.values.subarray(place * WIDTH, (place + 1) * WIDTH).fill(0);
      for (let at = 0; at < rows * WIDTH; at++)
        mean[at % WIDTH] = (mean[at % WIDTH] ?? 0) + (states[start * WIDTH + at] ?? 0) / rows;
      start += rows;
    }
  }
}

function toUnit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return vector.map((value) => value / length);
}
