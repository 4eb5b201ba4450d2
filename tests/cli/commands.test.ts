import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { makeFolder, runFootnote } from "../doubles/run-footnote.ts";

const report = `# Harbour report

The harbour froze in January 1963. Ice held 14 ships.

It thawed in March.

- Pilots: 12
- Tugs: 3
`;
const folder = makeFolder({
  "corpus/harbour.md": report,
  "corpus/b/tide tables.txt": "High water stood at noon.",
});
const run = (words: string[], extra = {}) => runFootnote(words, { cwd: folder.path, ...extra });

afterAll(folder.remove);

describe("footnote cite", () => {
  it("shows the quote in its place, with line numbers and marks that need no colour", async () => {
    const { code, out } = await run(["cite", "harbour:2.2"]);
    expect(code).toBe(0);
    expect(out).toContain("> 3 │ The harbour froze in January 1963. ⟦Ice held 14 ships.⟧");
    expect(out).toContain("  5 │ It thawed in March.");
    expect(out).not.toContain("Pilots");
  });

  it("links to the file, also where it is the whole corpus, and to none that is not there", async () => {
    const env = { FORCE_COLOR: "1", FORCE_HYPERLINK: "1" };
    const path = join(folder.path, "corpus/harbour.md");
    const link = `\u001b]8;;${pathToFileURL(path).href}\u0007`;
    expect((await run(["cite", "harbour:2.2"], { env })).out).toContain(link);
    expect((await run(["cite", "harbour:2.2", "--corpus", path], { env })).out).toContain(link);
    expect((await run(["cite", "harbour:2.2", "--corpus", "corpus/harbour.md"], { env })).out).toContain(
      link,
    );
  });

  it("shows as many paragraphs around it as asked for", async () => {
    expect((await run(["cite", "harbour:2.2", "--context", "0"])).out).not.toContain("thawed");
    expect((await run(["cite", "harbour:2.2", "--context", "2"])).out).toContain("Pilots: 12");
  });

  it("prints the citation and its lines as JSON", async () => {
    const { out } = await run(["cite", "--json", "harbour:4.1-2"]);
    expect(JSON.parse(out)).toMatchObject({
      citation: { id: "harbour:4.1-2", quote: "Pilots: 12\n- Tugs: 3", line: 7, endLine: 8, paragraph: 4 },
    });
  });

  it.each(["harbour:2.2", "HARBOUR:2.2", " [harbour:2.2] ", "harbour: 2.1–2"])(
    "reads %j as people type it",
    async (id) => {
      expect((await run(["cite", id])).code).toBe(0);
    },
  );

  it.each([
    ["harbor:2.2", /Did you mean harbour/],
    ["harbour:99.1", /paragraphs 1 to 4/],
    ["harbour:2.9", /harbour:2\.1-2/],
    ["harbour", /harbour:14\.2|baku-paradox:14\.2/],
    ["../../etc/passwd:1.1", /footnote sources/],
    ["harbour:0.0", /citation id names/],
  ])("says what to do about %s", async (id, hint) => {
    const { code, err } = await run(["cite", id]);
    expect(code).toBe(2);
    expect(err).toMatch(/^error: .+\nhint: .+\n$/);
    expect(err).toMatch(hint);
  });
});

describe("footnote sources", () => {
  it("lists every source with its counts, for people and for programs", async () => {
    const { out } = await run(["sources"]);
    expect(out.split("\n")).toHaveLength(4);
    expect(out).toMatch(/harbour\s+Harbour report\s+–\s+4\s+6\s+20\s+harbour\.md/);
    const rows = JSON.parse((await run(["sources", "--json"])).out);
    expect(rows.map(({ id, file }: { id: string; file: string }) => [id, file])).toEqual([
      ["b-tide-tables", "b/tide tables.txt"],
      ["harbour", "harbour.md"],
    ]);
  });
});

describe("footnote index", () => {
  it("says what is new, changed, removed, unchanged and skipped, and why", async () => {
    const place = makeFolder({
      "corpus/a.md": "One.",
      "corpus/b.md": "Two.",
      "corpus/c.md": "Three.",
      "corpus/x.bin": "\0",
    });
    const index = async () => JSON.parse((await runFootnote(["index", "--json"], { cwd: place.path })).out);
    expect(await index()).toMatchObject({ new: ["a.md", "b.md", "c.md"], skipped: [{ file: "x.bin" }] });
    writeFileSync(join(place.path, "corpus/b.md"), "Two and a half.");
    writeFileSync(join(place.path, "corpus/c.md"), "");
    writeFileSync(join(place.path, "corpus/d.md"), "Four.");
    const report = await index();
    expect(report).toMatchObject({
      new: ["d.md"],
      changed: ["b.md"],
      removed: ["c.md"],
      unchanged: ["a.md"],
    });
    expect(report.skipped.map(({ file }: { file: string }) => file).sort()).toEqual(["c.md", "x.bin"]);
    place.remove();
  });

  it("answers from a file as it is now, without being told", async () => {
    const place = makeFolder({ "corpus/a.md": "The mayor is Ada Byron." });
    const ask = () => runFootnote(["ask", "Who is the mayor?"], { cwd: place.path });
    expect((await ask()).out).toContain("Ada Byron");
    writeFileSync(join(place.path, "corpus/a.md"), "The mayor is Grace Hopper.");
    expect((await ask()).out).toContain("Grace Hopper");
    place.remove();
  });

  it("goes on with --watch until it is interrupted", async () => {
    const place = makeFolder({ "corpus/a.md": "One." });
    const { out, code } = await runFootnote(["index", "--watch", "--json"], {
      cwd: place.path,
      onStart: (child) => {
        let lines = 0;
        child.stdout?.on("data", () => {
          lines += 1;
          if (lines === 1) writeFileSync(join(place.path, "corpus/b.md"), "Two.");
          else child.kill("SIGINT");
        });
      },
    });
    const [first, second] = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(first.new).toEqual(["a.md"]);
    expect(second.new).toEqual(["b.md"]);
    expect(code).toBe(0);
    place.remove();
  });
});

describe("footnote doctor", () => {
  it("finds nothing at fault where all is well, and names what is not", async () => {
    const { code, out } = await run(["doctor"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^ok {4}Node: /m);
    expect(out).toMatch(/^ok {4}corpus: 2 sources/m);
    const missing = await run(["doctor", "--json", "--corpus", "nowhere"]);
    expect(missing.code).toBe(1);
    expect(JSON.parse(missing.out)).toContainEqual(
      expect.objectContaining({ about: "corpus", state: "fault" }),
    );
  });
});

describe("every command", () => {
  it.each([[["--help"]], [["ask", "--help"]], [["--version"]]])("explains itself with %j", async (words) => {
    const { code, out } = await run(words);
    expect(code).toBe(0);
    expect(out).not.toBe("");
  });

  it("explains itself and exits with 2 when no command is given", async () => {
    const { code, out, err } = await run([]);
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toMatch(/^Usage: footnote /);
  });

  it.each([
    [["help", "nothing"], "There is no command “nothing”."],
    [["chat", "more"], "Too many arguments for 'chat'. Expected 0 arguments but got 1."],
    [["ask", "--batch", "-", "Who?"], "--batch takes what it works on from its file alone."],
    [["find", "--text", "-", "words"], "--text takes what it works on from its file alone."],
    [["find", "--text", "-", "--batch", "-"], "--text takes what it works on from its file alone."],
    [["sources", "--index", "sqlite://me:hidden@host/x"], "--index holds no address of a database that"],
    [["sources", "--corpus", "nowhere"], 'There is no file or folder "nowhere".'],
  ])("says in a sentence what is wrong with %j", async (words, sentence) => {
    const { code, out, err } = await run(words);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^error: .+[^.]\.\nhint: .+[^.]\.\n$/);
    expect(err).toContain(`error: ${sentence}`);
    expect(err).not.toContain("hidden");
  });

  it.skipIf(process.getuid?.() === 0)(
    "says so when the corpus may not be read (not as root, who may)",
    async () => {
      const place = makeFolder();
      mkdirSync(join(place.path, "corpus"));
      chmodSync(join(place.path, "corpus"), 0o000);
      const { code, err } = await runFootnote(["sources"], { cwd: place.path });
      expect(code).toBe(2);
      expect(err).toMatch(/^error: .+\nhint: .+\n$/);
      place.remove();
    },
  );

  it("says so when the corpus holds no text", async () => {
    const place = makeFolder({ "corpus/x.bin": "\0" });
    const { code, err } = await runFootnote(["ask", "Who?"], { cwd: place.path });
    expect(code).toBe(2);
    expect(err).toMatch(/^error: .+\nhint: .+\n$/);
    place.remove();
  });
});

describe("the texts that ship", () => {
  it("are named where they are read for want of others, and not where they were asked for", async () => {
    const elsewhere = makeFolder({ "notes.txt": "Nothing to read here." });
    const shipped = resolve("corpus");
    const unnamed = await run(["sources", "--json"], { cwd: elsewhere.path });
    expect(unnamed.err).toContain(`the texts that ship with Footnote, in ${shipped}`);
    const named = await run(["sources", "--json", "--corpus", shipped], { cwd: elsewhere.path });
    expect(named.out).toBe(unnamed.out);
    expect(named.err).not.toContain("ship with Footnote");
    elsewhere.remove();
  });
});
