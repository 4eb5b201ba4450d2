import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findFigures } from "../../src/language/figures/read-figures.ts";
import { digitValue } from "../../src/language/numerals/digits.ts";
import { romanValue } from "../../src/language/numerals/roman-numeral.ts";
import { WRITERS } from "./write-numbers.ts";
import { writeChinese, writeRoman } from "./write-numerals.ts";

function amountsOf(text: string): number[] {
  return findFigures(text).map(({ amount }) => amount);
}

/** The ten digits of every script that Unicode knows, as this Node has it. */
const SCRIPTS: readonly string[][] = blocksOfTen();

function blocksOfTen(): string[][] {
  const digits: string[] = [];
  for (let code = 0; code <= 0x10ffff; code += 1)
    if ((code < 0xd800 || code > 0xdfff) && /\p{Nd}/u.test(String.fromCodePoint(code)))
      digits.push(String.fromCodePoint(code));
  return Array.from({ length: digits.length / 10 }, (_, at) => digits.slice(10 * at, 10 * at + 10));
}

describe("digits", () => {
  it("of every script are worth 0 to 9 in order", () => {
    expect(SCRIPTS.length).toBeGreaterThan(60);
    for (const script of SCRIPTS) expect(script.map(digitValue)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it("are no letters and no other numerals", () => {
    for (const character of ["a", "Ⅷ", "½", "五", "⑤", " ", ""]) expect(digitValue(character)).toBeNull();
  });

  it("of any script come back as the number they write", () => {
    const number = fc.integer({ min: 3000, max: 999_999_999 });
    fc.assert(
      fc.property(number, fc.constantFrom(...SCRIPTS), (value, script) => {
        const text = [...String(value)].map((digit) => script[Number(digit)]).join("");
        expect(amountsOf(`with ${text} boats`)).toEqual([value]);
      }),
      { seed: 7, numRuns: 1000 },
    );
  });
});

describe("Roman numerals", () => {
  it("from 1 to 3,999 are read in either case and in their own characters", () => {
    for (let value = 1; value < 4000; value += 1) {
      const roman = writeRoman(value);
      expect(romanValue(roman)).toBe(value);
      expect(romanValue(roman.toLowerCase())).toBe(value);
      if (value % 7 === 0) {
        const own = [...roman].map((letter) => "ⅠⅤⅩⅬⅭⅮⅯ"["IVXLCDM".indexOf(letter)]).join("");
        expect(
          findFigures(`with ${own} of them`).map(({ amount, date }) => (date === "" ? amount : Number(date))),
        ).toEqual([value]);
      }
    }
  });

  it.each(["IIII", "VX", "IC", "XM", "MMMM", "LL", "ABC", ""])("%j is none", (letters) => {
    expect(romanValue(letters)).toBeNull();
  });
});

describe("Chinese numerals", () => {
  it("up to a trillion are read, everyday and financial", () => {
    const number = fc.oneof(
      fc.integer({ min: 10, max: 9999 }),
      fc.integer({ min: 10, max: 999_999_999_999 }),
    );
    fc.assert(
      fc.property(number, fc.boolean(), (value, isFinancial) => {
        const text = `with ${writeChinese(value, isFinancial)} boats`;
        expect(findFigures(text).map(({ amount, date }) => (date === "" ? amount : Number(date)))).toEqual([
          value,
        ]);
      }),
      { seed: 9, numRuns: 1000 },
    );
  });
});

describe.each(Object.entries(WRITERS))("numbers in words of %s", (_, write) => {
  const read = (value: number) => findFigures(`(${write(value)})`).map(({ amount }) => amount);

  it("from 2 to 9,999", () => {
    const wrong: string[] = [];
    for (let value = 2; value < 10_000; value += value < 1200 ? 1 : 13)
      if (String(read(value)) !== String(value)) wrong.push(`${value} ${write(value)} → ${read(value)}`);
    expect(wrong).toEqual([]);
  });

  it("of up to nine digits", () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 999_999_999 }), (value) => {
        expect([write(value), ...read(value)]).toEqual([write(value), value]);
      }),
      { seed: 5, numRuns: 300 },
    );
  });
});
