/** A list of strings kept as bytes: read one at a time, so that a vocabulary of millions costs nothing to open. */

export interface StringList {
  readonly length: number;
  at(place: number): string;
}

export interface EncodedStrings {
  readonly bytes: Uint8Array;
  /** Where each string starts in `bytes`, and where the last one ends. */
  readonly starts: Uint32Array;
}

/** The strings must be well-formed; terms are, since no lone surrogate is a letter. */
export function encodeStrings(strings: readonly string[]): EncodedStrings {
  const starts = new Uint32Array(strings.length + 1);
  let end = 0;
  for (const [place, string] of strings.entries()) {
    end += Buffer.byteLength(string);
    starts[place + 1] = end;
  }
  return { bytes: Buffer.from(strings.join("")), starts };
}

export function decodeStrings({ bytes, starts }: EncodedStrings): StringList {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    length: Math.max(0, starts.length - 1),
    at: (place) => buffer.toString("utf8", starts[place], starts[place + 1]),
  };
}

/** The first place, from `from` up to `to`, whose string is not before `wanted`; `to` when there is none. */
export function lowerBound(list: StringList, wanted: string, from = 0, to = list.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list.at(middle) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
