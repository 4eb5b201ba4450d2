import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clipMarkdown } from "../../../src/render/discord/components.ts";
import {
  blockQuote,
  blockQuoteLength,
  escapeDiscord,
  escapedLength,
  unescapeDiscord,
} from "../../../src/render/discord/escape-discord.ts";
import { nastyStrings } from "../../discord-stand-in/markdown/nasty-strings.ts";
import { readByDescent } from "../../discord-stand-in/markdown/read-by-descent.ts";
import { readByPatterns } from "../../discord-stand-in/markdown/read-by-patterns.ts";
import { quotedText, visibleText } from "../../discord-stand-in/markdown.ts";

const anyText = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...nastyStrings()));

describe.each([
  ["by descent", readByDescent],
  ["by patterns", readByPatterns],
])("escaped text, read %s", (_name, read) => {
  it("is the text, without a mark, whatever stands in it", () => {
    const wrong = nastyStrings().filter((text) => {
      const seen = read(blockQuote(escapeDiscord(text)));
      return seen.marks.length > 0 || quotedText(seen) !== text;
    });
    expect(wrong).toEqual([]);
  });

  it("is the text for any characters", () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 5 }), (pieces) => {
        const text = pieces.join("");
        const seen = read(blockQuote(escapeDiscord(text)));
        expect([seen.marks, quotedText(seen)]).toEqual([[], text]);
        expect(visibleText(seen)).toBe(text);
      }),
      { seed: 11, numRuns: 400 },
    );
  });
});

describe("escaping", () => {
  it("can be undone, and its length is known beforehand", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(unescapeDiscord(escapeDiscord(text))).toBe(text);
        expect(escapedLength(text)).toBe(escapeDiscord(text).length);
        expect(blockQuoteLength(text)).toBe(blockQuote(escapeDiscord(text)).length);
      }),
      { seed: 12, numRuns: 400 },
    );
  });

  it("adds nothing but backslashes", () => {
    expect(escapeDiscord("a\u200bb\u200fש @everyone")).toBe("a\u200bb\u200fש \\@everyone");
  });
});

describe("clipping the bot's own words", () => {
  it("never ends within an escape or a character", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 2, max: 40 }), (text, most) => {
        const clipped = clipMarkdown(escapeDiscord(text), most);
        expect(clipped.length).toBeLessThanOrEqual(most);
        const body = clipped.endsWith("…") ? clipped.slice(0, -1) : clipped;
        expect(/(?:^|[^\\])(?:\\\\)*\\$/.test(body)).toBe(false);
        expect(/[\ud800-\udbff]$/.test(body) && !/[\ud800-\udbff]$/.test(text)).toBe(false);
      }),
      { seed: 13, numRuns: 400 },
    );
  });
});
