import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { falsify } from "../../bench/statements/falsify.ts";
import { measureClaims } from "../../bench/statements/measure-claims.ts";
import { readScriptedClaims } from "../../bench/statements/scripted-claims.ts";
import { checkStatement, MOST_CITED, MOST_COMPARED } from "../../src/statements/check-statement.ts";
import { LONGEST_LINE } from "../../src/statements/parse-model-line.ts";
import { slowFaults } from "./slow-checker.ts";

/** `blind-3` is counted by the bench alone: its count on first sight (10 % shown, 27 % dropped) is the honest one. */
const claims = (await readScriptedClaims()).filter(({ half }) => half !== "blind-3");

function cite(...texts: string[]) {
  return texts.map((text, at) => ({
    label: at + 1,
    text,
    title: "The harbour of Lindow",
    date: "2021-05",
    section: "Boats",
  }));
}

function verdict(text: string, sentence: string, question = ""): string {
  const check = checkStatement(text, cite(sentence), question);
  return check.passes ? "passes" : check.kind;
}

describe("checkStatement", () => {
  it.each([
    ["90 boats lay there.", "Ninety boats lay there."],
    ["A third of the boats sank.", "33% of the boats sank."],
    ["Repairs cost $1,200,000.", "Repairs cost 1.2 million dollars."],
    ["The harbour earned €1.2bn.", "The harbour earned 1.2 billion euros."],
    ["It was opened on 3 May 2019.", "It was opened on May 3rd, 2019."],
    ["A dozen boats sank.", "12 boats sank."],
    ["Between 15 and 25 boats sank.", "15–25 boats sank."],
    ["The harbour has ١٢ boats.", "The harbour has 12 boats."],
    ["Iranian boats came.", "Boats from Iran came."],
    ["From January to April 2019 boats came.", "In the first four months of 2019 boats came."],
    ["The report of May 2021 counts the boats.", "The boats are counted."],
    ["She called it “the  best harbour”.", "She called it ‘the best harbour’ twice."],
    ["Das Boot sank 2019 vor Kiel.", "Vor Kiel sank 2019 das Boot."],
    ["2019年に船が沈んだ。", "船が沈んだのは2019年だ。"],
    ["В 2019 году у Баку затонуло судно.", "В 2019 году в Баку судно затонуло."],
  ])("lets pass %j from %j", (text, sentence) => {
    expect(verdict(text, sentence)).toBe("passes");
  });

  it.each([
    ["number", "80 boats lay there.", "Ninety boats lay there."],
    ["number", "5 percent of the boats sank.", "5 of the boats sank."],
    ["number", "Repairs cost 580 billion dollars.", "Repairs cost 580 million dollars."],
    ["number", "Repairs cost 500 euros.", "Repairs cost $500."],
    ["number", "Repairs took 5 days.", "Repairs took 5 weeks."],
    ["number", "The harbour has ١٣ boats.", "The harbour has 12 boats."],
    ["number", "The boat K-14 sank.", "The boat K-12 sank."],
    ["date", "It was opened on 3 June 2019.", "It was opened on 3 May 2019."],
    ["date", "It was opened on Monday.", "It was opened on Sunday."],
    ["date", "From January to May 2019 boats came.", "In the first four months of 2019 boats came."],
    ["date", "In April 2019 boats came.", "In the first four months of 2019 boats came."],
    ["name", "Boats from Iraq came.", "Boats from Iran came."],
    ["name", "Ilham Aliyev and Masoud Aliyev met.", "Ilham Aliyev and Masoud Pezeshkian met."],
    ["negation", "The boats did not sink.", "The boats sank."],
    ["negation", "The boats sank.", "The boats did not sink."],
    ["negation", "The owner denied that the boats leak.", "The owner said that the boats leak."],
    ["hedge", "The boats sank in fog.", "The boats may have sunk in fog."],
    ["hedge", "100 boats sank.", "More than 100 boats sank."],
    ["hedge", "All boats sank in the fog.", "Nearly all boats sank in the fog."],
    ["opposite", "Trade in boats fell in 2019.", "Trade in boats rose in 2019."],
    ["opposite", "The boats lie in the southern harbour.", "The boats lie in the northern harbour."],
    ["roles", "Iran attacked Azerbaijan.", "Azerbaijan attacked Iran."],
    ["roles", "Azerbaijan was attacked by Iran.", "Azerbaijan attacked Iran."],
    ["roles", "Trade was 644 in 2024 and 582 in 2025.", "Trade was 582 in 2024 and 644 in 2025."],
    ["quotation", "She called it “the worst harbour”.", "She called it “the best harbour”."],
    ["quotation", "She called it “the best.", "She called it “the best harbour”."],
    ["words", "Elephants eat leaves and fruit.", "The boats sank in fog."],
    ["name", "Das Boot sank 2019 vor Bremen.", "Vor Kiel sank 2019 das Boot."],
    ["date", "2018年に船が沈んだ。", "船が沈んだのは2019年だ。"],
    ["empty", "… !", "The boats sank."],
    ["length", "boat ".repeat(LONGEST_LINE), "The boats sank."],
  ])("drops for its %s %j from %j", (kind, text, sentence) => {
    expect(verdict(text, sentence)).toBe(kind);
  });

  it("takes no number from the question against what the sentence says", () => {
    expect(verdict("The boats cost $900.", "The boats cost $500.", "Did the boats cost $900?")).toBe(
      "number",
    );
    expect(verdict("In 2019 the boats were sold.", "The boats were sold.", "Were they sold in 2019?")).toBe(
      "passes",
    );
  });

  it("refuses a line that rests on more than can be compared", () => {
    const many = Array.from({ length: MOST_CITED }, () => "The boats sank.");
    const long = `The boats sank. ${"They were old. ".repeat(MOST_COMPARED / 15)}`;
    expect(checkStatement("The boats sank.", cite(...many), "")).toEqual({ passes: true });
    expect(checkStatement("The boats sank.", cite(...many, "It rained."), "")).toMatchObject({
      kind: "length",
    });
    expect(checkStatement("The boats sank.", cite(long), "")).toMatchObject({ kind: "length" });
  });

  it.each([
    ["The gunman carried a Kalashnikov.", "passes"],
    ["The embassy's head of security was killed.", "passes"],
    ["Two guards were injured.", "passes"],
    ["Two guards were killed.", "roles"],
    ["The guards attacked the embassy.", "roles"],
    ["Orkhan Asgarov wounded two guards.", "roles"],
    ["The gunman wounded the head of security and killed two guards.", "roles"],
    ["The gunman bought a Kalashnikov.", "words"],
    ["The man was arrested after the attack.", "words"],
    ["The embassy was attacked because of the exercises.", "words"],
  ])("judges who did what: %j %s", (line, expected) => {
    const sentence =
      "In January 2023 a man with a Kalashnikov attacked the Azerbaijani embassy in Tehran, killed Orkhan Asgarov, the embassy's head of security, and wounded two guards.";
    expect(verdict(line, sentence)).toBe(expected);
  });

  it.each([
    ["The mayor praised the fishermen.", "The fishermen praised the mayor."],
    ["The nets are longer than the ropes.", "The ropes are longer than the nets."],
    [
      "The owner painted the boat before he sold the nets.",
      "The owner sold the nets before he painted the boat.",
    ],
    [
      "The owner sold the nets and then painted the boat.",
      "The owner painted the boat after he had washed it and then sold the nets.",
    ],
    ["All fishermen left the harbour.", "Some fishermen left the harbour."],
    [
      "The owner pays for the ropes and the town for the nets.",
      "The owner pays for the nets and the town for the ropes.",
    ],
  ])("drops what is the other way round: %j from %j", (line, sentence) => {
    expect(verdict(line, sentence)).toMatch(/^(?:roles|opposite)$/);
    expect(verdict(sentence, sentence)).toBe("passes");
  });

  it("drops a line that cites nothing", () => {
    expect(checkStatement("The boats sank.", [], "")).toMatchObject({ passes: false, kind: "uncited" });
  });

  it("tells a reader where it looked", () => {
    expect(checkStatement("80 boats sank.", cite("90 boats sank.", "It rained."), "")).toEqual({
      passes: false,
      kind: "number",
      reason: "The number 80 does not stand in [S1] or [S2].",
    });
  });
});

describe("the scripted claims", () => {
  it("show hardly a false one and drop few honest ones", () => {
    const figures = measureClaims(claims, () => 0);
    expect(figures.honest + figures.falsified).toBeGreaterThanOrEqual(240);
    expect(figures.shown.map(({ id }) => id).length).toBeLessThanOrEqual(MOST_SHOWN);
    expect(figures.dropped.map(({ id }) => id).length).toBeLessThanOrEqual(MOST_DROPPED);
  });

  it("are dropped with any digit, number or month changed and with any verb denied", () => {
    const honest = claims.filter(({ falsified }) => falsified === null);
    const shown = honest.flatMap(({ text, cited, question }) =>
      falsify(text).filter((one) => checkStatement(one.text, cited, question).passes),
    );
    expect(shown).toEqual([]);
  });
});

describe("a statement that passes", () => {
  const sentences = claims.flatMap(({ cited }) => cited);
  const words = claims.flatMap(({ text }) => text.split(" "));

  it("passes a slower and simpler check too, whatever is put together", () => {
    const line = fc
      .array(fc.constantFrom(...words), { minLength: 1, maxLength: 14 })
      .map((all) => all.join(" "));
    const claim = fc.constantFrom(...claims);
    fc.assert(
      fc.property(
        fc.oneof(
          line,
          claim.map(({ text }) => text),
          fc.tuple(claim, line).map(([{ text }, more]) => `${text} ${more}`),
          fc.string({ unit: "binary" }),
        ),
        fc.array(fc.constantFrom(...sentences), { minLength: 1, maxLength: 4 }),
        (text, cited) => {
          if (checkStatement(text, cited, "").passes) expect(slowFaults(text, cited, "")).toEqual([]);
        },
      ),
      { seed: 11, numRuns: 1500 },
    );
  });

  it("passes it for every scripted claim", () => {
    for (const { text, cited, question } of claims)
      if (checkStatement(text, cited, question).passes) expect(slowFaults(text, cited, question)).toEqual([]);
  });
});

describe("hostile lines", () => {
  it.each([
    ["marks", "“".repeat(LONGEST_LINE)],
    ["digits", "1".repeat(LONGEST_LINE)],
    ["numbers", "1,".repeat(LONGEST_LINE / 2)],
    ["negations", "not ".repeat(LONGEST_LINE / 4)],
    ["names", "A B ".repeat(LONGEST_LINE / 4)],
    ["brackets", "[S".repeat(LONGEST_LINE / 2)],
    ["letters apart", "n o ".repeat(LONGEST_LINE / 4)],
    ["struck letters", "n\u0336".repeat(LONGEST_LINE / 2)],
    ["numerals of another script", "十".repeat(LONGEST_LINE)],
    ["sums", "1+".repeat(LONGEST_LINE / 2)],
    ["one script without spaces", "漢".repeat(LONGEST_LINE)],
  ])("of %s are dropped", (_, text) => {
    expect(checkStatement(text, cite("The boats sank."), "").passes).toBe(false);
  });
});

/** As measured; a change that shows or drops more must say so here. */
const MOST_SHOWN = 2;
const MOST_DROPPED = 8;
