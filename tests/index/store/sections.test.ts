import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeSections, encodeSections } from "../../../src/index/store/sections.ts";

const arrays = {
  bytes: Uint8Array.of(1, 2, 3),
  integers: Uint32Array.of(4_294_967_295, 0),
  empty: new Uint32Array(),
  last: Uint32Array.of(7, 8),
};

describe("sections", () => {
  it("are read as they were written", () => {
    const sections = decodeSections(encodeSections(arrays));
    expect(sections.bytes("bytes")).toEqual(arrays.bytes);
    expect(sections.integers("integers")).toEqual(arrays.integers);
    expect(sections.integers("empty")).toEqual(arrays.empty);
  });

  it("are read wherever the bytes lie in memory", () => {
    const bytes = encodeSections(arrays);
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(decodeSections(shifted.subarray(3)).integers("integers")).toEqual(arrays.integers);
  });

  it("refuse other bytes with an error, never with wrong numbers", () => {
    const bytes = encodeSections(arrays);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (length) => {
        expect(() => decodeSections(bytes.slice(0, length)).integers("last")).toThrow();
      }),
      { seed: 1 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (noise) => {
        expect(() => decodeSections(noise)).toThrow();
      }),
      { seed: 1 },
    );
    expect(() => decodeSections(bytes).bytes("other")).toThrow();
  });
});
