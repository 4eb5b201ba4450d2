/**
 * Products of one vector of small integers with many, sixteen bytes at a time, as a WebAssembly function made here;
 * on a processor without vector instructions they are calculated one by one, with the same results.
 */
import {
  type Code,
  constant,
  encodeModule,
  type FunctionCode,
  get,
  isBelow,
  lane,
  loadVector,
  minus,
  plus,
  plusIntegers,
  repeat,
  set,
  storeInteger,
  sumOfByteProducts,
  zeroVector,
} from "../../embedders/wasm-code.ts";

/** Rows are filled up with zeros to a multiple of so many bytes. */
const ROUND = 32;
const VECTOR_BYTES = 16;
const PAGE_BYTES = 64 * 1024;

/** Rows of integers from -127 to 127, in memory of their own. */
export interface ByteRows {
  /** The product of each row with `query`, in order; overwritten by the next call. */
  multiply(query: Int8Array): Int32Array;
  /** Do not change it. */
  row(row: number): Int8Array;
}

/** Writes a row into its place. */
export type WriteRow = (row: number, bytes: Int8Array) => void;

/** Room for `count` rows of `width` bytes, and `fill` to write each of them once. */
export function createByteRows(count: number, width: number, fill: (write: WriteRow) => void): ByteRows {
  const stride = Math.ceil(width / ROUND) * ROUND;
  const sumsAt = stride + count * stride;
  const memory = new WebAssembly.Memory({ initial: Math.ceil((sumsAt + 4 * count) / PAGE_BYTES) + 1 });
  const bytes = new Int8Array(memory.buffer);
  const sums = new Int32Array(memory.buffer, sumsAt, count);
  const run = createFunction(memory);
  fill((row, written) => bytes.set(written, (row + 1) * stride));
  return {
    multiply: (query) => {
      bytes.set(query.subarray(0, width), 0);
      if (run === null) multiplyOneByOne(bytes, stride, sums);
      else if (count > 0 && stride > 0) run(0, stride, sumsAt, count, stride);
      return sums;
    },
    row: (row) => bytes.subarray((row + 1) * stride, (row + 1) * stride + width),
  };
}

/** Addresses in bytes; `width`: bytes of a row. */
type MultiplyBytes = (query: number, rows: number, sums: number, count: number, width: number) => void;

function createFunction(memory: WebAssembly.Memory): MultiplyBytes | null {
  const code = encodeModule(multiplication());
  if (!WebAssembly.validate(code)) return null;
  const { run } = new WebAssembly.Instance(new WebAssembly.Module(code), { environment: { memory } }).exports;
  return run as MultiplyBytes;
}

const [QUERY, ROW, SUM_AT, ROWS_LEFT, WIDTH, QUERY_AT, ROW_END] = [0, 1, 2, 3, 4, 5, 6];
const [FIRST, SECOND] = [7, 8];
const [PARAMETERS, INTEGERS, VECTORS] = [5, 2, 2];

function multiplication(): FunctionCode {
  const step = (sum: number, offset: number): Code =>
    set(
      sum,
      plusIntegers(
        get(sum),
        sumOfByteProducts(loadVector(get(QUERY_AT), offset), loadVector(get(ROW), offset)),
      ),
    );
  const all = plusIntegers(get(FIRST), get(SECOND));
  const row: Code = [
    set(FIRST, zeroVector),
    set(SECOND, zeroVector),
    set(QUERY_AT, get(QUERY)),
    set(ROW_END, plus(get(ROW), get(WIDTH))),
    repeat(
      [step(FIRST, 0), step(SECOND, VECTOR_BYTES), advance(QUERY_AT, ROUND), advance(ROW, ROUND)],
      isBelow(get(ROW), get(ROW_END)),
    ),
    set(FIRST, all),
    storeInteger(
      get(SUM_AT),
      plus(plus(lane(get(FIRST), 0), lane(get(FIRST), 1)), plus(lane(get(FIRST), 2), lane(get(FIRST), 3))),
    ),
    advance(SUM_AT, 4),
    set(ROWS_LEFT, minus(get(ROWS_LEFT), constant(1))),
  ];
  return {
    parameters: PARAMETERS,
    integers: INTEGERS,
    vectors: VECTORS,
    body: repeat(row, get(ROWS_LEFT)),
  };
}

function multiplyOneByOne(bytes: Int8Array, stride: number, sums: Int32Array): void {
  for (let row = 0; row < sums.length; row++) {
    let sum = 0;
    const start = (row + 1) * stride;
    for (let at = 0; at < stride; at++) sum += (bytes[at] ?? 0) * (bytes[start + at] ?? 0);
    sums[row] = sum;
  }
}

function advance(pointer: number, by: number): Code {
  return set(pointer, plus(get(pointer), constant(by)));
}
