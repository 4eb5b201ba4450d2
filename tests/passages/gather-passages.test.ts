import { describe, expect, it } from "vitest";
import { divideText, showPassages } from "./divisions.ts";

const markdown = (text: string) => showPassages(text, "markdown");
const sentence = (length: number) => `${"Word".padEnd(length - 1, "s")}.`;

describe("the passages of a source", () => {
  it("join short paragraphs with those before", () => {
    expect(markdown(`${sentence(100)}\n\n${sentence(300)}`)).toHaveLength(1);
    expect(markdown(`${sentence(300)}\n\n${sentence(100)}`)).toHaveLength(1);
    expect(markdown(`${sentence(300)}\n\n${sentence(200)}`)).toHaveLength(2);
    expect(markdown(`${sentence(640)}\n\n${sentence(100)}`)).toHaveLength(2);
  });

  it("keep what leads on with what it leads to", () => {
    const question = "And what came of all this in the end?";
    const says = markdown(`${sentence(300)}\n\n${question}\n\n${sentence(300)}`).map(
      (passage) => passage.says,
    );
    expect(says).toEqual([[sentence(300)], [question, sentence(300)]]);
  });

  it("begin with their heading and know the headings above", () => {
    const text =
      "# Bridge\n\n## Ramps\n\n### North\n\nIt is steep.\n\n### South\n\nIt is not.\n\n## Tolls\n\nNone.";
    expect(markdown(text)).toEqual([
      { says: ["Bridge", "Ramps", "North", "It is steep."], under: [] },
      { says: ["South", "It is not."], under: ["Bridge", "Ramps"] },
      { says: ["Tolls", "None."], under: ["Bridge"] },
    ]);
  });

  it("begin with a heading inside a paragraph too", () => {
    expect(markdown("Before.\n# One\nText.\n## Two\nMore.")).toEqual([
      { says: ["Before."], under: [] },
      { says: ["One", "Text."], under: [] },
      { says: ["Two", "More."], under: ["One"] },
    ]);
  });

  it("are cut at sentence ends when they are long, and know the heading above the cut", () => {
    const text = `# Bridge\n\n${Array.from({ length: 12 }, () => sentence(200)).join(" ")}`;
    const passages = markdown(text);
    expect(passages.map(({ says }) => says.length)).toEqual([7, 6]);
    expect(passages.map(({ under }) => under)).toEqual([[], ["Bridge"]]);
  });

  it("forget the headings of sections that are over", () => {
    const long = Array.from({ length: 12 }, () => sentence(200)).join(" ");
    const passages = markdown(`# Bridge\n\n## North\n\nSteep.\n\n## South\n\n${long}`);
    expect(passages.at(-1)?.under).toEqual(["Bridge", "South"]);
  });

  it("know the line that leads in to their list", () => {
    const items = Array.from({ length: 9 }, (_, at) => `- ${at} ${sentence(300)}`).join("\n");
    const passages = markdown(`The ice held these:\n\n${items}\n\n${sentence(400)}`);
    expect(passages.map(({ under }) => under)).toEqual([
      [],
      ["The ice held these:"],
      ["The ice held these:"],
      [],
    ]);
  });

  it("know the head of their table", () => {
    const rows = Array.from({ length: 9 }, (_, at) => `| ${at} | ${sentence(300)} |`).join("\n");
    const passages = markdown(`| Part | Length |\n|---|---|\n${rows}\n\n${sentence(400)}`);
    expect(passages.map(({ under }) => under)).toEqual([[], ["Part | Length"], ["Part | Length"], []]);
  });

  it("know the headings of plain text", () => {
    const text = `The Bridge\n\n${sentence(400)}\n\nNorth Ramp\n\n${sentence(400)}\n\nSouth Ramp\n\n${sentence(400)}`;
    expect(showPassages(text, "text").map(({ under }) => under)).toEqual([
      [],
      ["The Bridge"],
      ["The Bridge"],
    ]);
  });

  it("stay bounded when a source is all headings", () => {
    const { passages } = divideText("# Heading of no text\n\n".repeat(500), "markdown");
    expect(Math.max(...passages.map(({ range }) => range.end - range.start))).toBeLessThanOrEqual(1500);
  });

  it("hold a paragraph of very many sentences under a heading", () => {
    const { passages } = divideText(`# Words\n\n${"- a\n".repeat(200_000)}`, "markdown");
    expect(passages.flatMap(({ sentences }) => sentences)).toHaveLength(200_001);
  });
});
