import { afterAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/answers/answer.ts";
import { makeFolder, runFootnote } from "../doubles/run-footnote.ts";

const mill = `# The mill

The mill sold 400 sacks of flour in 1921. The mill sold 650 sacks of flour in 1922.

Clara Voss owned the mill. Clara Voss died in 1930.
`;
const folder = makeFolder({ "corpus/mill.md": mill });
const chat = (input: string, words: string[] = ["--json"]) =>
  runFootnote(["chat", ...words], { cwd: folder.path, input });
const answers = (out: string) =>
  out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Answer);

afterAll(folder.remove);

describe("footnote chat --json", () => {
  it("answers a question a line and completes what leans on the question before", async () => {
    const { code, out } = await chat("How much flour did the mill sell in 1921?\nand in 1922?\n");
    const [first, second] = answers(out);
    expect(code).toBe(0);
    expect(first).toMatchObject({ standaloneQuestion: null, status: "answered" });
    expect(first?.citations[0]?.quote).toContain("400 sacks");
    expect(second).toMatchObject({
      question: "and in 1922?",
      standaloneQuestion: "How much flour did the mill sell in 1922?",
    });
    expect(second?.citations[0]?.quote).toContain("650 sacks");
  });

  it("puts a person's name in the place of a pronoun", async () => {
    const { out } = await chat("Who owned the mill?\nWhen did she die?\n");
    expect(answers(out)[1]).toMatchObject({ standaloneQuestion: "When did Clara Voss die?" });
  });

  it("forgets with /new, ends with /quit, and goes on after a fault", async () => {
    const input =
      'Who owned the mill?\n/new\n{"id":3,"question":"and in 1922?"}\n{"id":4}\n/quit\nWho owned the mill?\n';
    const { code, out } = await chat(input);
    const rows = answers(out);
    expect(rows).toHaveLength(3);
    expect(rows[1]).toMatchObject({ id: 3, standaloneQuestion: null });
    expect(rows[2]).toMatchObject({ id: 4, error: { message: "Nothing was asked." } });
    expect(code).toBe(0);
  });
});

describe("footnote chat", () => {
  it("gives help that no terminal need break", async () => {
    const { out } = await chat("/help\n", []);
    expect(out).toContain("/quit");
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("lists the sources it may answer from", async () => {
    const place = makeFolder({ "corpus/mill.md": mill, "corpus/ferry.md": "The ferry sank." });
    const { out } = await runFootnote(["chat", "--source", "ferry"], {
      cwd: place.path,
      input: "/sources\n",
    });
    expect(out).toContain("ferry.md");
    expect(out).not.toContain("mill.md");
    place.remove();
  });

  it("looks nothing up in the sources it may not answer from", async () => {
    const two = makeFolder({
      "corpus/mill.md": mill,
      "corpus/ferry.md": "# The ferry\n\nThe ferry ran daily.\n",
    });
    const { out, err } = await runFootnote(["chat", "--source", "ferry"], {
      cwd: two.path,
      input: "/cite mill:2.1\n/find The mill sold 400 sacks of flour in 1921.\n/find The ferry ran daily.\n",
    });
    two.remove();
    expect(err).toContain("“mill:2.1” is of a source that is not asked here.");
    expect(out).toContain("No (absent)");
    expect(out).toContain("Yes (exact)");
    expect(out).not.toContain("650 sacks");
  });

  it("shows footnotes in their place, the sources and help", async () => {
    const { out } = await chat("Who owned the mill?\n/cite 1\n/cite mill:2.1\n/sources\n/help\n", []);
    expect(out).toContain("⟦Clara Voss owned the mill.⟧");
    expect(out).toContain("⟦The mill sold 400 sacks of flour in 1921.⟧");
    expect(out).toMatch(/mill\s+The mill\s+–/);
    expect(out).toContain("/quit");
  });

  it.each([
    ["/cite 9", /footnote number/],
    ["/cite", /footnote number/],
    ["/cite nowhere:1.1", /footnote sources/],
    ["/dance", /\/help/],
  ])("says what to do about %s and goes on", async (line, hint) => {
    const { code, out, err } = await chat(`${line}\nWho owned the mill?\n`, []);
    expect(err).toMatch(hint);
    expect(out).toContain("Clara Voss");
    expect(code).toBe(0);
  });
});
