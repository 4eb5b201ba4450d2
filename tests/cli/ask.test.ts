import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/answers/answer.ts";
import { makeFolder, runFootnote } from "../doubles/run-footnote.ts";

const lighthouse = `---
title: The Lighthouse Log
date: 1911-04-02
url: https://example.org/log
---

# The Lighthouse Log

The lamp of Stony Point was lit for the first time on 3 March 1894. It was visible for 19 miles.

## The keepers

Agnes Marlowe kept the light for 31 years. She never missed a night.
`;
const ferry = "The ferry to Stony Point sank in 1902. Twelve people were saved by the keeper.\r\n";
const folder = makeFolder({ "corpus/log.md": lighthouse, "corpus/ferry.txt": ferry });
const run = (words: string[], extra = {}) => runFootnote(words, { cwd: folder.path, ...extra });
const text = (file: string) => readFileSync(join(folder.path, "corpus", file), "utf8");

afterAll(folder.remove);

describe("footnote ask", () => {
  it("prints the quote, its title, date, file, line and citation id", async () => {
    const { code, out, err } = await run(["ask", "When was the lamp lit for the first time?"]);
    expect(code).toBe(0);
    expect(out).toContain("> The lamp of Stony Point was lit for the first time on 3 March 1894.");
    expect(out).toMatch(/\[1\] The Lighthouse Log · 1911-04-02/);
    expect(out).toContain("log.md:9 · log:2.1");
    expect(err).toBe("");
    expect(out).not.toContain("\u001b");
  });

  it("prints only JSON with --json, and every quote is its slice", async () => {
    const { code, out } = await run(["ask", "--json", "How many people were saved when the ferry sank?"]);
    const answer = JSON.parse(out) as Answer;
    expect(code).toBe(0);
    expect(answer).toMatchObject({ status: "answered", mode: "extractive", model: null, abstention: null });
    for (const { quote, start, end, prefix, suffix, source } of answer.citations) {
      const whole = text(source.file);
      expect(whole.slice(start, end)).toBe(quote);
      expect(whole.slice(Math.max(0, start - 32), start)).toBe(prefix);
      expect(whole.slice(end, end + 32)).toBe(suffix);
    }
    expect(answer.citations[0]?.quote).toContain("Twelve people were saved");
  });

  it("links to the text of a source that has an address", async () => {
    const { out } = await run(["ask", "--json", "Who kept the light for 31 years?"]);
    const [first] = (JSON.parse(out) as Answer).citations;
    expect(first).toMatchObject({ id: "log:4.1", section: "The keepers" });
    expect(first?.link).toBe(
      "https://example.org/log#:~:text=Agnes%20Marlowe%20kept%20the%20light%20for%2031%20years.",
    );
  });

  it("says that the sources do not say, names the missing word, and exits with 1", async () => {
    const { code, out } = await run(["ask", "What is the capital of Peru?"]);
    expect(code).toBe(1);
    expect(out).toContain("The sources do not say.");
    expect(out).toContain("Peru");
  });

  it("asks only the source that is named", async () => {
    const { out } = await run([
      "ask",
      "--json",
      "--source",
      "ferry",
      "What happened at Stony Point in 1902?",
    ]);
    const ids = (JSON.parse(out) as Answer).citations.map(({ source }) => source.id);
    expect(new Set(ids)).toEqual(new Set(["ferry"]));
  });

  it("gives the same bytes for the same question", async () => {
    const [one, two] = await Promise.all([1, 2].map(() => run(["ask", "What did the keeper do?"])));
    expect(one?.out).toBe(two?.out);
  });

  it("shows no more than --top quotes", async () => {
    const { out } = await run(["ask", "--json", "--top", "1", "What happened at Stony Point?"]);
    expect((JSON.parse(out) as Answer).citations.length).toBeLessThanOrEqual(1);
  });

  it.each([
    [["ask", "--source", "fery", "When?"], /no source “fery”/, /Did you mean ferry\?/],
    [["ask", "--top", "0", "When?"], /--top/, /three quotes/],
    [["ask", "--top", "many", "When?"], /--top/, /three quotes/],
    [["ask"], /Nothing was asked/, /footnote ask/],
    [["ask", "  \n "], /Nothing was asked/, /footnote ask/],
    [["ask", "--corpus", "nowhere", "When?"], /nowhere/, /./],
    [["ask", "--wrong", "When?"], /--wrong/, /footnote ask --help/],
    [["askk", "When?"], /no command “askk”/, /footnote ask/],
    [["ask", "--batch", "missing.txt"], /missing\.txt/, /a question a line/],
    [["ask", "--batch", "corpus"], /cannot be read/, /a question a line/],
  ])("says what is wrong with %j, gives a hint, and exits with 2", async (words, message, hint) => {
    const { code, out, err } = await run(words);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toMatch(/^error: .+\nhint: .+\n$/);
    expect(err).toMatch(message);
    expect(err).toMatch(hint);
  });

  it.each([
    ["only small words", "what is it of the"],
    ["another script", "Сколько людей спасли?"],
    ["no words at all", "?!… 👍"],
    ["a hundred thousand characters", "keeper ".repeat(15_000)],
    ["terminal escapes", "\u001b[2J\u001b]0;owned\u0007 who kept the light"],
  ])("copes with a question of %s", async (_, question) => {
    const { code, out, err } = await run(["ask", question]);
    expect([0, 1]).toContain(code);
    expect(out + err).not.toContain("\u001b");
  });
});

describe("footnote ask --batch", () => {
  it("answers a question a line in input order and carries ids over", async () => {
    const input =
      '{"id":"b","question":"Who kept the light?"}\n\n{"id":7,"question":"What is the capital of Peru?"}\nWhen did the ferry sink?\n';
    const { code, out } = await run(["ask", "--batch", "-"], { input });
    const rows = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Answer & { id?: unknown });
    expect(code).toBe(0);
    expect(rows.map(({ id, status }) => [id, status])).toEqual([
      ["b", "answered"],
      [7, "abstained"],
      [undefined, "answered"],
    ]);
  });

  it("gives a line to each question that cannot be asked, goes on, and exits with 2", async () => {
    const { code, out } = await run(["ask", "--batch", "-"], { input: '{"id":1}\nWho kept the light?' });
    const [first, second] = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(first).toMatchObject({ id: 1, error: { message: "Nothing was asked." } });
    expect(second).toMatchObject({ status: "answered" });
    expect(code).toBe(2);
  });
});

describe("the answering number or date", () => {
  const marked = async (question: string) => {
    const { out } = await run(["ask", "--json", question]);
    return (JSON.parse(out) as Answer).citations.map(({ answerSpan, source }) =>
      answerSpan === null ? null : text(source.file).slice(answerSpan.start, answerSpan.end),
    );
  };

  it("is marked in the first quote where there is exactly one, and nowhere else", async () => {
    expect((await marked("When was the lamp lit for the first time?"))[0]).toBe("3 March 1894");
    expect((await marked("How long did Agnes Marlowe keep the light?"))[0]).toBe("31");
    expect((await marked("Who kept the light for 31 years?"))[0]).toBeNull();
  });

  it("stands out on a terminal", async () => {
    const { out } = await run(["ask", "When was the lamp lit for the first time?"], {
      env: { FORCE_COLOR: "1" },
    });
    expect(out).toContain("\u001b[1m3 March 1894\u001b[22m");
  });
});
