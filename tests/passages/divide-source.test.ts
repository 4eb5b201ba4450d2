import { describe, expect, it } from "vitest";
import { divideSource } from "../../src/passages/divide-source.ts";
import { cut, showParagraphs } from "./divisions.ts";

const markdown = (text: string) => showParagraphs(text, "markdown");
const plain = (text: string) => showParagraphs(text, "text");

describe("divideSource", () => {
  it("makes paragraphs of what stands between lines of nothing but white space", () => {
    const expected = [["prose: One.", "prose: Two."], ["prose: Three."], ["prose: Four."]];
    expect(markdown("\n\nOne. Two.\n \t\nThree.\r\n\r\nFour.")).toEqual(expected);
    expect(plain("One. Two.\r\rThree.\r\u3000\rFour.\r\r")).toEqual(expected);
  });

  it("numbers paragraphs and sentences from 1 and counts a paragraph without words", () => {
    const text = "One. Two.\n\n* * *\n\nThree.";
    const { paragraphs } = divideSource({ text, format: "markdown", bodyStart: 0 });
    expect(
      paragraphs.map(({ number, sentences }) => [number, sentences.map(({ number }) => number)]),
    ).toEqual([
      [1, [1, 2]],
      [2, []],
      [3, [1]],
    ]);
    expect(cut(text, paragraphs[1]?.range ?? { start: 0, end: 0 })).toBe("* * *");
  });

  it("begins after the front matter, with paragraph 1", () => {
    const text = "---\ntitle: T\n---\nOne.\n";
    const { paragraphs } = divideSource({ text, format: "markdown", bodyStart: 17 });
    expect(paragraphs).toEqual([
      {
        number: 1,
        range: { start: 17, end: 21 },
        sentences: [{ kind: "prose", paragraph: 1, number: 1, range: { start: 17, end: 21 } }],
      },
    ]);
  });

  it("finds nothing in nothing", () => {
    expect(divideSource({ text: "", format: "text", bodyStart: 0 })).toEqual({
      paragraphs: [],
      passages: [],
    });
    expect(divideSource({ text: "a", format: "text", bodyStart: 1 })).toEqual({
      paragraphs: [],
      passages: [],
    });
  });

  it("cuts a sentence of more than a thousand characters at semicolons", () => {
    const clause = `${"word ".repeat(120)}end;`;
    const [sentences] = plain(`${clause} ${clause} last.`);
    expect(sentences).toEqual([`prose: ${clause}`, `prose: ${clause} last.`]);
  });

  it("cuts what has no end at two thousand characters, never inside a character", () => {
    const lengths = (text: string) => plain(text)[0]?.map((sentence) => sentence.length - "prose: ".length);
    expect(lengths("a".repeat(4500))).toEqual([2000, 2000, 500]);
    expect(lengths(`a${"𝒳".repeat(2200)}`)).toEqual([1999, 2000, 402]);
    expect(lengths("word ".repeat(700).trim())).toEqual([1999, 1499]);
  });
});

describe("divideSource on Markdown", () => {
  it("makes headings sentences of their own, without their marks", () => {
    expect(
      markdown("# A title. With two! ##\nProse here.\n### Three #3\n#hashtag\n\n######\n\nBig\none\n==="),
    ).toEqual([
      ["heading: A title. With two!", "prose: Prose here.", "heading: Three #3", "prose: #hashtag"],
      [],
      ["heading: Big\none"],
    ]);
  });

  it("takes a line that is all bold for a heading", () => {
    expect(markdown("**Who pays**\n\nAll do.\n\n**All** do.\n\n**They do.**")).toEqual([
      ["heading: Who pays"],
      ["prose: All do."],
      ["prose: **All** do."],
      ["prose: **They do.**"],
    ]);
  });

  it("takes a line of dashes under a long paragraph for a rule", () => {
    const text = `${"Words go on. ".repeat(30)}\n---\nMore.`;
    expect(markdown(text)[0]?.every((sentence) => sentence.startsWith("prose: "))).toBe(true);
  });

  it("joins lines unless they end in a hard break", () => {
    expect(markdown("One\ntwo\nThree.\nA street  \nA town\\\nA land")).toEqual([
      ["prose: One\ntwo\nThree.", "prose: A street", "prose: A town\\", "prose: A land"],
    ]);
  });

  it("begins a sentence with each item and splits long ones", () => {
    const text =
      "- one\n- two. Goes\n  on. Done.\n1. first\n2) second\n   * [x] inner\n• bullet\n[^n]: A note.";
    expect(markdown(text)).toEqual([
      [
        "item: one",
        "item: two.",
        "item: Goes\n  on.",
        "item: Done.",
        "item: first",
        "item: second",
        "item: inner",
        "item: bullet",
        "item: A note.",
      ],
    ]);
  });

  it("does not take a wrapped number or dash for an item", () => {
    expect(markdown("It was in the year\n1986. The year after\n– or so – it ended.")).toEqual([
      ["prose: It was in the year\n1986.", "prose: The year after\n– or so – it ended."],
    ]);
  });

  it("makes a sentence of each row of a table, without the rule and the outer pipes", () => {
    expect(markdown("| a | b |\n|---|:-:|\n| 1. One | 2 |\n\nx | y\n--|--\n3 | 4\n\nP(A|B) is 1.")).toEqual([
      ["row: a | b", "row: 1. One | 2"],
      ["row: x | y", "row: 3 | 4"],
      ["prose: P(A|B) is 1."],
    ]);
  });

  it("leaves out the marks that open a quotation, but not those inside a sentence", () => {
    expect(markdown("> One goes\n> on. Two.\n>\n> > Three.\n>Four.")).toEqual([
      ["prose: One goes\n> on.", "prose: Two.", "prose: Three.", "prose: Four."],
    ]);
    expect(markdown("> # Head\n> - item")).toEqual([["heading: Head", "item: item"]]);
  });

  it("makes a sentence of each line of code, over blank lines", () => {
    expect(
      markdown(
        "```js\na = 1; b()\n\n# no heading\n}\n```\nAfter.\n\n    indented\n    - code\n\n~~~\nx\n~~~~",
      ),
    ).toEqual([
      ["code: a = 1; b()"],
      ["code: # no heading", "prose: After."],
      ["code: indented", "item: code"],
      ["code: x"],
    ]);
  });

  it("does not take indented lines below an item for code", () => {
    expect(markdown("1. one\n\n    goes on\n\nText.\n\n    code")).toEqual([
      ["item: one"],
      ["prose: goes on"],
      ["prose: Text."],
      ["code: code"],
    ]);
  });

  it("does not let a fence that nothing closes swallow the rest", () => {
    expect(markdown("````\nOne. Two.\n```\n\nThree.")).toEqual([
      ["prose: One.", "prose: Two."],
      ["prose: Three."],
    ]);
  });

  it("keeps definitions of links apart", () => {
    expect(markdown("[a]: https://example.org\n[b]: https://example.com")).toEqual([
      ["item: [a]: https://example.org", "item: [b]: https://example.com"],
    ]);
  });
});
