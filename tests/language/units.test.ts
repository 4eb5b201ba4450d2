import { describe, expect, it } from "vitest";
import { findFigures } from "../../src/language/figures/read-figures.ts";
import { allUnits, convert, unitNamed } from "../../src/language/units/unit-table.ts";

const UNITS = allUnits();

describe("units", () => {
  it("convert both ways into every unit of their dimension and into no other", () => {
    for (const one of UNITS)
      for (const other of UNITS) {
        const there = convert(12.5, one, other);
        expect(there === null).toBe(one.dimension !== other.dimension);
        if (there !== null) expect(convert(there, other, one)).toBeCloseTo(12.5, 9);
      }
  });

  it.each([
    [1, "km", 1000, "m"],
    [1, "mile", 1.609344, "km"],
    [1, "t", 1000, "kg"],
    [1, "kg", 1_000_000, "mg"],
    [1, "lb", 0.45359237, "kg"],
    [1, "barrel", 158.987294928, "litre"],
    [1, "kWh", 3.6, "MJ"],
    [1, "MW", 1e9, "mW"],
    [1, "GB", 8000, "Mb"],
    [1, "bar", 100, "kPa"],
    [2, "week", 336, "hour"],
    [1, "century", 1200, "month"],
    [1, "percent", 10, "permille"],
    [1, "point", 100, "basis-point"],
    [1, "pound", 100, "pence"],
    [1, "ha", 10_000, "m2"],
    [90, "km/h", 25, "m/s"],
  ])("%d %s are %d %s", (amount, from, same, to) => {
    const [one, other] = [from, to].map((unit) => findFigures(`1 ${unit}`)[0]?.unit ?? unitNamed(unit));
    if (one === null || other === null || one === undefined || other === undefined)
      throw new Error(`no ${from}, ${to}`);
    expect(convert(amount, one, other)).toBeCloseTo(same, 6);
  });

  it("that differ in kind or in money do not convert", () => {
    for (const [one, other] of [
      ["dollar", "euro"],
      ["percent", "point"],
      ["kg", "litre"],
      ["month", "day"],
      ["celsius", "fahrenheit"],
      ["cent", "dollar"],
    ]) {
      const [from, to] = [unitNamed(one ?? ""), unitNamed(other ?? "")];
      expect(from !== null && to !== null && convert(1, from, to) === null).toBe(true);
    }
  });

  it("are known by their names", () => {
    for (const unit of UNITS) expect(unitNamed(unit.name)).toEqual(unit);
  });

  it.each([
    ["MW", "mW"],
    ["Mb", "MB"],
    ["$", "A$"],
    ["lb", "£"],
    ["t", "T"],
  ])("%s and %s are told apart by their case and letters", (one, other) => {
    if (other === "T") expect(unitNamed(one)?.name).toBe("tonne");
    else expect(unitNamed(one)?.name).not.toBe(unitNamed(other)?.name);
  });

  it.each(["us", "a", "he", "as", "is", "no", "won", "real", "try"])("%s is an everyday word", (word) => {
    expect(unitNamed(word)).toBeNull();
  });
});
