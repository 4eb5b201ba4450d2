import { describe, expect, it } from "vitest";
import {
  areRelatives,
  isSlipOfFunctionWord,
  mendSpelling,
  soundAlike,
} from "../../src/retrieve/spelling-variants.ts";

const near = (term: string, distance: number | null) => ({ term, distance, passages: 1, sentences: 1 });

describe("areRelatives", () => {
  it("takes words of one family for relatives, and not words that only begin alike", () => {
    expect(areRelatives("invad", "invas")).toBe(false);
    expect(areRelatives("product", "produc")).toBe(true);
    expect(areRelatives("photosynthesi", "photograph")).toBe(false);
    expect(areRelatives("intern", "interest")).toBe(false);
  });
});

describe("mendSpelling", () => {
  it("takes the nearest kind of neighbours only", () => {
    const variants = mendSpelling("embarg", [near("embargo", 1), near("embark", 2)]);
    expect(variants.map(({ terms }) => terms[0])).toEqual(["embargo"]);
  });

  it("leaves numbers and short words alone", () => {
    expect(mendSpelling("1974", [near("1973", 1)])).toEqual([]);
    expect(mendSpelling("wfp", [near("wto", 1)])).toEqual([]);
  });
});

describe("soundAlike", () => {
  it("tells spellings of one name from names that are only near", () => {
    const sounds = (word: string, term: string) => soundAlike(word, [near(term, 1)]).length > 0;
    expect(sounds("Aras", "araz")).toBe(true);
    expect(sounds("Araz", "ara")).toBe(true);
    expect(sounds("Hezbollah", "hizbollah")).toBe(true);
    expect(sounds("Iran", "iraq")).toBe(false);
    expect(sounds("Oman", "iman")).toBe(true);
  });
});

describe("isSlipOfFunctionWord", () => {
  it("knows swapped and lost letters", () => {
    expect(["mnay", "wich", "whhen", "bewteen"].every(isSlipOfFunctionWord)).toBe(true);
    expect(["whale", "araz", "money", "the"].some(isSlipOfFunctionWord)).toBe(false);
  });
});
