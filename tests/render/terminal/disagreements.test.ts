import { describe, expect, it } from "vitest";
import { renderConflicts, renderDisagreement } from "../../../src/render/terminal/disagreements.ts";
import { PLAIN_LAYOUT } from "../../../src/render/terminal/layout.ts";
import { madeCitation } from "../../doubles/made-answer.ts";

const chronicle = madeCitation("The dam was completed in 1954.", { n: 1 });
const report = madeCitation("The dam was finished in 1957.", {
  n: 2,
  source: { ...chronicle.source, id: "report", title: "A report", date: null },
});
const disagreement = {
  about: "dam\u001b[2J was completed",
  sides: [
    { value: "1954", citations: [1] },
    { value: "1957", citations: [2] },
  ],
};

describe("a disagreement below an answer", () => {
  it("names each side with its footnote, the title and the date of its source", () => {
    expect(renderDisagreement(disagreement, [chronicle, report], PLAIN_LAYOUT).split("\n")).toEqual([
      "  The sources differ on “dam␛[2J was completed”:",
      "    1954 [1] A brief, 2026-03-05",
      "    1957 [2] A report",
    ]);
  });

  it("says so where a source differs from itself", () => {
    const same = { ...report, source: chronicle.source };
    expect(renderDisagreement(disagreement, [chronicle, same], PLAIN_LAYOUT)).toContain(
      "The source gives two values for",
    );
  });
});

describe("the disagreements of a corpus", () => {
  it("stand with both quotes and their places", () => {
    const page = renderConflicts(
      { disagreements: [disagreement], citations: [chronicle, report] },
      PLAIN_LAYOUT,
    );
    expect(page).toContain("  > The dam was completed in 1954. [1]");
    expect(page).toContain("  > The dam was finished in 1957. [2]");
    expect(page).toContain("1 disagreement found.");
  });

  it("are said to be none where there are none", () => {
    expect(renderConflicts({ disagreements: [], citations: [] }, PLAIN_LAYOUT)).toBe(
      "No disagreements found.\n",
    );
  });
});
