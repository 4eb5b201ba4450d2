import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeVisible, makeVisibleLine } from "../../src/render/visible.ts";

describe("text made visible", () => {
  it("shows terminal escapes instead of obeying them", () => {
    expect(makeVisible("\u001b[31mred\u0007")).toBe("␛[31mred␇");
    expect(makeVisible("\u009b2J\u007f")).toBe("<U+009B>2J␡");
  });

  it("shows what turns the direction of text", () => {
    expect(makeVisible("user\u202etxt.exe")).toBe("user<U+202E>txt.exe");
  });

  it("keeps letters, tabs, line ends, emoji and the joiners of words", () => {
    const text = "Bakı – تهران\n\tzero\u200cwidth 👩‍👩‍👧 café";
    expect(makeVisible(text)).toBe(text);
    expect(makeVisible("a\r\nb\rc")).toBe("a\nb\nc");
  });

  it("leaves nothing harmful in any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(makeVisible(text)).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
        expect(makeVisibleLine(text, 20)).not.toMatch(/[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it("cuts a line at its length, between characters", () => {
    expect(makeVisibleLine("👍👍👍👍👍", 3)).toBe("👍👍…");
    expect([...makeVisibleLine("x".repeat(100_000), 50)]).toHaveLength(50);
  });
});
