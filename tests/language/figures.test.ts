import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figure } from "../../src/language/figures/figure.ts";
import { findFigures } from "../../src/language/figures/read-figures.ts";
import { PHRASES } from "./phrases.ts";

const SIGNS = {
  none: "",
  about: "~",
  over: ">",
  "at-least": ">=",
  under: "<",
  "at-most": "<=",
  spread: "±",
  not: "≠",
} as const;

function written({ kind, readings, unit, per, bound, date }: Figure): string {
  const amount = readings
    .map((value) => Number(value.toPrecision(6) === value.toPrecision(15) ? value : rounded(value)))
    .join("|");
  const mark =
    { ordinal: "#", multiple: "x", time: "@", roman: "^", vague: "?", date: "=" }[kind as string] ?? "";
  if (kind === "date") return `${mark}${date}`;
  const rate = per === null ? "" : `/${per.unit?.name ?? per.term}`;
  const isMeasured = unit !== null && kind !== "vague";
  return `${SIGNS[bound]}${mark}${amount}${isMeasured ? ` ${unit.name}` : ""}${rate}`;
}

/** A third has no end. */
function rounded(value: number): number {
  return Number.isInteger(value) || String(value).length < 12 ? value : Number(value.toPrecision(6));
}

describe("the figures of a phrase", () => {
  it("are at least 150, so that a share of them says something", () => {
    expect(PHRASES.length).toBeGreaterThanOrEqual(150);
  });

  it.each(PHRASES)("of %j are %j", (phrase, figures) => {
    expect(findFigures(phrase).map(written).join("; ")).toBe(figures);
  });
});

describe("the range of a figure", () => {
  const piece = fc.oneof(
    fc.constantFrom(...PHRASES.map(([phrase]) => phrase)),
    fc.constantFrom(" ", ", ", ". ", "\u200b", "\u00ad", "−", "(", ")", "и", "漢", "\ud835\udfd3", "\ud83d"),
    fc.string({ unit: "binary", maxLength: 6 }),
  );

  it("lies in the text, in order and without overlap, whatever is read", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join("");
        let end = 0;
        for (const figure of findFigures(text)) {
          expect(figure.start).toBeGreaterThanOrEqual(end);
          expect(figure.end).toBeGreaterThan(figure.start);
          expect(figure.end).toBeLessThanOrEqual(text.length);
          end = figure.end;
        }
      }),
      { seed: 3, numRuns: 2000 },
    );
  });

  it.each([
    ["They saw fifty-four boats.", "fifty-four"],
    ["They saw ⅬⅣ boats.", "ⅬⅣ"],
    ["They saw 5\u200b3 boats.", "5\u200b3"],
    ["They saw 五十四 boats.", "五十四"],
    ["They saw 𝟓𝟑 boats.", "𝟓𝟑"],
    ["They saw пятьдесят четыре boats.", "пятьдесят четыре"],
    ["They saw 5.3 × 10⁴ boats.", "5.3 × 10⁴"],
    ["They paid −$5.3 million.", "5.3 million"],
  ])("of %j is %j", (text, figure) => {
    expect(findFigures(text).map(({ start, end }) => text.slice(start, end))).toEqual([figure]);
  });
});
