import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText, foldWord, unfoldRange } from "../../src/text/fold.ts";

describe("foldWord", () => {
  it.each([
    ["letter case", "Normandy", "NORMANDY"],
    ["composed accents", "Şahin", "S\u0327ahin"],
    ["ligatures of print", "efficient", "eﬃcient"],
    ["ligatures of spelling", "œuvre", "oeuvre"],
    ["soft hyphens", "integration", "inte\u00adgration"],
    ["zero-width spaces", "integration", "inte\u200bgration"],
    ["full-width letters", "Iran", "Ｉｒａｎ"],
    ["the German sharp s", "Straße", "STRASSE"],
    ["the final sigma", "λόγος", "ΛΌΓΟΣ"],
    ["the dotted capital i", "İstanbul", "istanbul"],
    ["Cyrillic look-alikes in a Latin word", "ocean", "осеаn"],
    ["a word of nothing but look-alikes", "a", "а"],
    ["Greek look-alike capitals", "AZERBAIJAN", "ΑΖERΒΑIJΑΝ"],
    ["kinds of apostrophe", "isn't", "isn’t"],
  ])("folds away %s", (_, plain, dressed) => {
    expect(foldWord(dressed)).toBe(foldWord(plain));
  });

  it.each([
    ["accents", "resume", "résumé"],
    ["apostrophes", "its", "it's"],
    ["raised figures", "102", "10²"],
    ["letters of one other script", "мир", "mир"],
    ["a letter", "affect", "effect"],
  ])("keeps %s apart", (_, one, other) => {
    expect(foldWord(one)).not.toBe(foldWord(other));
  });

  it("gives a word one fold in capitals, in pieces and with characters nobody sees", () => {
    const letters = [..."abcdefghijklmnopqrstuvwxyzàéîõüçşğñßøłıжщцюядλδπω"];
    const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom("\u00ad", "\u200b", "\ufeff"), (plain, place, hidden) => {
        const at = place % plain.length;
        const folded = foldWord(plain);
        expect(foldWord(plain.toUpperCase())).toBe(folded);
        expect(foldWord(plain.normalize("NFD"))).toBe(folded);
        expect(foldWord(plain.slice(0, at) + hidden + plain.slice(at))).toBe(folded);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});

describe("foldText", () => {
  it("makes quotation marks, dashes and spaces of one kind each", () => {
    expect(foldText("“A – b”\u00a0\n ‘c’…").text).toBe("\"a - b\" 'c'...");
  });

  it("maps a folded place back to the text it stands for", () => {
    const text = "The eﬃ\u00adcient S\u0327ahin — said";
    const folded = foldText(text);
    const found = folded.text.indexOf("şahin");
    const range = unfoldRange(folded, found, found + "şahin".length);
    expect(range && text.slice(range.start, range.end)).toBe("S\u0327ahin");
    const ligature = folded.text.indexOf("efficient");
    const place = unfoldRange(folded, ligature, ligature + "efficient".length);
    expect(place && text.slice(place.start, place.end)).toBe("eﬃ\u00adcient");
  });

  it("has no range for nothing", () => {
    expect(unfoldRange(foldText("abc"), 1, 1)).toBeNull();
    expect(unfoldRange(foldText("abc"), 2, 9)).toBeNull();
  });

  it("keeps offsets in order and inside the text, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        const { text: folded, starts, ends } = foldText(text);
        expect(starts).toHaveLength(folded.length);
        expect(ends).toHaveLength(folded.length);
        for (let at = 0; at < folded.length; at += 1) {
          const [start = -1, end = -1] = [starts[at], ends[at]];
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeGreaterThanOrEqual(starts[at - 1] ?? 0);
        }
      }),
      { seed: 11, numRuns: 500 },
    );
  });
});
