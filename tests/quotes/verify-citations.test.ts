import { describe, expect, it } from "vitest";
import { type Source, sliceRange } from "../../src/corpus/source.ts";
import { UserError } from "../../src/errors.ts";
import { createQuoteChecker } from "../../src/quotes/quote-checker.ts";
import { verifyCitations } from "../../src/quotes/verify-citations.ts";
import { makeSource } from "../doubles/make-source.ts";

const TEXT = `The pier stood for a hundred years. It was not closed in 1974, though the council may have wished it.

Every evening the keeper counted the boats. Every evening the keeper counted the boats. Nobody asked him why he did.
`;

function citationOf(quote: string, text = TEXT, from = 0) {
  const start = text.indexOf(quote, from);
  const end = start + quote.length;
  return {
    n: 1,
    id: "notes:1.1",
    source: { id: "notes", file: "notes.md" },
    quote,
    start,
    end,
    prefix: text.slice(Math.max(0, start - 32), start),
    suffix: text.slice(end, end + 32),
  };
}

function verify(citation: unknown, ...texts: string[]) {
  const sources: Source[] = texts.map((text, at) =>
    makeSource(text, at === 0 ? {} : { id: `other${at}`, file: `other${at}.md` }),
  );
  const [verified] = verifyCitations(createQuoteChecker(sources), { citations: [citation] });
  if (verified === undefined) throw new Error("nothing verified");
  return {
    ...verified,
    shown: verified.place && sliceRange(verified.place.source.text, verified.place.range),
  };
}

describe("an earlier citation", () => {
  const quote = "It was not closed in 1974";

  it("is intact while its range holds its quote", () => {
    expect(verify(citationOf(quote), TEXT)).toMatchObject({
      status: "intact",
      shown: quote,
      diff: [],
      flags: [],
    });
  });

  it("is moved when text was put in before it", () => {
    const now = `A new first line.\n\n${TEXT}`;
    const { status, shown, place } = verify(citationOf(quote), now);
    expect([status, shown, place?.range.start]).toEqual(["moved", quote, now.indexOf(quote)]);
  });

  it("is told from its twin by what stood around it", () => {
    const twin = "Every evening the keeper counted the boats.";
    const second = TEXT.lastIndexOf(twin);
    const now = `A new first line.\n\n${TEXT}`;
    expect(verify(citationOf(twin, TEXT, second), now).place?.range.start).toBe(now.lastIndexOf(twin));
    expect(verify(citationOf(twin), now).place?.range.start).toBe(now.indexOf(twin));
  });

  it("is moved when another source has it now", () => {
    const { status, place, note } = verify(citationOf(quote), "Something else.", TEXT);
    expect([status, place?.source.id]).toEqual(["moved", "other1"]);
    expect(note).toContain("other1");
  });

  it("is moved when only its lines were wrapped anew", () => {
    const { status, shown, note } = verify(citationOf(quote), TEXT.replace("not closed", "not\nclosed"));
    expect([status, shown]).toEqual(["moved", "It was not\nclosed in 1974"]);
    expect(note).toContain("words are the same");
  });

  it("is changed when a word of it is another one, and a diff shows which", () => {
    const { status, shown, diff, flags } = verify(citationOf(quote), TEXT.replace("1974", "1975"));
    expect([status, shown, flags]).toEqual(["changed", "It was not closed in 1975", ["number"]]);
    expect(diff.filter(({ op }) => op !== "equal")).toEqual([
      { op: "delete", text: "1975" },
      { op: "insert", text: "1974" },
    ]);
  });

  it("is changed when its neighbours stand around other words", () => {
    const { status, shown } = verify(
      citationOf("Nobody asked him why he did.", `${TEXT}The end of the story came in autumn.`),
      `${TEXT.replace("Nobody asked him why he did.", "A stranger laughed at this.")}The end of the story came in autumn.`,
    );
    expect([status, shown]).toEqual(["changed", "A stranger laughed at this."]);
  });

  it("is gone when nothing close is left", () => {
    expect(verify(citationOf(quote), "Copper merchants trade salt.")).toMatchObject({
      status: "gone",
      place: null,
    });
    expect(
      verify({ ...citationOf(quote), source: { id: "lost" } }, "Copper merchants trade salt.").note,
    ).toContain("lost");
  });

  it("is known by its file when its source has another id now", () => {
    const sources = [makeSource(TEXT, { id: "notes-2" })];
    const [verified] = verifyCitations(createQuoteChecker(sources), [citationOf(quote)]);
    expect(verified).toMatchObject({ status: "intact", place: { source: { id: "notes-2" } } });
  });
});

describe("an earlier answer", () => {
  const checker = createQuoteChecker([makeSource(TEXT)]);
  const citation = citationOf("It was not closed in 1974");

  it.each([
    ["an answer", { status: "answered", citations: [citation, citation] }, 2],
    ["an answer that abstained", { status: "abstained", citations: [] }, 0],
    ["a quote check", { verdict: "exact", matches: [citation] }, 1],
    ["a list of citations", [citation], 1],
    ["one citation", citation, 1],
    ["a citation in its place", { citation, lines: [] }, 1],
    ["a source given as an id", [{ ...citation, source: "notes" }], 1],
  ])("is read as %s", (_, answer, count) => {
    const verified = verifyCitations(checker, answer);
    expect(verified.map(({ status }) => status)).toEqual(Array.from({ length: count }, () => "intact"));
  });

  it.each([
    ["null", null],
    ["a number", 7],
    ["a string", "answer"],
    ["no citations", { status: "answered" }],
    ["a citation that is none", { citations: ["x"] }],
    ["no source", [{ ...citation, source: undefined }]],
    ["no quote", [{ ...citation, quote: "  " }]],
    ["an offset that is no number", [{ ...citation, start: "12" }]],
    ["a negative offset", [{ ...citation, start: -1 }]],
    ["a broken offset", [{ ...citation, end: 1.5 }]],
    ["an end before its start", [{ ...citation, start: 9, end: 3 }]],
  ])("is a user's error: %s", (_, answer) => {
    expect(() => verifyCitations(checker, answer)).toThrow(UserError);
  });

  it("is re-checked though its range lies outside today's text", () => {
    const [verified] = verifyCitations(checker, [{ ...citation, start: 90_000, end: 90_025 }]);
    expect(verified?.status).toBe("moved");
  });
});
