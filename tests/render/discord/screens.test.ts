import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { QuoteInPlace, SourceLine } from "../../../src/answers/cite-in-context.ts";
import type { QuoteReport } from "../../../src/quotes/report-check.ts";
import { checkPages } from "../../../src/render/discord/check-pages.ts";
import type { MessagePayload } from "../../../src/render/discord/components.ts";
import { formatCustomId, parseCustomId, screenIdOf } from "../../../src/render/discord/custom-id.ts";
import { renderPage } from "../../../src/render/discord/message.ts";
import { CARD_SPACE, type Page, PLAIN_SPACE } from "../../../src/render/discord/pages.ts";
import { placePages } from "../../../src/render/discord/place-pages.ts";
import { sourcePages } from "../../../src/render/discord/source-pages.ts";
import { wordsFor } from "../../../src/render/discord/words.ts";
import { makeVisible } from "../../../src/render/visible.ts";
import { nastyStrings } from "../../discord-stand-in/markdown/nasty-strings.ts";
import { madeCitation } from "../../doubles/made-answer.ts";
import { expectAcceptable, quotesOf, strayMarks, textsOf } from "./reading.ts";

const words = wordsFor("en-US");

function messagesFor(pages: readonly Page[], layout: "card" | "plain" = "card"): MessagePayload[] {
  return pages.map((_, at) => renderPage(pages, at, { screen: "x1", words, layout, isAnswer: false }));
}

function linesOf(text: string, start: number, end: number): SourceLine[] {
  let offset = 0;
  return text.split("\n").map((line, at) => {
    const marked = {
      start: Math.max(0, start - offset),
      end: Math.min(line.length, end - offset),
    };
    offset += line.length + 1;
    return { line: at + 1, text: line, marked: marked.start < marked.end ? marked : null };
  });
}

describe("a quote in its place", () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom(...nastyStrings()), fc.lorem({ maxCount: 90 })), {
      minLength: 1,
      maxLength: 9,
    })
    .map((pieces) => pieces.join("\n"))
    .filter((one) => one.trim() !== "");

  it("shows the file's lines character for character, whatever is bold and however many pages it takes", () => {
    fc.assert(
      fc.property(
        text,
        fc.nat(),
        fc.nat(),
        fc.constantFrom(CARD_SPACE, PLAIN_SPACE),
        (source, a, b, space) => {
          const [start, end] = [a % source.length, b % source.length].sort((x, y) => x - y);
          const lines = linesOf(source, start ?? 0, (end ?? 0) + 1);
          const place: QuoteInPlace = { citation: madeCitation("x"), lines };
          const messages = messagesFor(placePages(place, words, space).pages, space.layout);
          for (const message of messages) {
            expectAcceptable(message);
            expect(strayMarks(message)).toEqual([]);
          }
          expect(messages.flatMap(quotesOf).join("")).toBe(makeVisible(source));
        },
      ),
      { seed: 31, numRuns: 60 },
    );
  });

  it("opens at the page on which the quote begins, and does not cut it", () => {
    const before = "word ".repeat(480);
    const source = `${before}\nThe quote itself stands here.\n${before}`;
    const lines = linesOf(source, before.length + 1, before.length + 30);
    const { pages, first } = placePages({ citation: madeCitation("x"), lines }, words);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages[first]?.body.join("\n")).toContain("**The quote itself stands here\\.**");
  });
});

describe("a quote check", () => {
  const report = (more: Partial<QuoteReport>): QuoteReport => ({
    claimed: "It opened in 1999.",
    verdict: "exact",
    faithful: true,
    matches: [madeCitation("It opened in 1999.")],
    places: 1,
    nearest: null,
    diff: [],
    flags: [],
    pieces: [],
    note: null,
    ...more,
  });
  const altered = report({
    verdict: "altered",
    faithful: false,
    matches: [],
    nearest: madeCitation("It opened in 1998."),
    flags: ["number"],
    diff: [
      { op: "equal", text: "It opened in " },
      { op: "delete", text: "1998" },
      { op: "insert", text: "1999" },
      { op: "equal", text: "." },
    ],
  });

  it("keeps the claim out of the block quote", () => {
    const [message] = messagesFor(checkPages([report({})], words));
    expect(quotesOf(message as MessagePayload)).toEqual(["It opened in 1999."]);
    expect(textsOf(message as MessagePayload)[0]).toBe("Checked: “It opened in 1999\\.”");
  });

  it("shows what was altered beside the source's own text", () => {
    const [message] = messagesFor(checkPages([altered], words));
    const text = textsOf(message as MessagePayload).join("\n");
    expect(text).toContain("**Altered: words differ from the source.**");
    expect(text).toContain("What differs: a number\nIt opened in ~~1998~~ **1999** ");
    expect(text).toContain("> It opened in **1998**\\.");
    expect(quotesOf(message as MessagePayload)).toEqual(["It opened in 1998."]);
  });

  it("names no kind of change where none is known", () => {
    const [message] = messagesFor(checkPages([{ ...altered, flags: [] }], words));
    const texts = textsOf(message as MessagePayload).join("\n");
    expect(texts).toContain("It opened in ~~1998~~ **1999** ");
    expect(texts).not.toContain("What differs");
  });

  it("counts the faithful ones, and pages them", () => {
    const messages = messagesFor(
      checkPages([report({}), altered, report({ verdict: "absent", faithful: false, matches: [] })], words),
    );
    expect(messages).toHaveLength(3);
    for (const message of messages) {
      expectAcceptable(message);
      expect(textsOf(message)[0]).toBe("**1 of 3 quotations are faithful.**");
    }
  });

  it("bears the longest and strangest claim", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...nastyStrings()),
        fc.string({ unit: "binary", maxLength: 4000 }),
        (a, b) => {
          const claimed = `${a}${b}`;
          const strange = { ...altered, claimed, diff: [{ op: "insert" as const, text: claimed }] };
          for (const space of [CARD_SPACE, PLAIN_SPACE])
            for (const message of messagesFor(checkPages([strange, strange], words, space), space.layout))
              expectAcceptable(message);
        },
      ),
      { seed: 32, numRuns: 60 },
    );
  });
});

describe("the list of sources", () => {
  it("is paged, with every source on it", () => {
    const sources = Array.from({ length: 60 }, (_, at) => ({
      id: `source-${at}`,
      title: `Title *${at}*`,
      file: `f${at}.md`,
      date: null,
      author: null,
      url: null,
      paragraphs: 1,
      sentences: 2,
      words: 3,
    }));
    const messages = messagesFor(sourcePages(sources, words));
    for (const message of messages) expectAcceptable(message);
    const text = messages.flatMap(textsOf).join("\n");
    for (const { id } of sources) expect(text).toContain(`-# ${id.replaceAll("-", "\\-")} ·`);
    expect(text).toContain("1 paragraph, 2 sentences, 3 words");
  });

  it("says when there are none", () => {
    expect(sourcePages([], words)[0]?.head).toEqual(["There are no sources yet."]);
  });
});

describe("the words", () => {
  it.each(["en", "tr", "ru", "az", "fa"])("are whole in %s, and fit where they stand", (locale) => {
    const all = wordsFor(locale);
    const said = Object.values(all).flatMap((one) => {
      if (typeof one === "string") return [one];
      if (typeof one === "function") return [(one as (...values: unknown[]) => string)("x", 2, 3, 4)];
      return Object.values<string>(one);
    });
    for (const sentence of said) {
      expect(sentence.trim()).not.toBe("");
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object/);
    }
    expect(all.followUpTitle.length).toBeLessThanOrEqual(45);
    expect(all.followUpField.length).toBeLessThanOrEqual(45);
    for (const label of [
      all.previous,
      all.next,
      all.context,
      all.followUp,
      all.useful,
      all.notUseful,
      all.open,
    ])
      expect(label.length).toBeLessThanOrEqual(70);
  });

  it("are English where the language is unknown, and go by the language before the region", () => {
    expect(wordsFor("xx")).toBe(wordsFor("en"));
    expect(wordsFor(null)).toBe(wordsFor("en"));
    expect(wordsFor("constructor")).toBe(wordsFor("en"));
    expect(wordsFor("en-GB")).toBe(wordsFor("en"));
    expect(wordsFor("tr")).not.toBe(wordsFor("en"));
  });
});

describe("a custom id", () => {
  it("is read back as it was written, within Discord's limit", () => {
    const screen = screenIdOf("18446744073709551615");
    for (const number of [-1, 0, 7, 99_999]) {
      const id = formatCustomId("pg", screen, number);
      expect(parseCustomId(id)).toEqual({ action: "pg", screen, number });
      expect(id.length).toBeLessThanOrEqual(100);
    }
    expect(parseCustomId(formatCustomId("fum", screen))).toEqual({ action: "fum", screen, number: 0 });
  });

  it.each([
    "",
    "v1:pg",
    "v2:pg:a:1",
    "v1:rm:a:1",
    "v1:pg:A:1",
    "v1:pg:a:-2",
    "v1:pg:../../x:1",
    `v1:pg:${"a".repeat(30)}:1`,
    "v1:pg:a:1\n",
  ])("that nobody wrote is refused: %j", (text) => {
    expect(parseCustomId(text)).toBeNull();
  });
});
