import { describe, expect, it } from "vitest";
import { createQuoteChecker } from "../../src/quotes/quote-checker.ts";
import { FALSE, HONEST, LABELLED_TEXTS } from "./labelled-claims.ts";

const checker = createQuoteChecker(LABELLED_TEXTS);

describe("a claim labelled by hand", () => {
  it.each(HONEST)("is faithful: %s", (claim) => {
    const { faithful, diff } = checker.check(claim);
    expect([faithful, diff]).toEqual([true, []]);
  });

  it.each(FALSE)("is altered: %s", (claim, flag) => {
    const check = checker.check(claim);
    expect(check).toMatchObject({ verdict: "altered", faithful: false, matches: [] });
    expect(check.diff.some(({ op }) => op !== "equal")).toBe(true);
    if (flag !== null) expect(check.flags).toContain(flag);
  });
});
