import type { ChildProcess } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeFolder, runFootnote } from "../doubles/run-footnote.ts";

const log = "The council may close the old bridge in 2031. It has not decided when the work begins.\n";
const folder = makeFolder({
  "corpus/council.md": log,
  "corpus/other.txt": "The old bridge is made of iron and oak.",
});
const run = (words: string[], extra = {}) => runFootnote(words, { cwd: folder.path, ...extra });

afterAll(folder.remove);

describe("footnote find", () => {
  it.each([
    ["The council may close the old bridge in 2031.", "exact", 0],
    ["“the council may close the old bridge in 2031”", "typographic", 0],
    ["The council may close … bridge in 2031", "elided", 0],
    ["[The council] has not decided when the work [on the bridge] begins", "bracketed", 0],
    ["It has not decided when the [repair] work begins", "altered", 1],
    ["The council may close the old bridge in 2032.", "altered", 1],
    ["The council will close the old bridge in 2031.", "altered", 1],
    ["Ships of glass sailed over the marble sea", "absent", 1],
  ])("says of %j: %s", async (quote, verdict, exit) => {
    const { code, out } = await run(["find", "--json", quote]);
    expect(JSON.parse(out)).toMatchObject({ claimed: quote, verdict, faithful: exit === 0 });
    expect(code).toBe(exit);
  });

  it("shows what differs in signs that need no colour, and where it stands", async () => {
    const { out } = await run(["find", "The council may close the old bridge in 2032."]);
    expect(out).toContain("No (altered)");
    expect(out).toContain("[-2031-]{+2032+}");
    expect(out).toContain("council.md:1 · council:1.1");
  });

  it("knows a real quote under another source's name", async () => {
    const words = ["find", "--json", "--source", "other", "The council may close the old bridge in 2031."];
    expect(JSON.parse((await run(words)).out)).toMatchObject({ verdict: "misattributed", faithful: false });
  });

  it("checks a claim a line and carries ids over", async () => {
    const input = `{"id":1,"quote":"The old bridge is made of iron and oak."}\n{"id":"two","quote":""}\n`;
    const { code, out } = await run(["find", "--batch", "-"], { input });
    const [one, two] = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(one).toMatchObject({ id: 1, verdict: "exact", matches: [{ id: "other:1.1" }] });
    expect(two).toMatchObject({ id: "two", error: { hint: expect.any(String) } });
    expect(code).toBe(2);
  });

  it("checks every quotation of a text", async () => {
    const input =
      "They “may close the old bridge in 2031” but «the old bridge is made of glass and straw» is wrong.";
    const { code, out } = await run(["find", "--text", "-"], { input });
    expect(out).toMatch(/^exact +may close the old bridge in 2031 · council:1\.1$/m);
    expect(out).toMatch(/^(altered|absent|stitched) +the old bridge is made of glass/m);
    expect(out).toContain("1 of 2 quotations are faithful.");
    expect(code).toBe(1);
  });

  it("tells each quotation as it is checked, and is stopped between two", async () => {
    let told = 0;
    const { code, out, err } = await run(["find", "--text", "-"], {
      input: "“The old bridge is made of iron” ".repeat(20_000),
      onStart: (child: ChildProcess) =>
        child.stdout?.on("data", () => {
          told += 1;
          if (told === 1) child.kill("SIGINT");
        }),
    });
    expect(out).toMatch(/^exact /);
    expect(out).not.toContain("quotations are faithful");
    expect([code, err]).toEqual([130, "Stopped.\n"]);
  });

  it("says where each quotation stands in the text as it is: line ends count", async () => {
    const text = "\ufeffThey\r\nsay\r\n“may close the old bridge in 2031”.\r\n";
    const { out } = await run(["find", "--text", "-", "--json"], { input: text });
    const { start, end } = JSON.parse(out).range;
    expect(text.slice(1).slice(start, end)).toBe("may close the old bridge in 2031");
  });

  it("takes the source that is named for all claims and quotations that name none", async () => {
    const claim = "The council may close the old bridge in 2031.";
    const input = `{"quote":"${claim}"}\n{"quote":"${claim}","source":"council"}\n`;
    const { out } = await run(["find", "--batch", "-", "--source", "other"], { input });
    expect(out.match(/"verdict":"\w+"/g)).toEqual(['"verdict":"misattributed"', '"verdict":"exact"']);
    const text = await run(["find", "--text", "-", "--source", "other"], { input: `“${claim}”` });
    expect(text.out).toMatch(/^misattributed/);
  });

  it("reads claims line by line, whatever a line separator stands in them", async () => {
    const { out, code } = await run(["find", "--batch", "-"], {
      input: `{"id":1,"quote":"The council may\u2028close the old bridge in 2031."}\r\n\r\nold bridge`,
    });
    const rows = out.trim().split("\n");
    expect(rows.map((row) => JSON.parse(row).verdict)).toEqual(["typographic", "exact"]);
    expect(code).toBe(0);
  });

  it.each(["nowhere.jsonl", "corpus"])("says that the file %s cannot be read", async (file) => {
    for (const option of ["--batch", "--text"]) {
      const { code, err } = await run(["find", option, file]);
      expect(code).toBe(2);
      expect(err).toMatch(/^error: The file .+ cannot be read\.\nhint: .+\n$/);
    }
  });

  it.each([[""], ["   "]])("says that there is nothing to check in %j", async (quote) => {
    const { code, err } = await run(["find", quote]);
    expect(code).toBe(2);
    expect(err).toMatch(/^error: .+\nhint: .+\n$/);
  });

  it.each([
    ["only marks", "!!! ???"],
    ["a regular expression", "^(a+)+$"],
    ["terminal escapes", "\u001b[2Jbridge"],
    ["another script", "Мост закрыт"],
    ["one word", "bridge"],
    ["thousands of words", "x ".repeat(4_000)],
  ])("copes with %s", async (_, quote) => {
    const { code, out, err } = await run(["find", quote]);
    expect(out + err).not.toContain("\u001b");
    expect([0, 1, 2]).toContain(code);
    if (code === 2) expect(err).toMatch(/^error: .+\nhint: .+\n$/);
  });
});

describe("footnote verify", () => {
  it("tells intact, moved, changed and gone apart", async () => {
    const place = makeFolder({ "corpus/a.md": "Ann Lee wrote nine letters to the mayor in May.\n" });
    const at = { cwd: place.path };
    const answer = (await runFootnote(["ask", "--json", "How many letters did Ann Lee write?"], at)).out;
    const verify = async (text: string) => {
      writeFileSync(join(place.path, "corpus/a.md"), text);
      const { code, out } = await runFootnote(["verify", "--json", "-"], { ...at, input: answer });
      return [JSON.parse(out).citations[0].status, code];
    };
    expect(await verify("Ann Lee wrote nine letters to the mayor in May.\n")).toEqual(["intact", 0]);
    expect(await verify("A new start.\n\nAnn Lee wrote nine letters to the mayor in May.\n")).toEqual([
      "moved",
      1,
    ]);
    expect(await verify("Ann Lee wrote ten letters to the mayor in May.\n")).toEqual(["changed", 1]);
    expect(await verify("Nothing of it is left in this file at all.\n")).toEqual(["gone", 1]);
    place.remove();
  });

  it("says what was forged, and compares an answer a line", async () => {
    const place = makeFolder({ "corpus/a.md": "Ann Lee wrote nine letters to the mayor in May.\n" });
    const at = { cwd: place.path };
    const answer = (await runFootnote(["ask", "--json", "How many letters did Ann Lee write?"], at)).out;
    const forged = answer.replace('"line":1', '"line":7').replace('"endLine":1', '"endLine":7');
    const one = await runFootnote(["verify", "-"], { ...at, input: forged });
    expect(one.out).toMatch(/^forged · a:1\.1/m);
    expect(one.out).toContain("line: it says 7, the file 1");
    expect(one.code).toBe(1);
    const input = `${answer.trim()}\n\n{"id":"x","error":{"message":"no"}}\n${forged.trim()}\n`;
    const many = await runFootnote(["verify", "--json", "-"], { ...at, input });
    const rows = many.out
      .trim()
      .split("\n")
      .map((row) => JSON.parse(row));
    expect(rows.map(({ intact, error }) => intact ?? error.hint)).toEqual([true, expect.any(String), false]);
    expect([rows[1].id, rows[1].line, many.code]).toEqual(["x", 3, 2]);
    place.remove();
  });

  it.each(["no json", '{"citations":3}', '{"citations":[{"quote":7}]}', "null"])(
    "says what is wrong with %j",
    async (input) => {
      const { code, err } = await run(["verify", "-"], { input });
      expect(code).toBe(2);
      expect(err).toMatch(/^error: .+\nhint: .+\n$/);
    },
  );
});
