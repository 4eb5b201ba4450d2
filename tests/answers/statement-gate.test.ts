import { describe, expect, it } from "vitest";
import { divideSource } from "../../src/passages/divide-source.ts";
import type { OfferedSentence } from "../../src/prompts/offer-sentences.ts";
import { StatementGate } from "../../src/statements/statement-gate.ts";
import { makeSource } from "../doubles/make-source.ts";

const source = makeSource(
  "The harbour board met on 3 May 2019. Ilham Torvald led the meeting.\n\nThe mayor was absent. Masoud Brenner spoke for him.",
);
const offered: OfferedSentence[] = divideSource(source)
  .passages.flatMap((passage) => passage.sentences.map((sentence) => ({ passage, sentence })))
  .map(({ passage, sentence }, at) => ({
    label: at + 1,
    passage: { key: at, source, passage },
    sentence,
    text: source.text.slice(sentence.range.start, sentence.range.end),
  }));
const gate = () => new StatementGate(offered, "Who led the meeting?", { statements: 5, citations: 5 });

describe("a name of another sentence than the cited one", () => {
  it.each([
    "Brenner led the meeting [S2].",
    "The meeting was led by brenner [S2].",
    "masoud led the meeting [S2].",
  ])("drops the line in any case: %s", (line) => {
    expect(gate().take(line).kind).toBe("dropped");
  });

  it.each([
    "Torvald led the meeting [S2].",
    "The meeting was led by torvald [S2].",
    "Brenner spoke for the mayor [S3][S4].",
  ])("is no fault where it is cited: %s", (line) => {
    expect(gate().take(line).kind).toBe("shown");
  });
});

it("shows no number in another dress that the cited sentence lacks", () => {
  for (const day of ["Ⅳ May", "четыре May", "−3 May", "4 May", "３１ May"])
    expect(gate().take(`The harbour board met on ${day} 2019 [S1].`).kind).toBe("dropped");
  expect(gate().take("The harbour board met on ３ May ２０１９ [S1].").kind).toBe("shown");
});
