/**
 * Products of matrices of floats, four at a time, as a WebAssembly function made here: nearly all the work of the
 * sentence encoder. It gives the same bits on every machine.
 */
import {
  type Code,
  constant,
  encodeModule,
  type FunctionCode,
  get,
  isBelow,
  type Local,
  loadSpread,
  loadVector,
  minus,
  plus,
  plusVector,
  repeat,
  set,
  storeVector,
  times,
  timesVector,
} from "./wasm-code.ts";

/** Rows of the left matrix worked on together; there must be a multiple of them. */
export const TILE_ROWS = 4;
/** Vectors of the right matrix worked on together: so many sums, and what they are made of, fit in registers. */
const TILE_VECTORS = 2;
/** Columns worked on together; there must be a multiple of them. */
const TILE_COLUMNS = 4 * TILE_VECTORS;
/** Steps along the inner side before it is asked whether it has ended; it must be a multiple of them. */
const UNROLLED = 4;
/** What both sides of a packed matrix are filled up to, so that one product can be a factor of the next. */
const ROUND = Math.max(TILE_COLUMNS, UNROLLED);

const FLOAT_BYTES = 4;
const VECTOR_BYTES = 16;
const PANEL_ROW_BYTES = TILE_VECTORS * VECTOR_BYTES;

/**
 * Adds left × right to `sums`. The arguments are addresses in bytes and numbers of floats: `left` is `rows` × `inner`
 * and `sums` is `rows` × `columns`, both row by row; `right` is packed, see `packMatrix`.
 */
export type MultiplyMatrices = (
  left: number,
  right: number,
  sums: number,
  rows: number,
  inner: number,
  columns: number,
) => void;

/** Throws an Error on a processor without vector instructions. */
export function createKernel(memory: WebAssembly.Memory): MultiplyMatrices {
  const module = new WebAssembly.Module(encodeModule(multiplication()));
  const { run } = new WebAssembly.Instance(module, { environment: { memory } }).exports;
  return run as MultiplyMatrices;
}

/** A matrix anywhere in an array: the number at (row, column) is `values[start + row × rowStep + column × columnStep]`. */
export interface Matrix {
  readonly values: Float32Array;
  readonly start: number;
  readonly rows: number;
  readonly columns: number;
  readonly rowStep: number;
  readonly columnStep: number;
}

/** A matrix that fills the array, row by row. */
export function rowByRow(values: Float32Array, rows: number, columns: number): Matrix {
  return { values, start: 0, rows, columns, rowStep: columns, columnStep: 1 };
}

/** The length of a side when it is packed. */
export function packedSide(length: number): number {
  return Math.ceil(length / ROUND) * ROUND;
}

/**
 * Writes a matrix so that the kernel reads it from one end to the other: panels of `TILE_COLUMNS` columns, each row
 * by row. Both sides are filled up with zeros to their `packedSide`.
 */
export function packMatrix(matrix: Matrix, packed: Float32Array): void {
  const { values, start, rows, columns, rowStep, columnStep } = matrix;
  const panelLength = packedSide(rows) * TILE_COLUMNS;
  if (rows % ROUND > 0 || columns % ROUND > 0)
    packed.fill(0, 0, panelLength * Math.ceil(columns / TILE_COLUMNS));
  // In the order in which most matrices are read: reading ahead is worth more than writing in one go.
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column += TILE_COLUMNS) {
      const from = start + row * rowStep + column * columnStep;
      const to = (column / TILE_COLUMNS) * panelLength + row * TILE_COLUMNS;
      const width = Math.min(TILE_COLUMNS, columns - column);
      for (let at = 0; at < width; at++) packed[to + at] = values[from + at * columnStep] ?? 0;
    }
}

// The locals of the function, by their numbers: what it is called with, further integers, then vectors.
const [LEFT, RIGHT, SUMS, ROWS, INNER, COLUMNS] = [0, 1, 2, 3, 4, 5];
const [LEFT_STRIDE, SUM_STRIDE, LEFT_TILE, SUM_TILE, ROWS_LEFT, PANEL_ROW, LEFT_END] = [
  6, 7, 8, 9, 10, 11, 12,
];
const LEFT_ROWS: readonly Local[] = [13, 14, 15, 16];
const PARAMETERS = 6;
const INTEGERS = 11;
/** The sums of a tile: `TILE_ROWS` rows of `TILE_VECTORS` vectors. */
const TILE: readonly (readonly Local[])[] = [
  [17, 18],
  [19, 20],
  [21, 22],
  [23, 24],
];
const PANEL: readonly Local[] = [25, 26];
const SPREAD: Local = 27;
const VECTORS = 11;

/** Panel by panel of the right matrix, which then stays in the cache, and tile by tile of the sums. */
function multiplication(): FunctionCode {
  const tiles = repeat(
    [
      multiplyTile(),
      advance(LEFT_TILE, times(get(LEFT_STRIDE), constant(TILE_ROWS))),
      advance(SUM_TILE, times(get(SUM_STRIDE), constant(TILE_ROWS))),
      set(ROWS_LEFT, minus(get(ROWS_LEFT), constant(TILE_ROWS))),
    ],
    get(ROWS_LEFT),
  );
  const panels = repeat(
    [
      set(LEFT_TILE, get(LEFT)),
      set(SUM_TILE, get(SUMS)),
      set(ROWS_LEFT, get(ROWS)),
      tiles,
      advance(RIGHT, times(get(INNER), constant(PANEL_ROW_BYTES))),
      advance(SUMS, constant(PANEL_ROW_BYTES)),
      set(COLUMNS, minus(get(COLUMNS), constant(TILE_COLUMNS))),
    ],
    get(COLUMNS),
  );
  const body = [
    set(LEFT_STRIDE, times(get(INNER), constant(FLOAT_BYTES))),
    set(SUM_STRIDE, times(get(COLUMNS), constant(FLOAT_BYTES))),
    panels,
  ];
  return { parameters: PARAMETERS, integers: INTEGERS, vectors: VECTORS, body };
}

function multiplyTile(): Code {
  const steps = Array.from({ length: UNROLLED }, (_, step) => multiplyStep(step));
  return [
    LEFT_ROWS.map((row, place) => set(row, plus(get(LEFT_TILE), times(get(LEFT_STRIDE), constant(place))))),
    eachSum((sum, address, offset) => set(sum, loadVector(address, offset))),
    set(PANEL_ROW, get(RIGHT)),
    set(LEFT_END, plus(get(LEFT_TILE), get(LEFT_STRIDE))),
    repeat(
      [
        steps,
        advance(PANEL_ROW, constant(UNROLLED * PANEL_ROW_BYTES)),
        LEFT_ROWS.map((row) => advance(row, constant(UNROLLED * FLOAT_BYTES))),
      ],
      isBelow(get(LEFT_ROWS[0] ?? 0), get(LEFT_END)),
    ),
    eachSum((sum, address, offset) => storeVector(address, offset, get(sum))),
  ];
}

/** One row of the panel, times the floats of the left rows that stand where it stands. */
function multiplyStep(step: number): Code {
  return [
    PANEL.map((vector, place) => {
      return set(vector, loadVector(get(PANEL_ROW), step * PANEL_ROW_BYTES + place * VECTOR_BYTES));
    }),
    LEFT_ROWS.map((row, place) => [
      set(SPREAD, loadSpread(get(row), step * FLOAT_BYTES)),
      (TILE[place] ?? []).map((sum, at) => {
        return set(sum, plusVector(get(sum), timesVector(get(SPREAD), get(PANEL[at] ?? 0))));
      }),
    ]),
  ];
}

function eachSum(code: (sum: Local, address: Code, offset: number) => Code): Code {
  return TILE.map((row, place) => {
    const address = plus(get(SUM_TILE), times(get(SUM_STRIDE), constant(place)));
    return row.map((sum, at) => code(sum, address, at * VECTOR_BYTES));
  });
}

function advance(pointer: Local, bytes: Code): Code {
  return set(pointer, plus(get(pointer), bytes));
}
