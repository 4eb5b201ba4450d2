import { describe, expect, it } from "vitest";
import { placeCiter } from "../../src/answers/cite-place.ts";
import type { Source } from "../../src/corpus/source.ts";
import { UserError } from "../../src/errors.ts";
import { divideSource } from "../../src/passages/divide-source.ts";
import { createQuoteChecker } from "../../src/quotes/quote-checker.ts";
import { verifyAnswer } from "../../src/quotes/report-verification.ts";
import { makeSource } from "../doubles/make-source.ts";
import { MemoryCorpusIndex } from "../doubles/memory-corpus-index.ts";

const TEXT = `The pier stood for a hundred years. It was not closed in 1974, though the council may have wished it.

Every evening the keeper counted the boats. Every evening the keeper counted the boats. Nobody asked him why he did.
`;

function indexOf(sources: readonly Source[]): MemoryCorpusIndex {
  return new MemoryCorpusIndex(
    sources.map((source) => ({ source, passages: divideSource(source).passages })),
  );
}

/** The citation that an answer over `text` would have given. */
async function citationOf(quote: string, text = TEXT, from = 0, fields: Partial<Source> = {}) {
  const source = makeSource(text, fields);
  const start = text.indexOf(quote, from);
  return placeCiter(indexOf([source]))(source, { start, end: start + quote.length }, 1);
}

async function verifyIn(sources: readonly Source[], answer: unknown) {
  return verifyAnswer(indexOf(sources), createQuoteChecker(sources), answer);
}

async function verify(citation: unknown, ...texts: string[]) {
  const sources = texts.map((text, at) =>
    makeSource(text, at === 0 ? {} : { id: `other${at}`, file: `other${at}.md` }),
  );
  const { citations, intact, holds } = await verifyIn(sources, { citations: [citation] });
  const [verified] = citations;
  if (verified === undefined) throw new Error("nothing verified");
  return { ...verified, intact, holds, shown: verified.now?.quote ?? null };
}

describe("an earlier citation", () => {
  const quote = "It was not closed in 1974";

  it("is intact while all that it says is so", async () => {
    expect(await verify(await citationOf(quote), TEXT)).toMatchObject({
      status: "intact",
      intact: true,
      shown: quote,
      diff: [],
      differences: [],
    });
  });

  it("is moved when text was put in before it", async () => {
    const now = `A new first line.\n\n${TEXT}`;
    const verified = await verify(await citationOf(quote), now);
    expect(verified).toMatchObject({ status: "moved", shown: quote, intact: false, holds: true });
    expect(verified.now?.start).toBe(now.indexOf(quote));
  });

  it("is told from its twin by what stood around it", async () => {
    const twin = "Every evening the keeper counted the boats.";
    const second = TEXT.lastIndexOf(twin);
    const now = `A new first line.\n\n${TEXT}`;
    expect((await verify(await citationOf(twin, TEXT, second), now)).now?.start).toBe(now.lastIndexOf(twin));
    expect((await verify(await citationOf(twin), now)).now?.start).toBe(now.indexOf(twin));
  });

  it("is moved when another source has it now", async () => {
    const { status, now, note } = await verify(await citationOf(quote), "Something else.", TEXT);
    expect([status, now?.source.id]).toEqual(["moved", "other1"]);
    expect(note).toContain("other1");
  });

  it("is changed when its lines were wrapped anew: not the very characters", async () => {
    const { status, shown, note } = await verify(
      await citationOf(quote),
      TEXT.replace("not closed", "not\nclosed"),
    );
    expect([status, shown]).toEqual(["changed", "It was not\nclosed in 1974"]);
    expect(note).toContain("words are the same");
  });

  it.each([
    ["a sign of percent", "In 1974[%] it was closed"],
    ["a word in brackets", "It was[not] closed in 1974"],
    ["a bound", "It was not closed in <1974"],
  ])("is never moved when a word was forged with %s", async (_, forged) => {
    const citation = await citationOf(quote);
    const { status } = await verify(
      { ...citation, quote: forged, end: citation.start + forged.length },
      TEXT,
    );
    expect(["changed", "gone", "forged"]).toContain(status);
  });

  it("is changed when a word of it is another one, and a diff shows which", async () => {
    const { status, shown, diff, flags } = await verify(
      await citationOf(quote),
      TEXT.replace("1974", "1975"),
    );
    expect([status, shown, flags]).toEqual(["changed", "It was not closed in 1975", ["number"]]);
    expect(diff.filter(({ op }) => op !== "equal")).toEqual([
      { op: "delete", text: "1975" },
      { op: "insert", text: "1974" },
    ]);
  });

  it("is changed when other words stand around it", async () => {
    const { status, differences } = await verify(
      await citationOf(quote),
      TEXT.replace("though the", "because a"),
    );
    expect([status, differences.map(({ field }) => field)]).toEqual(["changed", ["suffix"]]);
  });

  it("is changed when its neighbours stand around other words", async () => {
    const text = `${TEXT}The end of the story came in autumn.`;
    const { status, shown } = await verify(
      await citationOf("Nobody asked him why he did.", text),
      text.replace("Nobody asked him why he did.", "A stranger laughed at this."),
    );
    expect([status, shown]).toEqual(["changed", "A stranger laughed at this."]);
  });

  it("is gone when nothing close is left", async () => {
    expect(await verify(await citationOf(quote), "Copper merchants trade salt.")).toMatchObject({
      status: "gone",
      now: null,
    });
    const lost = await citationOf(quote, TEXT, 0, { id: "lost", file: "lost.md" });
    expect((await verify(lost, "Copper merchants trade salt.")).note).toContain("lost");
  });

  it("is changed when its file has another id now, or its source another file", async () => {
    const citation = await citationOf(quote);
    const renamed = await verifyIn([makeSource(TEXT, { id: "notes-2" })], [citation]);
    expect(renamed.citations[0]).toMatchObject({ status: "changed", now: { source: { id: "notes-2" } } });
    const moved = await verifyIn([makeSource(TEXT, { file: "notes.txt" })], [citation]);
    expect(moved.citations[0]).toMatchObject({ status: "changed" });
  });

  it("is changed when it moved and its source is called otherwise now", async () => {
    const sources = [makeSource(`A new line.\n\n${TEXT}`, { title: "Another title" })];
    const { citations } = await verifyIn(sources, [await citationOf(quote)]);
    expect(citations[0]).toMatchObject({ status: "changed", differences: [{ field: "source.title" }] });
  });

  it.each([
    ["line", { line: 7, endLine: 7 }],
    ["end line", { endLine: 9 }],
    ["id", { id: "notes:1.1" }],
    ["id of another source", { id: "other:1.2" }],
    ["id that is none", { id: "see above" }],
    ["paragraph", { paragraph: 3 }],
    ["page", { page: 4 }],
    ["link", { link: "https://example.org/#:~:text=x" }],
    ["section", { section: "The pier" }],
    ["range longer than its quote", { end: 500 }],
    ["number", { n: 2 }],
    ["prefix that cannot be", { prefix: "x".repeat(40) }],
    ["answer span outside of it", { answerSpan: { start: 0, end: 3 } }],
    ["title", { source: { id: "notes", file: "notes.md", title: "Forged" } }],
    ["author", { source: { id: "notes", file: "notes.md", author: "Nobody" } }],
    ["date", { source: { id: "notes", file: "notes.md", date: "1900-01-01" } }],
    ["address", { source: { id: "notes", file: "notes.md", url: "https://example.org" } }],
    ["file", { source: { id: "notes", file: "elsewhere.md" } }],
    ["line of another type", { line: "1" }],
  ])("is forged when its words fit the file and its %s does not", async (_, forged) => {
    const { status, intact, note } = await verify({ ...(await citationOf(quote)), ...forged }, TEXT);
    expect([status, intact]).toEqual(["forged", false]);
    expect(note).not.toBeNull();
  });

  it("claims nothing with a field it lacks", async () => {
    const { id, source, start, end } = await citationOf(quote);
    const short = { id, source: { id: source.id }, quote, start, end };
    expect((await verify(short, TEXT)).status).toBe("intact");
  });
});

describe("an earlier answer", () => {
  const sources = [makeSource(TEXT)];
  const quote = "It was not closed in 1974";

  async function answer() {
    const citation = await citationOf(quote);
    return {
      question: "Was the pier closed?",
      status: "answered",
      mode: "extractive",
      model: null,
      statements: [{ text: quote, citations: [1] }],
      citations: [citation],
      disagreements: [],
      abstention: null,
    };
  }

  it("is intact when nothing was touched", async () => {
    const report = await verifyIn(sources, await answer());
    expect(report).toMatchObject({
      intact: true,
      holds: true,
      problems: [],
      statements: [{ status: "intact" }],
    });
  });

  it.each([
    ["an answer that abstained", { status: "abstained", citations: [], statements: [] }, 0],
    ["a citation twice", "twice", 2],
    ["a quote check", "matches", 1],
    ["a list of citations", "list", 1],
    ["one citation", "one", 1],
    ["a citation in its place", "in place", 1],
    ["a source given as an id", "source", 1],
  ])("is read as %s", async (_, shape, count) => {
    const citation = await citationOf(quote);
    const shapes: Record<string, unknown> = {
      twice: { citations: [citation, { ...citation, n: 2 }] },
      matches: { verdict: "exact", matches: [citation] },
      list: [citation],
      one: citation,
      "in place": { citation, lines: [] },
      source: [{ ...citation, source: "notes" }],
    };
    const { citations, intact } = await verifyIn(sources, typeof shape === "string" ? shapes[shape] : shape);
    expect([citations.length, intact]).toEqual([count, true]);
  });

  it.each([
    ["a statement that is no quote", { statements: [{ text: "It was closed in 1974", citations: [1] }] }],
    [
      "a statement with a quote shortened",
      { statements: [{ text: "It was not closed in 1974 and", citations: [1] }] },
    ],
    [
      "a statement that is a part of its quote alone",
      { statements: [{ text: "closed in 1974", citations: [1] }] },
    ],
    ["a statement that cites nothing", { statements: [{ text: quote, citations: [] }] }],
    ["a statement that cites what is not there", { statements: [{ text: quote, citations: [2] }] }],
    ["no statement", { statements: [] }],
    ["an abstention with citations", { status: "abstained" }],
    ["an unknown status", { status: "proven" }],
    ["a mode without its model", { mode: "generative" }],
    ["a disagreement that no quote bears out", disagreement("1974", "1975")],
    [
      "a disagreement with one side",
      { disagreements: [{ about: "x", sides: [{ value: "1974", citations: [1] }] }] },
    ],
    [
      "a closest passage beside an answer",
      { abstention: { reason: "", missingTerms: [], closest: "cited" } },
    ],
  ])("is not intact with %s", async (_, change) => {
    const made = await answer();
    const forged: Record<string, unknown> = { ...made, ...change };
    if ("abstention" in change) forged.abstention = { reason: "", missingTerms: [], closest: made.citations };
    expect((await verifyIn(sources, forged)).intact).toBe(false);
  });

  it("lets statements of a model through the gate they were made by, and no others", async () => {
    const made = { ...(await answer()), mode: "generative", model: "scripted:model" };
    const said = async (text: string) =>
      (await verifyIn(sources, { ...made, statements: [{ text, citations: [1] }] })).statements[0]?.status;
    expect(await said("The pier was not closed in 1974.")).toBe("intact");
    expect(await said("The pier was closed in 1974.")).toBe("forged");
    expect(await said("The pier was not closed in 1975.")).toBe("forged");
  });

  it("compares closest passages like citations", async () => {
    const citation = await citationOf(quote);
    const abstained = (closest: unknown) => ({
      status: "abstained",
      citations: [],
      statements: [],
      abstention: { closest },
    });
    expect((await verifyIn(sources, abstained([citation]))).intact).toBe(true);
    const report = await verifyIn(sources, abstained([{ ...citation, line: 8, endLine: 8 }]));
    expect([report.intact, report.closest[0]?.status]).toEqual([false, "forged"]);
  });

  it.each([
    ["null", null],
    ["a number", 7],
    ["a string", "answer"],
    ["no citations", { status: "answered" }],
    ["an error of a batch", { id: 3, error: { message: "x" } }],
    ["a citation that is none", { citations: ["x"] }],
    ["no source", "source"],
    ["no quote", "quote"],
    ["an offset that is no number", "text"],
    ["a negative offset", "negative"],
    ["a broken offset", "broken"],
    ["an end before its start", "backwards"],
    ["statements that are no list", { citations: [], statements: { length: 3 } }],
    ["a statement that is none", { citations: [], statements: [null] }],
    ["a citation by name", { citations: [], statements: [{ text: "x", citations: ["one"] }] }],
    ["a disagreement that is none", { citations: [], disagreements: [7] }],
    ["more citations than are compared", { citations: Array.from({ length: 3_000 }, () => ({})) }],
  ])("is a user's error: %s", async (_, given) => {
    const citation = await citationOf(quote);
    const broken: Record<string, unknown> = {
      source: [{ ...citation, source: undefined }],
      quote: [{ ...citation, quote: "  " }],
      text: [{ ...citation, start: "12" }],
      negative: [{ ...citation, start: -1 }],
      broken: [{ ...citation, end: 1.5 }],
      backwards: [{ ...citation, start: 9, end: 3 }],
    };
    const answer = typeof given === "string" ? (broken[given] ?? given) : given;
    await expect(verifyIn(sources, answer)).rejects.toThrow(UserError);
  });

  it("is data, whatever its fields are called", async () => {
    const text = JSON.stringify(await answer()).replace(
      '"question"',
      '"__proto__":{"status":"x"},"constructor":1,"question"',
    );
    expect((await verifyIn(sources, JSON.parse(text))).intact).toBe(true);
    const deep = JSON.parse(
      `{"citations":[],"statements":[],"status":"abstained","x":${"[".repeat(50_000)}${"]".repeat(50_000)}}`,
    );
    expect((await verifyIn(sources, deep)).intact).toBe(true);
  });

  it("repeats no hostile value whole", async () => {
    const line = JSON.parse(`${"[".repeat(50_000)}${"]".repeat(50_000)}`);
    const report = await verifyIn(sources, [
      { ...(await citationOf(quote)), line, section: "x".repeat(100_000) },
    ]);
    expect(report.citations[0]?.status).toBe("forged");
    expect(JSON.stringify(report).length).toBeLessThan(5_000);
  });

  it("is re-checked though its range lies outside today's text", async () => {
    const citation = await citationOf(quote);
    const { citations } = await verifyIn(sources, [
      { ...citation, start: 90_000, end: 90_000 + quote.length },
    ]);
    expect(citations[0]?.status).toBe("moved");
  });
});

function disagreement(...values: string[]) {
  return { disagreements: [{ about: "closing", sides: values.map((value) => ({ value, citations: [1] })) }] };
}
