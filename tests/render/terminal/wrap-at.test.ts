import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import { renderAnswer } from "../../../src/render/terminal/answer.ts";
import { type Layout, PLAIN_LAYOUT, setQuote } from "../../../src/render/terminal/layout.ts";
import { wrapAt } from "../../../src/render/terminal/wrap-at.ts";
import { isolateDirection, makeVisible } from "../../../src/render/visible.ts";
import { madeAnswer } from "../../doubles/made-answer.ts";
import { joiningText } from "../../doubles/text/joining-text.ts";
import { readVisible, withPlainEnds } from "../../doubles/text/read-visible.ts";

const bold = (text: string) => `\u001b[1m${text}\u001b[22m`;
const cyan = (text: string) => `\u001b[36m${text}\u001b[39m`;
const terminal = (width: number): Layout => ({
  ...PLAIN_LAYOUT,
  width,
  wrap: wrapAt(width),
  isolate: isolateDirection,
});

/** Columns of a line whose characters are drawn one by one. */
function widest(line: string): number {
  const one = Array.from(line, (character) => stringWidth(character)).reduce((sum, width) => sum + width, 0);
  return Math.max(stringWidth(line), one);
}

/** Whether the lines are the text, with nothing or one space between them. */
function isWrapped(lines: readonly string[], text: string): boolean {
  let at = 0;
  for (const [number, line] of lines.entries()) {
    if (number > 0 && !text.startsWith(line, at) && text[at] === " ") at += 1;
    // A line end may stand for the space even where the line could go on without it.
    else if (number > 0 && text[at] === " " && text.startsWith(line, at + 1)) at += 1;
    if (!text.startsWith(line, at)) return false;
    at += line.length;
  }
  return at === text.length;
}

describe("wrapping", () => {
  it("changes no character of any text", () => {
    fc.assert(
      fc.property(joiningText, fc.integer({ min: 20, max: 100 }), (text, width) => {
        const shown = makeVisible(text).replaceAll("\n", " ");
        expect(isWrapped(wrapAt(width)(shown, "  > "), shown)).toBe(true);
      }),
      { seed: 41, numRuns: 300 },
    );
  });

  it("keeps a letter and its mark as the file has them", () => {
    const decomposed = "cafe\u0301 ".repeat(40).trim();
    expect(wrapAt(40)(decomposed, "").join(" ")).toBe(decomposed);
  });

  it("fills no more columns than there are, in any script", () => {
    fc.assert(
      fc.property(joiningText, fc.integer({ min: 20, max: 92 }), (text, width) => {
        for (const line of wrapAt(width + 4)(makeVisible(text).replaceAll("\t", " "), "  > "))
          expect(widest(line)).toBeLessThanOrEqual(width);
      }),
      { seed: 42, numRuns: 300 },
    );
  });

  it("leaves room for terminals that draw a syllable part by part", () => {
    // Three columns for some, two for others.
    const syllable = "\u0915\u094d\u0937\u093f";
    expect(wrapAt(24)(syllable.repeat(7), "  > ")).toEqual([syllable.repeat(6), syllable]);
    expect(wrapAt(24)("\u1112\u1161".repeat(9), "  > ").every((line) => widest(line) <= 20)).toBe(true);
  });

  it("ends lines at spaces, divides only what is longer than a line, and counts tabs", () => {
    expect(wrapAt(24)("The quick brown fox jumps over it", "  > ")).toEqual([
      "The quick brown fox",
      "jumps over it",
    ]);
    expect(wrapAt(24)(`See ${"x".repeat(45)} there`, "  > ")).toEqual([
      "See",
      "x".repeat(20),
      "x".repeat(20),
      "xxxxx there",
    ]);
    // From column 4 the stops lie at 8, 16 and 24, which is the edge.
    expect(wrapAt(24)("a\tb\tc\td", "  > ")).toEqual(["a\tb\tc\t", "d"]);
    expect(wrapAt(24)("漢".repeat(12), "  > ")).toEqual(["漢".repeat(10), "漢".repeat(2)]);
  });

  it("closes colours, links and directions at the end of a line and opens them again in the next", () => {
    expect(wrapAt(24)(`The ${bold("quick brown fox jumps over")} it`, "  > ")).toEqual([
      `The ${bold("quick brown fox")}`,
      `${bold("jumps over")} it`,
    ]);
    expect(wrapAt(24)(bold(cyan("quick brown fox jumps over")), "  > ")).toEqual([
      bold(cyan("quick brown fox")),
      bold(cyan("jumps over")),
    ]);
    const link = (text: string) => `\u001b]8;;https://a.example/\u0007${text}\u001b]8;;\u0007`;
    expect(wrapAt(24)(link("quick brown fox jumps over"), "  > ")).toEqual([
      link("quick brown fox"),
      link("jumps over"),
    ]);
    const turned = (text: string) => `\u2067${text}\u2069`;
    expect(wrapAt(24)(`${turned("אבג דהו זחט יכל מנס")} [1]`, "  > ")).toEqual([
      turned("אבג דהו זחט יכל מנס"),
      "[1]",
    ]);
    expect(wrapAt(24)(turned("אבג דהו זחט יכל מנס עפצ"), "  > ")).toEqual([
      turned("אבג דהו זחט יכל מנס"),
      turned("עפצ"),
    ]);
  });
});

describe("a quote on a terminal", () => {
  it("is the file's characters, behind its bar, whatever they are", () => {
    fc.assert(
      fc.property(joiningText, fc.integer({ min: 30, max: 100 }), (text, width) => {
        const lines = setQuote(terminal(width), makeVisible(text), " [1]").split("\n");
        expect(lines.every((line) => line.startsWith("  >"))).toBe(true);
        const inside = lines.map((line) => line.slice(4).replace(/[\u2066-\u2069]/gu, ""));
        expect(inside.join("")).not.toMatch(/[\v\f\r\u0085\u2028\u2029]/);
        const shown = `${makeVisible(text).replaceAll("\n", " ")} [1]`;
        expect(isWrapped(inside, shown)).toBe(true);
        expect(readVisible(shown)).toBe(`${withPlainEnds(text).replaceAll("\n", " ")} [1]`);
      }),
      { seed: 43, numRuns: 300 },
    );
  });

  it("stays behind its bar in a pipe too, with the line ends and spaces of the file", () => {
    const answer = madeAnswer(["one  \n  two\rthree\u2028four\u0085five\u000bsix\u202e \r\nseven"]);
    expect(renderAnswer(answer, PLAIN_LAYOUT)).toContain(
      "  > one  \n  >   two\n  > three<U+2028>four<U+0085>five␋six<U+202E> \n  > seven [1]\n",
    );
  });
});
