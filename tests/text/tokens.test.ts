import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  foldWord,
  isAskingTerm,
  isContentTerm,
  isStopTerm,
  termOf,
  tokenize,
} from "../../src/text/tokens.ts";

const terms = (text: string) => tokenize(text).map((token) => token.term);
const words = (text: string) => tokenize(text).map((token) => text.slice(token.start, token.end));

describe("tokenize", () => {
  it("gives one term to the spellings of a number", () => {
    expect(terms("1,200 km or 1200 km")).toEqual(["1200", "km", "or", "1200", "km"]);
    expect(terms("1,234,567.89 and 3.5 million")).toEqual(["1234567.89", "and", "3.5", "million"]);
  });

  it("takes a date in figures apart, so that its year can be asked for", () => {
    expect(terms("15.03.2024")).toEqual(["15", "03", "2024"]);
    expect(terms("2024-03-15")).toEqual(["2024", "03", "15"]);
  });

  it("reads initials with points as one word", () => {
    expect(terms("the U.S. and the US")).toEqual(["the", "us", "and", "the", "us"]);
    expect(words("the U.S.A. is")).toEqual(["the", "U.S.A", "is"]);
  });

  it("drops a possessive but not a word that is one letter", () => {
    expect(words("Iran's, Aras’ and OPEC’s plan s")).toEqual(["Iran", "Aras", "and", "OPEC", "plan", "s"]);
  });

  it("brings inflections of an English word together", () => {
    expect(new Set(terms("expelled expels Expelling EXPEL"))).toEqual(new Set(["expel"]));
  });

  it("brings irregular forms and spellings of other countries together", () => {
    expect(terms("began begin begun")).toEqual(["begin", "begin", "begin"]);
    expect(terms("women children crises")).toEqual(terms("woman child crisis"));
    expect(terms("organised colours centres programme")).toEqual(terms("organized colors centers program"));
    expect(terms("analysed neighbouring realise")).toEqual(terms("analyzed neighboring realize"));
    expect(new Set(terms("promise promised promises promising")).size).toBe(1);
    expect(new Set(terms("precise precisely")).size).toBe(1);
    expect(terms("four hours of our tour")).toEqual(["four", "hour", "of", "our", "tour"]);
  });

  it("reads past accents, ligatures, soft hyphens and letters that English writes otherwise", () => {
    expect(terms("Café cafe CAFÉ")).toEqual(["cafe", "cafe", "cafe"]);
    expect(terms("Əliyev İlham ﬁsh so\u00adlar")).toEqual([
      termOf("aliyev"),
      termOf("ilham"),
      "fish",
      termOf("solar"),
    ]);
  });

  it("finds words in scripts that put no spaces between them", () => {
    expect(words("我爱北京。")).toEqual(["我", "爱", "北京"]);
    expect(words("ภาษาไทยง่าย").length).toBeGreaterThan(1);
  });

  it("keeps the vowel signs of Indic scripts", () => {
    expect(terms("हिन्दी भाषा")).toEqual(["हिन्दी", "भाषा"]);
  });

  it("finds nothing in text without letters or digits", () => {
    expect(tokenize("  — … !? \u0000 \ud800")).toEqual([]);
  });

  it("gives ranges in order, without overlap, inside the text, for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        let last = 0;
        for (const token of tokenize(text)) {
          expect(token.start).toBeGreaterThanOrEqual(last);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.term).not.toBe("");
          expect(token.term.length).toBeLessThanOrEqual(64);
          last = token.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it("gives a word the same term wherever it stands", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Zéßøçñ]{2,20}$/), (word) => {
        expect(terms(`(${word}) ${word}.`)).toEqual([termOf(word), termOf(word)]);
      }),
      { seed: 7 },
    );
  });

  it.each([
    ["one endless word", "a".repeat(1_000_000), 1],
    ["endless initials", "a.".repeat(500_000), 1],
    ["an endless number", `1${",111".repeat(250_000)}`, 1],
    ["endless accents", "a\u0301".repeat(500_000), 1],
  ])("cuts the term of %s short", (_, text, count) => {
    const tokens = tokenize(text);
    expect(tokens).toHaveLength(count);
    expect(tokens[0]?.term.length).toBeLessThanOrEqual(64);
  });
});

describe("kinds of terms", () => {
  it("tells asking words, linking words and content apart", () => {
    expect(isAskingTerm(termOf("Which"))).toBe(true);
    expect(isAskingTerm(termOf("during"))).toBe(false);
    expect(isStopTerm(termOf("during"))).toBe(true);
    expect(isContentTerm(termOf("embargo"))).toBe(true);
    expect(isContentTerm(termOf("the"))).toBe(false);
  });

  it("takes the United States for content", () => {
    expect(terms("U.S.").every(isContentTerm)).toBe(true);
  });
});

describe("foldWord", () => {
  it("keeps a word's ending", () => {
    expect(foldWord("Expelled")).toBe("expelled");
    expect(foldWord("NAKHCHIVÁN")).toBe("nakhchivan");
  });
});
