/**
 * As much of the binary format of WebAssembly as one function needs (W3C, "WebAssembly Core Specification", chapter
 * 5; the vector instructions are those of version 2). Code is a list of bytes; instructions are put together as
 * nested lists.
 */

/** Bytes, or lists of such. */
export type Code = number | readonly Code[];

/** A local variable of the function: its number. */
export type Local = number;

export const get = (local: Local): Code => [0x20, local];
export const set = (local: Local, value: Code): Code => [value, 0x21, local];
export const constant = (value: number): Code => [0x41, signed(value)];
export const plus = (a: Code, b: Code): Code => [a, b, 0x6a];
export const minus = (a: Code, b: Code): Code => [a, b, 0x6b];
export const times = (a: Code, b: Code): Code => [a, b, 0x6c];
export const isBelow = (a: Code, b: Code): Code => [a, b, 0x49];
/** Goes through `body`, and again as long as `condition` is not zero. */
export const repeat = (body: Code, condition: Code): Code => [0x03, 0x40, body, condition, 0x0d, 0, 0x0b];

/** Four floats, `offset` bytes from `address`. */
export const loadVector = (address: Code, offset: number): Code => [address, 0xfd, 0x00, 2, unsigned(offset)];
/** One float, four times. */
export const loadSpread = (address: Code, offset: number): Code => [address, 0xfd, 0x09, 2, unsigned(offset)];
export const storeVector = (address: Code, offset: number, value: Code): Code => [
  [address, value],
  [0xfd, 0x0b, 2, unsigned(offset)],
];
export const plusVector = (a: Code, b: Code): Code => [a, b, 0xfd, 0xe4, 0x01];
export const timesVector = (a: Code, b: Code): Code => [a, b, 0xfd, 0xe6, 0x01];
export const storeInteger = (address: Code, value: Code): Code => [address, value, 0x36, 2, 0];
/** Four integers, all zero. */
export const zeroVector: Code = [0xfd, 0x0c, new Array<Code>(16).fill(0)];
export const plusIntegers = (a: Code, b: Code): Code => [a, b, 0xfd, 0xae, 0x01];
/**
 * Four sums of the products of sixteen signed bytes with sixteen others. No byte may be -128: two products then fit
 * in sixteen bits.
 */
export const sumOfByteProducts = (a: Code, b: Code): Code => [
  [a, b, 0xfd, 0x9c, 0x01],
  [a, b, 0xfd, 0x9d, 0x01],
  [0xfd, 0x8e, 0x01],
  [0xfd, 0x7e],
];
/** One of four integers. */
export const lane = (vector: Code, place: number): Code => [vector, 0xfd, 0x1b, place];

const INTEGER = 0x7f;
const VECTOR = 0x7b;

export interface FunctionCode {
  /** Integers it is called with; the first locals. */
  readonly parameters: number;
  /** Further locals, in this order. */
  readonly integers: number;
  readonly vectors: number;
  readonly body: Code;
}

/** A module that imports a memory as `environment.memory` and exports the function as `run`; it returns nothing. */
export function encodeModule({ parameters, integers, vectors, body }: FunctionCode): Uint8Array<ArrayBuffer> {
  const type = [0x60, list(new Array<Code>(parameters).fill(INTEGER)), list([])];
  const memory = [name("environment"), name("memory"), 0x02, 0x00, 1];
  const locals = list([
    [unsigned(integers), INTEGER],
    [unsigned(vectors), VECTOR],
  ]);
  return Uint8Array.from(
    flatten([
      [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
      section(1, list([type])),
      section(2, list([memory])),
      section(3, list([0])),
      section(7, list([[name("run"), 0x00, 0]])),
      section(10, list([sized([locals, body, 0x0b])])),
    ]),
  );
}

function section(id: number, content: Code): Code {
  return [id, sized(content)];
}

function sized(content: Code): Code {
  return [unsigned(flatten(content).length), content];
}

function list(items: readonly Code[]): Code {
  return [unsigned(items.length), items];
}

function name(text: string): Code {
  return sized([...Buffer.from(text)]);
}

/** LEB128: seven bits a byte, the lowest first. */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, unsigned(value >>> 7)];
}

function signed(value: number): Code {
  const isLast = value >= -0x40 && value < 0x40;
  return isLast ? [value & 0x7f] : [(value & 0x7f) | 0x80, signed(value >> 7)];
}

function flatten(code: Code): number[] {
  const bytes: number[] = [];
  const add = (part: Code): void => {
    if (typeof part === "number") bytes.push(part);
    else for (const inner of part) add(inner);
  };
  add(code);
  return bytes;
}
