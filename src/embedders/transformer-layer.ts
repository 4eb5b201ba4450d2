/**
 * A layer of a transformer (Vaswani et al., "Attention is all you need", 2017), in which rows are normalised before
 * each step: attention among the rows, then two products for each row alone; each step is added to what went in.
 */
import { Attention } from "./attention.ts";
import type { EncoderWeights } from "./encoder-weights.ts";
import { rowByRow } from "./matrix-kernel.ts";
import type { Floats, MatrixMemory, PackedMatrix } from "./matrix-memory.ts";
import { addRows, addToRows, fillRows, normalizeRows, raiseToZero } from "./row-operations.ts";

/** Rows there is room for. */
export const MOST_ROWS = 128;
/** Numbers in a row that leaves a layer, and within its second step. */
export const WIDTH = 512;
const INNER_WIDTH = 1_536;
const HEADS = 4;
const NORM = "layer_prepostprocess/layer_norm/layer_norm";
const BIAS = "bias/ConcatPartitions/concat";

/** A product with a matrix, and what is added to it. */
interface Dense {
  readonly matrix: PackedMatrix;
  readonly bias: Float32Array;
}

interface Norm {
  readonly scale: Float32Array;
  readonly shift: Float32Array;
}

/** Room for what lies between two steps; layers that do not work at the same time share it. */
export interface Workspace {
  readonly normalized: Floats;
  readonly attended: Floats;
  /** Holds what attention compares, then what lies between the two products. */
  readonly inner: Floats;
  readonly attention: Attention;
}

export function createWorkspace(memory: MatrixMemory): Workspace {
  return {
    normalized: memory.allocate(MOST_ROWS * WIDTH),
    attended: memory.allocate(MOST_ROWS * WIDTH),
    inner: memory.allocate(MOST_ROWS * INNER_WIDTH),
    attention: new Attention(memory, MOST_ROWS, HEADS, WIDTH / HEADS),
  };
}

export class TransformerLayer {
  readonly #memory: MatrixMemory;
  readonly #workspace: Workspace;
  readonly #width: number;
  readonly #attentionNorm: Norm;
  readonly #compare: Dense;
  readonly #combine: Dense;
  /** Brings what goes in to the width of what goes out; null when it has it. */
  readonly #widen: Dense | null;
  readonly #innerNorm: Norm;
  readonly #inward: Dense;
  readonly #outward: Dense;
  readonly #output: Floats;

  /** The layer of that number; `width`: numbers in a row that goes in. */
  constructor(
    memory: MatrixMemory,
    workspace: Workspace,
    weights: EncoderWeights,
    number: number,
    width: number,
  ) {
    const coder = "module_apply_default/Encoder_en/KonaTransformer/Encode";
    const layer = `${coder}/Layer_${number}/TransformerLayer`;
    const kernels = `module/Encoder_en/KonaTransformer/Encode/Layer_${number}/TransformerLayer/MultiheadAttention`;
    const products = `${coder}/TransformerStack/Layer_${number}/TransformerLayer/FFN`;
    const norm = (name: string, length: number): Norm => ({
      scale: weights.tensor(`${name}/${NORM}_scale/ConcatPartitions/concat`, [length]),
      shift: weights.tensor(`${name}/${NORM}_bias/ConcatPartitions/concat`, [length]),
    });
    const dense = (matrix: string, shape: readonly number[], bias: string): Dense => {
      const [rows = 0, columns = 0] = shape.slice(-2);
      return {
        matrix: memory.pack(rowByRow(weights.tensor(matrix, shape), rows, columns)),
        bias: weights.tensor(bias, [columns]),
      };
    };
    const attention = (name: string, columns: number): Dense =>
      dense(
        `${kernels}/${name}/kernel/part_0`,
        [1, 1, width, columns],
        `${layer}/MultiheadAttention/${name}/${BIAS}`,
      );
    this.#memory = memory;
    this.#workspace = workspace;
    this.#width = width;
    this.#attentionNorm = norm(layer, width);
    this.#compare = attention("qkv_transform_single", 3 * width);
    this.#combine = attention("output_transform_single", WIDTH);
    this.#widen =
      width === WIDTH
        ? null
        : dense(`${layer}/dense/kernel/ConcatPartitions/concat`, [width, WIDTH], `${layer}/dense/${BIAS}`);
    this.#innerNorm = norm(`${layer}/FFN`, WIDTH);
    this.#inward = dense(
      `${products}/conv1/Tensordot/Reshape_1`,
      [WIDTH, INNER_WIDTH],
      `${layer}/FFN/conv1/${BIAS}`,
    );
    this.#outward = dense(
      `${products}/conv2/Tensordot/Reshape_1`,
      [INNER_WIDTH, WIDTH],
      `${layer}/FFN/conv2/${BIAS}`,
    );
    this.#output = memory.allocate(MOST_ROWS * WIDTH);
  }

  /**
   * What comes of the rows of several texts, one after the other, `lengths` rows each; it is overwritten by the next
   * call. Rows attend to the rows of their own text alone: what a text becomes does not depend on its company.
   */
  run(input: Floats, lengths: readonly number[]): Floats {
    const rows = lengths.reduce((sum, length) => sum + length, 0);
    this.#attendAmong(input, lengths, rows);
    this.#considerEach(rows);
    return this.#output;
  }

  #attendAmong(input: Floats, lengths: readonly number[], rows: number): void {
    const { normalized, attended, inner, attention } = this.#workspace;
    const output = this.#output.values;
    normalizeRows(
      input.values,
      normalized.values,
      rows,
      this.#attentionNorm.scale,
      this.#attentionNorm.shift,
    );
    fillRows(inner.values, this.#compare.bias, rows);
    this.#memory.addProduct(normalized, this.#compare.matrix, inner, rows);
    let start = 0;
    for (const length of lengths) {
      const source = inner.values.subarray(start * 3 * this.#width);
      attention.run(source, attended.values.subarray(start * this.#width), length, this.#width);
      start += length;
    }
    fillRows(output, this.#combine.bias, rows);
    this.#memory.addProduct(attended, this.#combine.matrix, this.#output, rows);
    if (this.#widen === null) {
      addRows(output, input.values, rows * WIDTH);
    } else {
      addToRows(output, this.#widen.bias, rows);
      this.#memory.addProduct(input, this.#widen.matrix, this.#output, rows);
    }
  }

  #considerEach(rows: number): void {
    const { normalized, inner } = this.#workspace;
    const output = this.#output.values;
    normalizeRows(output, normalized.values, rows, this.#innerNorm.scale, this.#innerNorm.shift);
    fillRows(inner.values, this.#inward.bias, rows);
    this.#memory.addProduct(normalized, this.#inward.matrix, inner, rows);
    raiseToZero(inner.values, rows * INNER_WIDTH);
    addToRows(output, this.#outward.bias, rows);
    this.#memory.addProduct(inner, this.#outward.matrix, this.#output, rows);
  }
}
