import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractQuotations } from "../../src/text/extract-quotations.ts";

function quotes(text: string): string[] {
  return extractQuotations(text).map(({ quote }) => quote);
}

describe("extractQuotations", () => {
  it.each([
    ["English marks", "He said “the sea gives nothing back” and left.", ["the sea gives nothing back"]],
    ["straight marks", 'First "one thing", then ("another thing").', ["one thing", "another thing"]],
    ["marks right behind a colon", 'He said:"the sea".', ["the sea"]],
    ["German marks", "Sie sagte „das Meer“ und „der Hafen”.", ["das Meer", "der Hafen"]],
    ["guillemets either way", "Il dit « la mer » et »das Meer« dann.", [" la mer ", "das Meer"]],
    ["corner brackets", "彼は「海は何も返さない」と言った。", ["海は何も返さない"]],
    [
      "single marks",
      "called it ‘the lowest level ever’ and ‘unbreakable’.",
      ["the lowest level ever", "unbreakable"],
    ],
    ["straight single marks", "called it 'the lowest level ever', didn't he?", ["the lowest level ever"]],
    ["an apostrophe inside", "‘the harbour’s oldest pier’ was gone", ["the harbour’s oldest pier"]],
    ["a plural's apostrophe inside", "‘the pilots’ silver pen’ was gone", ["the pilots’ silver pen"]],
    ["a quotation inside another", "“she said ‘never again’ twice”", ["she said ‘never again’ twice"]],
    ["a quotation of two paragraphs", "“One day.\n\n“Another day.” End.", ["One day.\n\n“Another day."]],
    ["block quotes", "Look:\n> The sea gives\n> nothing back.\n\nSo.", ["The sea gives\nnothing back."]],
    [
      "the rest of a message",
      "Hear this\n>>> The sea gives\nnothing back.",
      ["The sea gives\nnothing back."],
    ],
    ["both, in order", "“one”\n> two\nand “three”", ["one", "two", "three"]],
    ["marks in a block quote once", "> he said “the sea”\n", ["he said “the sea”"]],
  ])("finds %s", (_, text, expected) => {
    expect(quotes(text)).toEqual(expected);
  });

  it.each([
    ["apostrophes", "The pilots’ boat isn’t here, it's John's."],
    ["clipped words", "'Tis the season and 'twas the night"],
    ["feet and inches", "He is 6'2\" and she is 5'10\" tall"],
    ["a mark that nothing closes", "She began “and never"],
    ["a straight mark that its paragraph does not close", 'She began "and never\n\nended" it'],
    ["marks around nothing", '“” and "..."'],
    ["an empty block quote", ">\n> \n"],
  ])("is not misled by %s", (_, text) => {
    expect(quotes(text)).toEqual([]);
  });

  it("gives the range of what stands between the marks", () => {
    const text = "He said “the sea” and\n> the pier\n";
    const ranges = extractQuotations(text).map(({ range }) => text.slice(range.start, range.end));
    expect(ranges).toEqual(["the sea", "the pier"]);
  });

  it("finds every quotation put between plain words, and its ranges never overlap", () => {
    const words = fc.array(fc.constantFrom("sea", "harbour’s", "isn't", "pilot,", "boat."), {
      minLength: 2,
      maxLength: 8,
    });
    const marks = fc.constantFrom(["“", "”"], ["„", "“"], ["«", "»"], ["「", "」"], ['"', '"']);
    fc.assert(
      fc.property(fc.array(fc.tuple(words, marks, words), { minLength: 1, maxLength: 6 }), (parts) => {
        const text = parts
          .map(([before, [open, close], inner]) => `${before.join(" ")} ${open}${inner.join(" ")}${close} `)
          .join("");
        const found = extractQuotations(text);
        expect(found.map(({ quote }) => quote)).toEqual(parts.map(([, , inner]) => inner.join(" ")));
        let end = 0;
        for (const { quote, range } of found) {
          expect(range.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(range.start, range.end)).toBe(quote);
          end = range.end;
        }
      }),
      { seed: 12, numRuns: 300 },
    );
  });
});
