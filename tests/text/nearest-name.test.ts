import { describe, expect, it } from "vitest";
import { nearestName } from "../../src/text/nearest-name.ts";

const KNOWN = ["baku-paradox", "reluctant-neighbours", "normans", "steam-engine", "мост"];

describe("nearestName", () => {
  it.each([
    ["baku-paradoks", "baku-paradox"],
    ["Baku-Paradox", "baku-paradox"],
    ["reluctant-neighbors", "reluctant-neighbours"],
    ["norman", "normans"],
    ["mormons", "normans"],
    ["steam", "steam-engine"],
    ["baku", "baku-paradox"],
    ["мос", "мост"],
  ])("finds for %j %j", (name, nearest) => {
    expect(nearestName(name, KNOWN)).toBe(nearest);
  });

  it.each(["", "x", "huguenots", "st"])("finds nothing near %j", (name) => {
    expect(nearestName(name, KNOWN)).toBeNull();
  });

  it("prefers the nearer, and of two as near the first", () => {
    expect(nearestName("notes-1", ["notes-12", "notes-1x", "notes-2"])).toBe("notes-12");
    expect(nearestName("abcd", ["abxx", "abcx"])).toBe("abcx");
  });

  it("compares very long names by their beginnings", () => {
    expect(nearestName("a".repeat(100_000), ["a".repeat(99_999), "b"])).toBe("a".repeat(99_999));
    expect(nearestName("a", [])).toBeNull();
  });
});
