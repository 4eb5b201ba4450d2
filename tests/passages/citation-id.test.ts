import { describe, expect, it } from "vitest";
import { formatCitationId, parseCitationId } from "../../src/passages/citation-id.ts";

describe("formatCitationId", () => {
  it("names one sentence or several", () => {
    expect(formatCitationId("baku-paradox", 14, 2)).toBe("baku-paradox:14.2");
    expect(formatCitationId("baku-paradox", 14, 2, 2)).toBe("baku-paradox:14.2");
    expect(formatCitationId("baku-paradox", 14, 2, 3)).toBe("baku-paradox:14.2-3");
  });
});

describe("parseCitationId", () => {
  it("reads what formatCitationId writes", () => {
    expect(parseCitationId("a-2:14.2-3")).toEqual({ sourceId: "a-2", paragraph: 14, first: 2, last: 3 });
    expect(parseCitationId("мост:1.1")).toEqual({ sourceId: "мост", paragraph: 1, first: 1, last: 1 });
  });

  it.each([
    "  a:14.2-3\n",
    "[a:14.2-3]",
    "(a:14.2–3)",
    "“a:14.2—3”.",
    "A:14.2 - 3",
    "a: 14.2-3",
    "`a:14.2−3`,",
  ])("reads %j", (text) => {
    expect(parseCitationId(text)).toEqual({ sourceId: "a", paragraph: 14, first: 2, last: 3 });
  });

  it.each([
    "",
    "a",
    "a:1",
    "a:1.",
    ":1.1",
    "a b:1.1",
    "a:0.1",
    "a:1.0",
    "a:1.3-2",
    "a:1.1-",
    "a:1.1 b",
    "a:-1.1",
    "a:1.9999999999",
    `${"a".repeat(500)}:1.1`,
  ])("reads nothing in %j", (text) => {
    expect(parseCitationId(text)).toBeNull();
  });
});
