/** Texts and names that would take over a terminal, hide words or mislead the eye. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeFolder, type Outcome, runFootnote } from "../doubles/run-footnote.ts";
import { expectHarmless, firstQuote, linesOf } from "./expectations.ts";

const TEXT = `---
title: "Evil \\e]0;owned\\a \\x9b31m \\u202E title"
author: "A \\e[31mred\\e[0m"
date: "2020\\e[2J"
---
The kettle of \u001b[31;1mMarta\u001b[0m is copper.

\u001b]8;;https://evil.example\u001b\\The saddle\u001b]8;;\u001b\\ was sold in 1902.

\u001b]52;c;ZWNobw==\u0007The clipboard of Nadia is oak. \u009b2J\u009d0;title\u009c

\u001b]0;owned\u0007The window title belongs to Pavel.\r overwritten\b\b\b

The rope\u202e desrever \u202cof Quentin is hemp. \u2066isolated\u2069

The cro\u200bcod\u200cile of R\u00adosa is gre\u2060en and s\ufeffm\u200ba\u202ell.

The \u0440\u0430\u0443\u0440\u0430l account of Stanley belongs to Orfeo.

Tag \u{e0041}\u{e0042} characters mark the wagon of Theodora.
`;
const LINK = `---
title: Link
url: "https://example.org/\\e]52;c;ZWNobw==\\a"
---
The bell of Ulrich is tin.
`;
const NAMES: Readonly<Record<string, string>> = {
  "\u001b[31mred.md": "Viktor",
  "new\nline.md": "Wanda",
  "quo\"te's `rm -rf`$(x).md": "Xenia",
  "\u202etxt.md": "Zelda",
  "😀🦊.md": "Anton",
  "ملف.md": "Boris",
  [`${"a".repeat(252)}.md`]: "Carla",
  " .md": "Lotte",
  "-rf.md": "Moritz",
  "__proto__.md": "Nils",
  "constructor.md": "Olga",
  "Case.md": "Denis",
  "case.md": "Egon",
  "caf\u00e9.md": "Frida",
  "cafe\u0301.md": "Gunnar",
  "paypal.md": "Ingrid",
  "p\u0430ypal.md": "Hedwig",
};
const folder = makeFolder();
const corpus = join(folder.path, "corpus");
afterAll(folder.remove);
mkdirSync(corpus);
writeFileSync(join(corpus, "text.md"), TEXT);
writeFileSync(join(corpus, "link.md"), LINK);
writeFileSync(join(corpus, "..hidden.md"), "Nobody reads this.\n");
for (const [name, person] of Object.entries(NAMES))
  writeFileSync(join(corpus, name), `The file of ${person} tells of plums for ${person}.\n`);

const run = (words: string[], input = "", env = {}): Promise<Outcome> =>
  runFootnote(words, { cwd: folder.path, input, env });
const askAll = async (questions: readonly string[]) =>
  linesOf(await run(["ask", "--batch", "-"], questions.join("\n")));

describe("texts that would take over a terminal", () => {
  const questions: Readonly<Record<string, string>> = {
    "What is the kettle of Marta?": "\u001b[31;1mMarta\u001b[0m",
    "When was the saddle sold?": "\u001b]8;;https://evil.example",
    "What is the clipboard of Nadia?": "\u009b2J",
    "To whom does the window title belong?": "\r overwritten\b\b\b",
    "What is the rope of Quentin?": "\u202e desrever \u202c",
    "Is the crocodile of Rosa small?":
      "cro\u200bcod\u200cile of R\u00adosa is gre\u2060en and s\ufeffm\u200ba\u202ell",
    "To whom does the paypal account of Stanley belong?": "\u0440\u0430\u0443\u0440\u0430l",
    "What marks the wagon of Theodora?": "\u{e0041}",
  };

  it("are found by their words, and quoted with every character of the file", async () => {
    const answers = await askAll(Object.keys(questions));
    Object.values(questions).forEach((kept, at) => {
      expect(firstQuote(answers[at], corpus).quote).toContain(kept);
    });
  });

  it("are shown with signs in the place of what a terminal obeys", async () => {
    const shown = await Promise.all([
      ...Object.keys(questions)
        .slice(2, 5)
        .map((question) => run(["ask", question])),
      run(["cite", "text:3.1", "--context", "9"]),
      run(["find", "The clipboard of Nadia is oak."]),
      run(["sources"]),
      run(["chat"], "What is the rope of Quentin?\n/cite 1\n/find hemp\n/sources\n"),
    ]);
    for (const outcome of shown) {
      expectHarmless(outcome);
      expect(outcome.code).toBe(0);
    }
    expect(shown[0]?.out).toContain("␛]52;c;ZWNobw==␇");
    const json = await run(["ask", "What is the clipboard of Nadia?", "--json"]);
    expectHarmless(json);
    expect(firstQuote(linesOf(json)[0], corpus).quote).toContain("\u009b2J");
  });

  it("cannot hide a command in the address of a source, also where a terminal knows links", async () => {
    const links = { FORCE_COLOR: "1", FORCE_HYPERLINK: "1" };
    const { out } = await run(["ask", "What is the bell of Ulrich?"], "", links);
    expect(out).toContain("tin");
    expect(out).toContain("\u001b]8;;");
    expect(out).not.toContain("]52;");
    expect(firstQuote((await askAll(["What is the bell of Ulrich?"]))[0], corpus)).toMatchObject({
      link: null,
      source: { url: null },
    });
  });

  it("are listed by the doctor, with what stands escaped in their front matter", async () => {
    const outcome = await run(["doctor", "--sources"]);
    expectHarmless(outcome);
    for (const said of [
      "text.md:6: control characters",
      "text.md:15: characters that turn the direction",
      "text.md:17: characters that cannot be seen",
      "text.md:19: words that mix letters",
      "text.md: its title, author or date has characters",
    ])
      expect(outcome.out).toContain(said);
  });
});

describe("names that mislead", () => {
  it("each have an id of their own that can be asked for, and lead to their own file", async () => {
    const people = Object.entries(NAMES);
    const answers = await askAll(people.map(([, person]) => `Of what does the file of ${person} tell?`));
    const cited = answers.map((answer) => firstQuote(answer, corpus));
    expect(cited.map(({ source }) => source.file)).toEqual(people.map(([name]) => name));
    expect(new Set(cited.map(({ id }) => id)).size).toBe(people.length);
    for (const { id } of cited) expect(id).toMatch(/^[\p{L}\p{N}\p{M}-]{1,90}:\d+\.\d+$/u);
    const again = await Promise.all(cited.slice(0, 4).map(({ id }) => run(["cite", id])));
    expect(again.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  });

  it("are listed by the doctor", async () => {
    const { out } = await run(["doctor", "--sources", "--json"]);
    const listed = JSON.parse(out).map(({ about }: { about: string }) => about);
    expect(listed).toEqual(expect.arrayContaining(Object.keys(NAMES).slice(0, 4)));
    for (const said of ["takes for its own", "cannot be seen", "more than 200 bytes", "looks like that of"])
      expect(out).toContain(said);
    expect(out).toMatch(/"-rf\.md","state":"remark"/);
    expect(out).toMatch(/" \.md","state":"remark"/);
    expect(out).toMatch(/"\.\.hidden\.md","state":"remark"/);
  });
});
