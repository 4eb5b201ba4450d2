import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  explainUnreadLine,
  isNoAnswer,
  LONGEST_LINE,
  parseModelLine,
} from "../../src/statements/parse-model-line.ts";

describe("parseModelLine", () => {
  it.each([
    ["Trade rose in 2025 [S3].", "Trade rose in 2025.", [3]],
    ["Trade rose in 2025. [S3][S7]", "Trade rose in 2025.", [3, 7]],
    ["Trade rose in 2025. [S3] [S7].", "Trade rose in 2025.", [3, 7]],
    ["Trade rose [S3, S7]", "Trade rose", [3, 7]],
    ["Trade rose [S3; 7 and S9].", "Trade rose.", [3, 7, 9]],
    ["Trade rose [S3-S6].", "Trade rose.", [3, 4, 5, 6]],
    ["Trade rose [S1] and then fell [S2].", "Trade rose and then fell.", [1, 2]],
    ["Trade rose [s2], and fell. [S2]", "Trade rose, and fell.", [2]],
    ["- Trade rose [S1]", "Trade rose", [1]],
    ["* **Trade** rose _fast_ [S1].", "Trade rose fast.", [1]],
    ["12. Trade rose **[S1]**", "Trade rose", [1]],
    ["> - (2) Trade rose \\[S1\\]", "Trade rose", [1]],
    ["❷ Trade rose [S1]", "Trade rose", [1]],
    ["17. Februar 2025 [S1]", "17. Februar 2025", [1]],
    ["snake_case and 2*3 stay [S4]", "snake_case and 2*3 stay", [4]],
    ["He called it “unbreakable” [S5].", "He called it “unbreakable”.", [5]],
    ["He called it “unbreakable.” [S5]", "He called it “unbreakable.”", [5]],
    ["海は静かだ [S1]。", "海は静かだ。", [1]],
    ["  Trade\trose\u0000 \u202egninaem [S1]\r", "Trade rose gninaem", [1]],
  ])("reads %j", (line, text, labels) => {
    expect(parseModelLine(line)).toEqual({ text, labels });
  });

  it.each([
    ["", "The line says nothing."],
    ["   [S1]", "The line says nothing."],
    ["- **[S1][S2]**.", "The line says nothing."],
    ["Trade rose.", "The line names no sentence it rests on."],
    ["Trade rose [3].", "The line names no sentence it rests on."],
    ["Trade rose [S].", "The line names no sentence it rests on."],
    ["Trade rose [S99999999999].", "The line names no sentence it rests on."],
    ["[S1] says that trade rose.", "The line goes on after its last label."],
    ["Trade rose [S1] and fell.", "The line goes on after its last label."],
    [`${"a".repeat(LONGEST_LINE)} [S1]`, `The line is longer than ${LONGEST_LINE} characters.`],
  ])("refuses %j and says why", (line, reason) => {
    expect(parseModelLine(line)).toBeNull();
    expect(explainUnreadLine(line)).toBe(reason);
  });

  it("gives no label twice and never an empty statement, whatever it reads", () => {
    const piece = fc.constantFrom(
      "[S1]",
      "[S2, S3]",
      "[S",
      "S4]",
      "]",
      "[",
      "*",
      "_",
      "a",
      "7",
      " ",
      ".",
      "- ",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(piece).map((all) => all.join("")),
        ),
        (line) => {
          const read = parseModelLine(line);
          if (read === null) {
            expect(explainUnreadLine(line)).toMatch(/^The line .*\.$/);
            return;
          }
          expect(read.text).toMatch(/[\p{L}\p{N}]/u);
          expect(new Set(read.labels).size).toBe(read.labels.length);
          expect(read.labels.length).toBeGreaterThan(0);
        },
      ),
      { seed: 5, numRuns: 500 },
    );
  });
});

describe("isNoAnswer", () => {
  it.each(["NO_ANSWER", "  **NO_ANSWER**. ", "no_answer", '"NO ANSWER"'])("knows %j", (line) => {
    expect(isNoAnswer(line)).toBe(true);
  });

  it.each(["NO_ANSWER because nothing is said", "There is NO_ANSWER", "", "NO"])(
    "does not take %j for it",
    (line) => {
      expect(isNoAnswer(line)).toBe(false);
    },
  );
});
