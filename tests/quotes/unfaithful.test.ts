import { describe, expect, it } from "vitest";
import { sliceRange } from "../../src/corpus/source.ts";
import { UserError } from "../../src/errors.ts";
import { createQuoteChecker } from "../../src/quotes/quote-checker.ts";
import { FLEET } from "./fleet.ts";

const checker = createQuoteChecker(FLEET);

describe("a quotation with a change", () => {
  it.each([
    ["a number", "The harbour at Ostrand was not closed in 1975", ["number"]],
    ["a number in words", "some 1,200 boats, lay idle for thirteen weeks", ["number"]],
    ["a decimal point", "In that winter 35% of the fleet, some 1,200 boats", ["number"]],
    ["a thousand", "In that winter 3.5% of the fleet, some 1.200 boats", ["number"]],
    ["a share into points", "In that winter 3.5 percentage points of the fleet", ["number"]],
    ["a share into a number", "In that winter 3.5 of the fleet, some 1,200 boats", ["number"]],
    ["a currency", "built at Hull–cost €4.5 million. It carried", ["number"]],
    ["a scale", "built at Hull–cost $4.5 billion. It carried", ["number"]],
    ["a month", "The council met again in April.", ["number", "name"]],
    ["a negation taken out", "The harbour at Ostrand was closed in 1974", ["negation"]],
    ["a negation put in", "The council never met again in March.", ["negation"]],
    ["a negation put in short", "The harbour master probably didn’t know it", ["negation"]],
    ["a hedge taken out", "although the council have wished it. In that winter", ["hedge"]],
    ["a hedge put in", "The weather was possibly foul for most of the year", ["hedge"]],
    ["a name", "Captain Maria Berg signed the ledger on the last day", ["name"]],
    ["a synonym", "The lighthouse keeper counted the ships that came home every evening", []],
    ["a word left out", "The lighthouse keeper counted the boats that came every evening", []],
    ["words in another order", "The lighthouse keeper the counted boats that came home every evening", []],
  ])("is altered: %s", (_, claimed, flags) => {
    const check = checker.check(claimed);
    expect(check).toMatchObject({ verdict: "altered", faithful: false, matches: [] });
    expect(check.flags).toEqual(expect.arrayContaining(flags));
  });

  it("comes with the nearest passage and a diff that holds its words", () => {
    const { nearest, diff } = checker.check("In that summer 3.5% of the fleet, some 1,200 boats, lay sunk");
    const passage = "In that winter 3.5% of the\nfleet, some 1,200 boats, lay idle";
    expect(nearest && sliceRange(nearest.source.text, nearest.range)).toBe(passage);
    const joined = (op: string) => diff.filter((part) => part.op !== op).map(({ text }) => text);
    expect(joined("insert").join("")).toBe(passage);
    expect(joined("delete").join("").replace(/\s+/g, " ").trim()).toBe(
      "In that summer 3.5% of the fleet, some 1,200 boats, lay sunk",
    );
  });

  it("is compared with the nearer of two near-duplicates", () => {
    const { nearest, diff } = checker.check(
      "that came home every evening, and every evening the number was smaller",
    );
    expect(nearest?.source.id).toBe("ledger");
    expect(diff.map(({ op }) => op)).toEqual(["equal", "delete", "insert", "equal"]);
  });

  it("keeps quiet about words that are the same in other dress", () => {
    const { diff } = checker.check("THE COUNCIL MET ONCE IN MARCH");
    expect(diff.map(({ op, text }) => [op, text.trim()])).toEqual([
      ["equal", "The council met"],
      ["delete", "again"],
      ["insert", "ONCE"],
      ["equal", "in March"],
    ]);
  });
});

describe("an editor's mark that changes what is said", () => {
  it.each([
    ["[not] put in", "The council [not] met again in March.", "negation"],
    ["[un] before a word", "cattle and well-[un]known smugglers to the islands", "negation"],
    ["a bracket in place of a negation", "The harbour at Ostrand was [indeed] closed in 1974", "negation"],
    ["a bracket in place of a hedge", "the harbour master [surely] knew it", "hedge"],
    ["[perhaps] put in", "The council met again [perhaps] in March.", "hedge"],
    ["a bracketed number", "some [12,000] boats, lay idle for twelve weeks", "number"],
    ["words that the source has not", "The council met again [after the flood] in March.", null],
    ["another word for a word", "The lighthouse keeper [noted] the boats that came home every evening", null],
    ["a name for another", "the year, and [Maria Lund] signed the ledger", null],
    ["an ellipsis over a negation", "The harbour at Ostrand was … closed in 1974", "negation"],
    ["an ellipsis over a hedge", "although the council … have wished it", "hedge"],
    ["an ellipsis over a hedge and its neighbours", "and the harbour … knew it.", "hedge"],
    ["an ellipsis in an altered quotation", "In that winter … some 1,300 boats, lay idle", "number"],
  ])("is not faithful: %s", (_, claimed, flag) => {
    const check = checker.check(claimed);
    expect(check.faithful).toBe(false);
    if (flag !== null) expect(check).toMatchObject({ verdict: "altered", flags: [flag] });
  });

  it("is altered when one bracketed name stands for another", () => {
    expect(checker.check("[Maria] Lund signed the ledger on the last day of each month")).toMatchObject({
      faithful: true,
    });
    expect(checker.check("[Olga] Lund signed the ledger on the last day of each month")).toMatchObject({
      verdict: "altered",
      flags: ["name"],
    });
    expect(checker.check("Years later a collector from [Hamburg] bought both copies")).toMatchObject({
      verdict: "altered",
      flags: ["name"],
    });
  });
});

describe("a quotation put together", () => {
  it.each([
    [
      "halves of neighbouring sentences",
      "Captain Maria Lund signed the ledger and the harbour master probably knew it.",
    ],
    ["halves from two sources", "The ferry built at Hull bought both copies and put them into a glass case"],
    [
      "halves turned round",
      "every morning the number was smaller. The lighthouse keeper counted the boats that came home",
    ],
    ["an ellipsis that turns the order", "put them into a glass case … a collector from Vienna bought both"],
    [
      "an ellipsis between far places",
      "Captain Maria Lund signed the ledger … a collector from Vienna bought both copies",
    ],
    ["an ellipsis between two sources", "The ferry–built at Hull … put them into a glass case"],
  ])("is stitched: %s", (_, claimed) => {
    const check = checker.check(claimed);
    expect(check).toMatchObject({ verdict: "stitched", faithful: false, matches: [] });
    expect(check.pieces.length).toBeGreaterThan(1);
    for (const { place } of check.pieces) expect(sliceRange(place.source.text, place.range)).not.toBe("");
  });
});

describe("a quotation under a name", () => {
  const claimed = "a collector from Vienna bought both copies";

  it.each(["ledger", "LEDGER", "ledger.txt", "The Ledger of the Pilots"])(
    "is faithful under its own: %s",
    (name) => {
      expect(checker.check(claimed, { source: name })).toMatchObject({ verdict: "exact", faithful: true });
    },
  );

  it.each(["harbour", "harbour.md", "north/harbour.md"])("is misattributed under another's: %s", (name) => {
    const check = checker.check(claimed, { source: name });
    expect(check).toMatchObject({
      verdict: "misattributed",
      faithful: false,
      note: expect.stringContaining("ledger"),
    });
    expect(check.matches.map(({ source }) => source.id)).toEqual(["ledger"]);
  });

  it("has the named source's places first", () => {
    const shared = "The lighthouse keeper counted the boats that came home every evening";
    const { verdict, matches } = checker.check(shared, { source: "ledger" });
    expect(verdict).toBe("exact");
    expect(matches.map(({ source }) => source.id)).toEqual(["ledger", "harbour"]);
  });

  it("is an error under a name nobody has, with the nearest one", () => {
    expect(() => checker.check(claimed, { source: "leger" })).toThrow(
      expect.objectContaining({ constructor: UserError, hint: expect.stringContaining("ledger") }),
    );
  });
});

describe("words that stand nowhere", () => {
  it.each([
    "Copper merchants of the southern valleys trade their wares for salt and wool",
    "The front matter is no text: never quote the front matter of this file",
    "Este texto no está en ninguna de las fuentes del puerto",
    "Этих слов нет ни в одном из источников",
  ])("are absent: %s", (claimed) => {
    expect(checker.check(claimed)).toMatchObject({ verdict: "absent", faithful: false, matches: [] });
  });
});
