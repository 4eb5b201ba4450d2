import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fitVisibleLine,
  isolateDirection,
  makeVisible,
  makeVisibleLine,
  makeVisibleParts,
} from "../../src/render/visible.ts";
import { joiningText, UNSEEN } from "../doubles/text/joining-text.ts";
import { NEVER_SHOWN } from "../doubles/text/never-shown.ts";
import { readVisible, withPlainEnds } from "../doubles/text/read-visible.ts";

describe("text made visible", () => {
  it("shows terminal escapes instead of obeying them", () => {
    expect(makeVisible("\u001b[31mred\u0007")).toBe("␛[31mred␇");
    expect(makeVisible("\u009b2J\u007f")).toBe("<U+009B>2J␡");
  });

  it("shows what turns the direction of text", () => {
    expect(makeVisible("user\u202etxt.exe")).toBe("user<U+202E>txt.exe");
    expect(makeVisible("10\u200f-\u200f20\u061c")).toBe("10<U+200F>-<U+200F>20<U+061C>");
  });

  it("shows what ends a line elsewhere, and makes one kind of line end of three", () => {
    expect(makeVisible("a\u000bb\u000cc\u0085d\u2028e\u2029f")).toBe("a␋b␌c<U+0085>d<U+2028>e<U+2029>f");
    expect(makeVisible("a\r\nb\rc\n\rd")).toBe("a\nb\nc\n\nd");
  });

  it("keeps letters, tabs, line ends, spaces, emoji and the joiners of words", () => {
    for (const text of [
      "Bakı – تهران\n\tzero\u200cwidth 👩‍👩‍👧 café cafe\u0301",
      "می‌خواهم ه‍.ش. نمی‌\u200cدانم".replace("\u200c\u200c", "\u200c"),
      "क्‍ष न्‌न ශ්‍රී বাংলা র‍্য",
      "שָׁלוֹם, עולם! العربية ۱۲۳ \u0601\u06dd",
      "❤️‍🔥 👋🏽 🧑🏽‍🚀 🏳️‍🌈 🇦🇿 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} 1️⃣ ☎︎ 葛\u{e0100}",
      "a\u00a0b\u2009c\u202fd\u3000e\u1680f",
      "Donau\u00addampf ភាសា\u200bខ្មែរ \u1112\u1161\u11ab \u1100\u1160 \u115f\u1161 ⠓⠑\u2800⠺",
    ])
      expect(makeVisible(text)).toBe(text);
  });

  it("shows hidden marks where nothing needs them", () => {
    const said = (text: string) => makeVisible(text).replace(/<U\+\w+>/gu, "@");
    expect(said("a\u200bb\u2060c\ufeffd\u3164e\u2800f\u115fg")).toBe("a@b@c@d@e@f@g");
    expect(said("\u200da\u200d \u200c \u00ad5 x\u200c\u200cy\ufe0f\ufe0f!")).toBe("@a@ @ @5 x@@y\ufe0f@!");
    expect(said("a\u{e0041}\u{e007f}🏴\u{e0067}\u{e0062}\u{e0078}\u{e007f}😀\u{e0100}\u{e0101}")).toBe(
      "a@@🏴@@@@😀@@",
    );
    expect(said("\ufff9base\ufffaruby\ufffb\u180e\u180b")).toBe("@base@ruby@@@");
  });

  it("can be read back, whatever stands in it, and leaves nothing harmful", () => {
    fc.assert(
      fc.property(joiningText, (text) => {
        const shown = makeVisible(text);
        expect(readVisible(shown)).toBe(withPlainEnds(text));
        expect(shown).not.toMatch(NEVER_SHOWN);
        expect(makeVisibleLine(text, 20)).not.toMatch(NEVER_SHOWN);
        expect(makeVisibleLine(text, 20)).not.toMatch(/[\n\t]/);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it("leaves none of all unseen characters harmful, wherever it stands", () => {
    const wrong = UNSEEN.filter((character) =>
      [
        `a${character}b`,
        `${character}`,
        `م${character}ه`,
        `😀${character}😀`,
        `${character}${character} 1`,
      ].some((text) => {
        const shown = makeVisible(text);
        return NEVER_SHOWN.test(shown) || readVisible(shown) !== withPlainEnds(text);
      }),
    );
    expect(UNSEEN.length).toBeGreaterThan(4_000);
    expect(wrong).toEqual([]);
  });

  it("is the same in parts, wherever it is divided", () => {
    fc.assert(
      fc.property(joiningText, fc.array(fc.nat(), { maxLength: 4 }), (text, seeds) => {
        const places = seeds.map((seed) => seed % (text.length + 1)).sort((a, b) => a - b);
        const parts = makeVisibleParts(text, places);
        expect(parts).toHaveLength(places.length + 1);
        expect(parts.join("")).toBe(makeVisible(text));
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});

describe("a line made visible", () => {
  it("is cut at its length, between characters as a reader counts them", () => {
    expect(makeVisibleLine("👍👍👍👍👍", 3)).toBe("👍👍…");
    expect(makeVisibleLine("🇦🇿🇮🇷🇬🇪🇹🇷", 3)).toBe("🇦🇿🇮🇷…");
    expect(makeVisibleLine("e\u0301e\u0301e\u0301e\u0301", 3)).toBe("e\u0301e\u0301…");
    expect([...makeVisibleLine("x".repeat(100_000), 50)]).toHaveLength(50);
  });
});

describe("a line that must fit", () => {
  it("is as long as it may be at most, and cut between characters", () => {
    fc.assert(
      fc.property(joiningText, fc.integer({ min: 10, max: 100 }), (text, most) => {
        const line = fitVisibleLine(text, most);
        expect(line.length).toBeLessThanOrEqual(most);
        expect(line.isWellFormed()).toBe(true);
      }),
      { seed: 5, numRuns: 300 },
    );
    expect(fitVisibleLine("👩‍👩‍👧".repeat(9), 20)).toBe("👩‍👩‍👧👩‍👩‍👧…");
  });
});

describe("direction", () => {
  it("is closed off where text is written from right to left, and only there", () => {
    expect(isolateDirection("plain – Bakı 12")).toBe("plain – Bakı 12");
    expect(isolateDirection("متن 12")).toBe("\u2067متن 12\u2069");
    expect(isolateDirection("In \u001b[1mIran\u001b[22m: ایران")).toBe(
      "\u2066In \u001b[1mIran\u001b[22m: ایران\u2069",
    );
    expect(isolateDirection("\u001b[1mמתן\u001b[22m")).toBe("\u2067\u001b[1mמתן\u001b[22m\u2069");
  });
});
