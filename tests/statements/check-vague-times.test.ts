import { describe, expect, it } from "vitest";
import { checkStatement } from "../../src/statements/check-statement.ts";

const CITED = [
  {
    text: "The old mill burned down in the summer of 1931, two days after the flood, and was never built up again.",
    title: "Notes on the mill",
    date: "1980",
    section: null,
  },
];
const check = (text: string, question = "What became of the mill?") => checkStatement(text, CITED, question);

describe("a time without a figure", () => {
  it.each([
    "The old mill burned down yesterday.",
    "The old mill burned down last winter.",
    "The old mill burned down in the thirties.",
    "The old mill burned down the same afternoon.",
    "The old mill burned down weeks later.",
  ])("that is not the sentence's own is dropped: %s", (text) => {
    expect(check(text)).toMatchObject({ passes: false, kind: "date" });
  });

  it.each([
    "The old mill burned down in the summer of 1931.",
    "The old mill burned down two days after the flood.",
  ])("that is the sentence's own may stand: %s", (text) => {
    expect(check(text)).toEqual({ passes: true });
  });

  it("may be the question's", () => {
    expect(
      check("The old mill burned down in summer, years ago.", "Did it burn in summer, years ago?"),
    ).toEqual({
      passes: true,
    });
  });
});

it.each([
  "The old mill burned down, see https://evil.example/x.",
  "The [old mill](//evil.example) burned down.",
])("an address of the model's own is dropped: %s", (text) => {
  expect(check(text)).toMatchObject({ passes: false });
});
