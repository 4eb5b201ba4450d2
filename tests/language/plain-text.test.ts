import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findUnreadable } from "../../src/language/find-unreadable.ts";
import { plainText } from "../../src/language/plain-text.ts";
import { readWords } from "../../src/language/words/read-words.ts";

describe("plainText", () => {
  it.each([
    ["n\u00adot \u200bsafe", "not safe"],
    ["did nоt", "did not"],
    ["𝐧𝐨𝐭 ｎｏｔ", "not not"],
    ["٥٣ ５３ 𝟓𝟑", "53 53 53"],
    ["ⅬⅣ", " 54 "],
    ["⑤③", "53"],
    ["10⁴ 53²", "10^4 53^2"],
    ["m² CO₂", "m2 CO2"],
    ["2½", "2 1⁄2"],
    ["−5 － 5 ➖5", "−5 - 5 −5"],
    ["⩽5 ≧5 ≪5", "≤5 ≥5 <5"],
    ["1OO l2", "100 12"],
    ["№ 5", "№ 5"],
    ["судно в порту", "судно в порту"],
  ])("of %j is %j", (text, plain) => {
    expect(plainText(text).text).toBe(plain);
  });

  it("keeps the way back for every unit, in order", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "٥",
        "ⅬⅣ",
        "½",
        "五十四",
        "n\u00adot",
        "nоt",
        "㎏",
        "⑫",
        "𝟓",
        "\u200b",
        "53²",
        "－",
        "ﬁ",
        " ",
      ),
      fc.string({ unit: "binary", maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        const text = pieces.join("");
        const { text: plain, starts, ends } = plainText(text);
        expect([starts.length, ends.length]).toEqual([plain.length, plain.length]);
        for (let at = 0; at < plain.length; at += 1) {
          expect(starts[at]).toBeLessThan(ends[at] ?? 0);
          expect(ends[at]).toBeLessThanOrEqual(text.length);
          expect(starts[at]).toBeGreaterThanOrEqual(starts[at - 1] ?? 0);
        }
      }),
      { seed: 13, numRuns: 2000 },
    );
  });

  it("leaves plain English as it is", () => {
    const text = "At least 53 boats sank; “none” was saved – not one (of 1,200).";
    expect(plainText(text).text).toBe(text);
  });
});

describe("what cannot be read", () => {
  const unread = (text: string) =>
    findUnreadable(text, readWords(text)).map(({ start, end }) => text.slice(start, end));

  it.each([
    ["፶፬ boats", "፶፬"],
    ["53² boats", "53²"],
    ["50+3 boats", "50+3"],
    ["√9 boats", "√9"],
    ["a loss of (53) million", "(53)"],
    ["it did ɴᴏᴛ sink", "ɴᴏᴛ"],
    ["it did ηot sink", "ηot"],
    ["it ~~sank~~", "~~sank~~"],
    ["&minus;53", "&minus;"],
    ["<s>sank</s>", "<s>"],
    ["\\geq 53", "\\geq"],
    ["🚫 sank", "🚫"],
    ["thrity boats", "thrity"],
    ["b o a t s sank", "b o a t s"],
    ["s̶a̶n̶k̶", "s̶a̶n̶k̶"],
    ["xliv boats and v boats", "v"],
  ])("of %j is %j", (text, part) => {
    expect(unread(text)).toContain(part);
  });

  it.each([
    "53 boats sank in 2019, 5% of them.",
    "Fifty-three boats sank (of 60).",
    "The room is 5 × 10^2 m wide, at −5 °C.",
    "On 15.03.2024 and 2024-03-15 it cost $5.3m.",
    "J. R. R. Tolkien and the U.S.A.",
    "Вода холодная; 海は静かだ。",
    "Twelve thirsty men wrote e-mails & letters.",
    "It’s 12 m² and CO₂-free, isn’t it?",
    "A man of the seventies, x-rays and vitamin C.",
  ])("is nothing of %j", (text) => {
    expect(unread(text)).toEqual([]);
  });
});
