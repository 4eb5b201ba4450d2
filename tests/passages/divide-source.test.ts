import { describe, expect, it } from "vitest";
import type { SourceFormat } from "../../src/corpus/source.ts";
import { divideSource } from "../../src/passages/divide-source.ts";

/** Each paragraph as `kind: text` lines of its sentences. */
function divide(text: string, format: SourceFormat = "markdown"): string[][] {
  const { paragraphs } = divideSource({ text, format, bodyStart: 0 });
  return paragraphs.map(({ sentences }) =>
    sentences.map(({ kind, range }) => `${kind}: ${text.slice(range.start, range.end)}`),
  );
}

describe("divideSource on Markdown", () => {
  it("makes paragraphs of what stands between blank lines", () => {
    expect(divide("One. Two.\n \t\nThree.\r\n\r\nFour.")).toEqual([
      ["prose: One.", "prose: Two."],
      ["prose: Three."],
      ["prose: Four."],
    ]);
  });

  it("makes headings, items and rows sentences of their own, without their marks", () => {
    const text = "# A title #\nProse here.\n- one\n- two\n  goes on\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
    expect(divide(text)).toEqual([
      ["heading: A title", "prose: Prose here.", "item: one", "item: two\n  goes on"],
      ["row: a | b", "row: 1 | 2"],
    ]);
  });
});

describe("divideSource on plain text", () => {
  it("keeps each line of a text that was not wrapped", () => {
    expect(
      divide("Key numbers:\n\nTotal investment – $25 billion\nTotal length – 7,200 km\nEnd.", "text"),
    ).toEqual([
      ["prose: Key numbers:"],
      ["item: Total investment – $25 billion", "item: Total length – 7,200 km", "item: End."],
    ]);
  });
});
