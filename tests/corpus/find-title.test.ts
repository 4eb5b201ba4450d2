import { describe, expect, it } from "vitest";
import { cutTitle, findTitleInBody, titleFromFile } from "../../src/corpus/find-title.ts";

describe("findTitleInBody", () => {
  it.each([
    ["# The bridge #\n\nText.", "The bridge"],
    ["\n\n### Small beginnings\n\n# Large end", "Small beginnings"],
    ["The bridge\n==========\n\nText.", "The bridge"],
    ["Text first, and a lot of it.\n\n## Part\n\n# The bridge", "The bridge"],
    ["Text first.\r\n\r\nThe bridge\r\n===\r\n", "The bridge"],
    ["The Bridge in Winter\n\nText.", "The Bridge in Winter"],
    [
      "# The **bold** `code` _of_ [a link](http://example.org) ![image](x.png) snake_case",
      "The bold code of a link image snake_case",
    ],
    ["# A <em>tag</em>, an \\*escape\\* {#anchor}", "A tag, an *escape*"],
  ])("finds in %j %j", (body, title) => {
    expect(findTitleInBody(body)).toBe(title);
  });

  it.each([
    "",
    "\n \n",
    "It rained all day.\n\n## Part\n",
    "```\n# comment\n```\n\nText goes on.",
    "# \n\nText goes on.",
    "- item\n---\n",
    "Not alone\nsince more follows.",
  ])("finds none in %j", (body) => {
    expect(findTitleInBody(body)).toBeNull();
  });

  it("cuts what is no title any more", () => {
    expect(findTitleInBody(`# ${"long ".repeat(100_000)}`)).toBe(cutTitle("long ".repeat(100)));
    expect(cutTitle("a".repeat(300))).toBe("a".repeat(300));
    expect(cutTitle(`${"a".repeat(299)}😀`)).toBe(`${"a".repeat(299)}…`);
  });
});

describe("titleFromFile", () => {
  it.each([
    ["1973_oil_crisis.txt", "1973 oil crisis"],
    ["a/b/baku-paradox.md", "baku paradox"],
    ["a-b_c d.md", "a-b c d"],
    ["2024-03-05-harbour-log.md", "2024-03-05 harbour log"],
    ["v1.2.md", "v1.2"],
    ["___.md", "___"],
  ])("makes of %j %j", (file, title) => {
    expect(titleFromFile(file)).toBe(title);
  });
});
