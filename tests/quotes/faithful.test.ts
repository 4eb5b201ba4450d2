import { describe, expect, it } from "vitest";
import { sliceRange } from "../../src/corpus/source.ts";
import { createQuoteChecker } from "../../src/quotes/quote-checker.ts";
import { makeSource } from "../doubles/make-source.ts";
import { FLEET } from "./fleet.ts";

const checker = createQuoteChecker(FLEET);

function shown(claimed: string): string[] {
  return checker.check(claimed).matches.map(({ source, range }) => sliceRange(source.text, range));
}

describe("a quotation that is the source's, character for character", () => {
  it("is exact, and its range holds it", () => {
    const claimed = "lay idle for twelve weeks. “Nobody asked the pilots,” Captain Maria Lund said";
    const check = checker.check(claimed);
    expect(check).toMatchObject({
      verdict: "exact",
      faithful: true,
      nearest: null,
      diff: [],
      flags: [],
      note: null,
    });
    expect(shown(claimed)).toEqual([claimed]);
  });

  it("is exact across a paragraph border, marks and all", () => {
    const claimed =
      "launched in June and\n  burned in July.\n\n> The sea gives nothing back\n> that it has once taken.";
    expect(checker.check(claimed).verdict).toBe("exact");
  });

  it("is exact when a stop at its end is left out", () => {
    expect(checker.check("The council met again in March").verdict).toBe("exact");
  });

  it("is found at every place, the near-duplicate not among them", () => {
    const { matches } = checker.check("The lighthouse keeper counted the boats that came home every evening");
    expect(matches.map(({ source }) => source.id)).toEqual(["harbour", "ledger"]);
    const [only, ...rest] = checker.check("and every morning the number was smaller").matches;
    expect(only?.source.id).toBe("ledger");
    expect(rest).toEqual([]);
  });

  it("shows the place with the same dress before an earlier one in another", () => {
    const twice = [
      makeSource("SO SPOKE THE OLD HARBOUR MASTER.", { id: "a" }),
      makeSource("So spoke the old harbour master.", { id: "b" }),
    ];
    const { verdict, matches } = createQuoteChecker(twice).check("So spoke the old harbour master");
    expect(verdict).toBe("exact");
    expect(matches.map(({ source }) => source.id)).toEqual(["b", "a"]);
  });

  it("is said to mean little when it is short", () => {
    expect(checker.check("Captain Maria Lund")).toMatchObject({
      verdict: "exact",
      note: expect.stringContaining("3 words"),
    });
  });

  it("is exact for a whole source", () => {
    expect(checker.check(FLEET[1]?.text ?? "").verdict).toBe("exact");
  });
});

describe("a quotation in another dress", () => {
  it.each([
    ["capitals", "THE COUNCIL MET AGAIN IN MARCH."],
    ["other quotation marks", 'lay idle for twelve weeks. "Nobody asked the pilots," Captain'],
    ["other dashes", "The ferry — built at Hull — cost $4.5 million"],
    ["other spaces", "The\u00a0council  met\u2009again\nin March."],
    [
      "its lines wrapped anew",
      "It carried passengers, cattle and well-known smugglers to the islands, which\nwere not on any map",
    ],
    ["a word broken at another line end", "The light-\nhouse keeper coun-\r\nted the boats that came home"],
    ["a hyphen at a line end that is a real one", "cattle and well-\nknown smugglers to the islands"],
    ["ligatures", "In that winter 3.5% of the ﬂeet, some 1,200 boats"],
    ["soft hyphens and zero-width spaces", "The light\u00adhouse kee\u200bper counted the boats"],
    ["decomposed letters", "The council met again in March.".normalize("NFD").replace("e", "e\u200d")],
    ["look-alike letters", "Тhe cоuncil mеt аgain in Mаrch"],
    ["outer quotation marks", "«The council met again in March.»"],
    ["no markup", "The town of Ostrand has three churches and a customs house."],
    ["no list marks", "The first pilot boat was launched in May. The second pilot boat was launched in June"],
    ["no block-quote marks", "The sea gives nothing back that it has once taken."],
    ["no heading marks", "The harbour at Ostrand The harbour at Ostrand was not closed in 1974"],
    ["a figure without its comma", "some 1200 boats, lay idle for twelve weeks"],
  ])("is typographic: %s", (_, claimed) => {
    expect(checker.check(claimed)).toMatchObject({ verdict: "typographic", faithful: true });
  });

  it("shows the source's own characters", () => {
    expect(shown("IT CARRIED PASSENGERS, CATTLE")).toEqual(["It carried passen-\ngers, cattle"]);
    expect(shown("'Nobody asked the pilots,' Captain Maria Lund")).toEqual([
      "“Nobody asked the pilots,” Captain Maria Lund",
    ]);
  });

  it("is told that its stops and commas differ", () => {
    const { verdict, note } = checker.check(
      "The council met again, in March; the lighthouse keeper counted the boats",
    );
    expect(verdict).toBe("typographic");
    expect(note).toContain("punctuation");
  });

  it("is found in scripts without spaces", () => {
    const chinese = createQuoteChecker([makeSource("港口在冬天没有关闭，船只停泊了十二个星期。")]);
    expect(chinese.check("港口在冬天没有关闭，船只停泊了").verdict).toBe("exact");
    expect(chinese.check("港口在冬天关闭，船只停泊了十二个星期")).toMatchObject({ verdict: "altered" });
  });
});

describe("a shortened quotation", () => {
  it.each([
    ["…", "In that winter … some 1,200 boats, lay idle"],
    ["...", "In that winter ... some 1,200 boats, lay idle"],
    ["[…]", "The lighthouse keeper counted the boats […], and every morning the number was the same"],
    ["an open beginning and end", "… counted the boats that came home every …"],
    [
      "a clause with its own negation",
      "cattle and well-known smugglers to the islands, … until the storm of 1981",
    ],
    ["several gaps", "The ferry … cost $4.5 million. It carried … cattle and … smugglers to the islands"],
  ])("is elided: %s", (_, claimed) => {
    expect(checker.check(claimed)).toMatchObject({ verdict: "elided", faithful: true });
  });

  it("is cited from its first piece to its last", () => {
    expect(shown("In that winter … lay idle")).toEqual([
      "In that winter 3.5% of the\nfleet, some 1,200 boats, lay idle",
    ]);
  });

  it("takes an ellipsis of the source for the source's", () => {
    const own = createQuoteChecker([makeSource("He waited ... and nobody came to the pier.")]);
    expect(own.check("He waited … and nobody came to the pier.").verdict).toBe("typographic");
    for (const mark of ["⋯", "....", ".\u00a0.\u00a0."]) {
      const other = createQuoteChecker([makeSource(`He waited ${mark} and nobody came to the pier.`)]);
      expect(other.check(`HE waited ${mark} and nobody came to the pier.`).verdict).toBe("typographic");
    }
    expect(own.check("He waited ... and nobody came to the pier.").verdict).toBe("exact");
  });
});

describe("a quotation with the writer's brackets", () => {
  it.each([
    ["a changed capital", "[t]he lighthouse keeper counted the boats that came home"],
    ["[sic]", "The council met [sic] again in March."],
    ["an explanation", "The council met again [at Ostrand] in March."],
    ["a name for a pronoun", "[The ferry] carried passengers, cattle and well-known smugglers"],
    ["a form of the word", "The lighthouse keeper [counts] the boats that came home every evening"],
    ["another ending", "The lighthouse keeper count[s] the boats that came home every evening"],
    ["an ellipsis and a bracket", "[She] signed the ledger … with a silver pen."],
    ["a surname made whole", "said, “and nobody paid them” [see the ledger]. The ferry [at Hull]"],
  ])("is bracketed: %s", (_, claimed) => {
    expect(checker.check(claimed)).toMatchObject({ verdict: "bracketed", faithful: true });
  });

  it("takes the brackets of the source for the source's", () => {
    expect(checker.check("“and nobody\npaid them” [see the ledger].").verdict).toBe("exact");
    expect(checker.check('"and nobody paid them" [see the ledger].').verdict).toBe("typographic");
  });
});
