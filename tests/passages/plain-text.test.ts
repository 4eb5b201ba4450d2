import { describe, expect, it } from "vitest";
import { showParagraphs } from "./divisions.ts";

const plain = (text: string) => showParagraphs(text, "text");

const LETTER = `we have looked at the north ramp of the bridge, as you asked us to in
the spring, and found that the steel is sound. The paint, however, is
not: it has come off along the whole of the eastern rail, from the
Meridian Street stairs to the toll house.`;

describe("divideSource on plain text", () => {
  it("keeps each line of text that was not wrapped", () => {
    expect(
      plain("Key regions:\n\nArdabil\nZanjan\nTehran (many people are based in the capital)\n\nWest of it"),
    ).toEqual([
      ["prose: Key regions:"],
      ["item: Ardabil", "item: Zanjan", "item: Tehran (many people are based in the capital)"],
      ["prose: West of it"],
    ]);
    expect(plain("A foundation for things\nBox 12\nBerlin")).toEqual([
      ["prose: A foundation for things", "prose: Box 12", "prose: Berlin"],
    ]);
  });

  it("joins the lines of text that was wrapped", () => {
    expect(plain(LETTER)[0]).toHaveLength(2);
    expect(
      plain(
        `${LETTER}\n\nIt closes on Mondays and on those days of the month of May which the\nHarbour Office sets.`,
      )[1],
    ).toEqual([
      "prose: It closes on Mondays and on those days of the month of May which the\nHarbour Office sets.",
    ]);
  });

  it("keeps the lines of a list whose lines happen to be as long as each other", () => {
    const places = ["Northern Harbour District", "Southern Harbour District", "Westward Harbour District"];
    expect(plain([...places, "Eastern Harbour District"].join("\n"))[0]).toHaveLength(4);
  });

  it("ends a line of wrapped text where the next word would have fitted", () => {
    expect(plain(`${LETTER}\n\nYours faithfully\nThe painters`)[1]).toEqual([
      "prose: Yours faithfully",
      "prose: The painters",
    ]);
  });

  it("joins wrapped quotations of letters", () => {
    const quoted = LETTER.replace(/^/gm, "> ");
    expect(plain(quoted)[0]).toHaveLength(2);
    expect(plain(">50% of all.\n\n> quoted")).toEqual([["prose: >50% of all."], ["prose: quoted"]]);
  });

  it("joins wrapped text of scripts without case", () => {
    const line = "桥梁于一九三二年开放第一年有四万人通过桥很长";
    expect(plain(`${line}\n${line}\n${line}\n${line}\n很长。`)[0]).toHaveLength(1);
  });

  it("begins a sentence where a first line is set in", () => {
    expect(
      plain(
        "It was late and the lamps were lit along the whole quay\n    Nobody came to see them all the same",
      )[0],
    ).toHaveLength(2);
  });

  it("reads bullets, and lines set in below them", () => {
    expect(plain("  • Baku leads.\n  • Tehran treads\n    With care\n  2. Second\n(a) third")).toEqual([
      ["item: Baku leads.", "item: Tehran treads\n    With care", "item: Second", "item: third"],
    ]);
  });

  it("takes a short line alone for a heading", () => {
    expect(
      plain(
        "The Survey\n\nIt rained.\n\nA Silent Force Amongst Us?\n\nSo, what now?\n\nIt rained.\n\nThe end",
      ),
    ).toEqual([
      ["heading: The Survey"],
      ["prose: It rained."],
      ["heading: A Silent Force Amongst Us?"],
      ["prose: So, what now?"],
      ["prose: It rained."],
      ["prose: The end"],
    ]);
  });

  it("keeps the number of a numbered heading", () => {
    expect(plain("It rained.\n\n1. Scope\n\nAll of it.\n\n2.1 Depth\n\nAll.")).toEqual([
      ["prose: It rained."],
      ["heading: 1. Scope"],
      ["prose: All of it."],
      ["heading: 2.1 Depth"],
      ["prose: All."],
    ]);
  });

  it("takes many short lines with blank lines between for a list", () => {
    const kinds = plain("Intro here.\n\nOne Bay\n\nTwo Bay\n\nThree Bay\n\nThat is all.").flat();
    expect(kinds.every((sentence) => sentence.startsWith("prose: "))).toBe(true);
  });

  it("takes a short line between long ones for a heading where no line is blank", () => {
    const long = "All of the bridge was looked at, and ".repeat(6);
    expect(plain(`Scope\n${long}that is it.\nDepth of it\n${long}so on.\nAn end`)).toEqual([
      [
        "heading: Scope",
        `prose: ${long}that is it.`,
        "heading: Depth of it",
        `prose: ${long}so on.`,
        "prose: An end",
      ],
    ]);
  });

  it("reads underlined and marked headings", () => {
    expect(plain("Title\n=====\nText.\n\nPart\n~~~~\n\nText.\n\n# Marked\nText.")).toEqual([
      ["heading: Title", "prose: Text."],
      ["heading: Part"],
      ["prose: Text."],
      ["heading: Marked", "prose: Text."],
    ]);
  });

  it("leaves out lines without a letter or digit", () => {
    expect(plain("...\n\nOne.\n-----\n🙂\nTwo.\n\n***")).toEqual([[], ["prose: One.", "prose: Two."], []]);
  });
});
