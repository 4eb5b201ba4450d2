import { describe, expect, it } from "vitest";
import { NATIONS } from "../../src/text/nations.ts";
import { SYNONYM_GROUPS } from "../../src/text/synonym-groups.ts";
import { metonymsOf, nationNamesOf, synonymsOf } from "../../src/text/synonyms.ts";
import { termOf } from "../../src/text/tokens.ts";

const synonyms = (words: string) => synonymsOf(words.split(" ").map(termOf).join(" "));

describe("words that say much the same", () => {
  it("are found by any form of a word", () => {
    expect(synonyms("purchases")).toContain(termOf("bought"));
    expect(synonyms("weapons")).toContain(termOf("arms"));
  });

  it("are found for a verb of two words", () => {
    expect(synonyms("throw out")).toContain(termOf("expelled"));
    expect(synonyms("led to")).toContain(termOf("caused"));
  });

  it("never hold the word itself, nor more than one word", () => {
    for (const one of synonyms("attack")) expect(one).not.toMatch(/ |^attack$/);
  });

  it("are none for a word that is not listed", () => {
    expect(synonyms("xylophone")).toEqual(new Set());
  });
});

describe("names of countries", () => {
  it("go with the words for what is theirs", () => {
    expect(nationNamesOf(termOf("Dutch"))).toContain(termOf("Netherlands"));
    expect(nationNamesOf("unit state")).toContain(termOf("American"));
  });

  it("go with their capital, and the capital with them", () => {
    expect(metonymsOf(termOf("France"))).toEqual(new Set([termOf("Paris")]));
    expect(metonymsOf(termOf("Paris"))).toContain(termOf("French"));
  });
});

describe("the lists of words", () => {
  const words = `${SYNONYM_GROUPS},${NATIONS}`.split(/[\s,/]+/).filter((word) => word !== "");
  const terms = (word: string) => word.split("_").map(termOf).join(" ");

  it("hold only words whose terms begin with the same two letters, by which they are looked up", () => {
    expect(words.filter((word) => terms(word).slice(0, 2) !== word.slice(0, 2))).toEqual([]);
  });

  it("are looked up as if each word were compared", () => {
    for (const group of SYNONYM_GROUPS.split(",").map((line) => line.trim().split(/\s+/))) {
      const others = group.map(terms).filter((one) => !one.includes(" "));
      for (const word of group) {
        const found = [...synonymsOf(terms(word)), terms(word)];
        expect(found).toEqual(expect.arrayContaining(others));
      }
    }
  });
});
