import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCorpus } from "../../src/corpus/read-corpus.ts";
import { UserError } from "../../src/errors.ts";
import { makeFolder } from "./temporary-folder.ts";

const FIXTURES = join(import.meta.dirname, "../fixtures/corpus");

async function summarise(path: string, options?: { maxBytes: number }) {
  const { sources, skipped, warnings } = await readCorpus(path, options);
  return {
    files: sources.map(({ file }) => file),
    skipped: Object.fromEntries(skipped.map(({ file, reason }) => [file, reason])),
    warnings: warnings.map(({ file }) => file),
  };
}

/** The error of a corpus that cannot be read. */
async function failure(path: string): Promise<UserError> {
  const error = await readCorpus(path).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(error instanceof UserError)) throw new Error(`no UserError but ${String(error)}`);
  return error;
}

describe("readCorpus", () => {
  it("reads the folder of examples, and names all it passes over", async () => {
    const { files, skipped, warnings } = await summarise(FIXTURES);
    expect(files).toEqual([
      "caseless scripts.txt",
      "cr-only.txt",
      "crlf-and-bom.md",
      "emoji-table.md",
      "more/deeper/Repeated-Lines.md",
      "repeated lines.txt",
      "wrapped-letter.txt",
      "Çelik köprü.md",
    ]);
    expect(skipped).toEqual({
      ".hidden.md": "hidden file",
      "more/binary.txt": "a binary file",
      "more/chart.csv": "not a .md or .txt file",
      "more/empty.md": "empty",
      "more/front-matter-only.md": "nothing but front matter",
      "more/latin-1.txt": "not valid UTF-8 (line 1): save it as UTF-8",
    });
    expect(warnings).toEqual([]);
  });

  it("says of a source what is known of it", async () => {
    const { sources } = await readCorpus(join(FIXTURES, "crlf-and-bom.md"));
    const bytes = readFileSync(join(FIXTURES, "crlf-and-bom.md"));
    const text = bytes.toString("utf8").slice(1);
    expect(sources).toEqual([
      {
        id: "crlf-and-bom",
        file: "crlf-and-bom.md",
        format: "markdown",
        title: "Harbour log: the winter of 1911",
        author: "Harbour office, Pilot station",
        date: "1911-12-05",
        url: "https://example.org/log",
        text,
        bodyStart: text.indexOf("\r\n# Harbour log"),
        hash: createHash("sha256").update(bytes).digest("hex"),
      },
    ]);
  });

  it("takes the extensions of texts in any case", async () => {
    const folder = makeFolder({
      "a.MD": "A a.",
      "b.Markdown": "B b.",
      "c.TxT": "C c.",
      "d.mdx": "D d.",
      md: "E e.",
    });
    const { sources, skipped } = await readCorpus(folder);
    expect(sources.map(({ file, format }) => [file, format])).toEqual([
      ["a.MD", "markdown"],
      ["b.Markdown", "markdown"],
      ["c.TxT", "text"],
    ]);
    expect(skipped.map(({ file }) => file)).toEqual(["d.mdx", "md"]);
  });

  it("orders files by code points", async () => {
    const names = ["B.md", "a.md", "a/z.md", "a-z.md", "é.md", "\uffee.md", "😀.md"];
    const { files } = await summarise(makeFolder(Object.fromEntries(names.map((name) => [name, "Text."]))));
    expect(files).toEqual(["B.md", "a-z.md", "a.md", "a/z.md", "é.md", "\uffee.md", "😀.md"]);
  });

  it("reads files whatever they are called", async () => {
    const names = [
      "two\nlines.md",
      "'quotes\".md",
      "\u0007bell.md",
      `${"n".repeat(252)}.md`,
      "-rf.md",
      "..md.md",
      "%s$(x).md",
    ];
    const { files, skipped } = await summarise(
      makeFolder(Object.fromEntries(names.map((name) => [name, "Text."]))),
    );
    expect([...files, ...Object.keys(skipped)].sort()).toEqual([...names].sort());
    expect(skipped).toEqual({ "..md.md": "hidden file" });
  });

  it("reads far nested folders", async () => {
    const file = `${"d/".repeat(300)}deep.md`;
    expect((await summarise(makeFolder({ [file]: "Text." }))).files).toEqual([file]);
  });

  it("tells what is no text from what is", async () => {
    const folder = makeFolder({
      "ok.txt": "Fine \u001b[1mcolours\u001b[0m\f and tabs\t.",
      "second-mark.txt": "\ufeff\ufeffText.",
      "utf16.txt": Buffer.from("\ufeffText", "utf16le"),
      "controls.txt": "a\u0001\u0002b",
      "nul.txt": `One NUL${"\0"} in much text. ${"Text. ".repeat(100)}`,
      "cut.txt": Buffer.from("line one\nEnd…", "utf8").subarray(0, -1),
      "surrogate.txt": Buffer.from([0x41, 0xed, 0xa0, 0x80]),
      "pdf.txt": "%PDF-1.4 text",
      "rtf.txt": "{\\rtf1 text}",
      "mark.txt": "\ufeff",
      "rules.md": "* * *\n\n🙂\n",
    });
    const { files, skipped } = await summarise(folder);
    expect(files).toEqual(["ok.txt", "second-mark.txt"]);
    expect(skipped).toEqual({
      "controls.txt": "a binary file",
      "cut.txt": "not valid UTF-8 (line 2): save it as UTF-8",
      "mark.txt": "empty",
      "nul.txt": "a binary file",
      "pdf.txt": "a PDF, not a text file",
      "rtf.txt": "a rich text (RTF) file: save it as plain text",
      "rules.md": "no letter or digit in it",
      "surrogate.txt": "not valid UTF-8 (line 1): save it as UTF-8",
      "utf16.txt": "UTF-16 text: save it as UTF-8",
    });
    const { sources } = await readCorpus(join(folder, "second-mark.txt"));
    expect(sources[0]?.text).toBe("\ufeffText.");
  });

  it("passes over files above the limit, which can be set", async () => {
    const folder = makeFolder({ "large.md": "x".repeat(101), "small.md": "x".repeat(100) });
    expect((await summarise(folder)).files).toEqual(["large.md", "small.md"]);
    expect((await summarise(folder, { maxBytes: 100 })).skipped).toEqual({
      "large.md": "too large: 101 bytes (the limit is 100 bytes)",
    });
  });

  it("reads on with a warning when front matter is broken", async () => {
    const { files, warnings } = await summarise(
      makeFolder({ "a.md": "---\ntitle: a: b\n---\nText.", "b.md": "Text." }),
    );
    expect(files).toEqual(["a.md", "b.md"]);
    expect(warnings).toEqual(["a.md"]);
  });

  it("refuses what is no corpus, and says what to do", async () => {
    const folder = makeFolder({ "a.pdf": "x", "empty/.keep": "", "file.bin": "x" });
    expect(await failure(join(folder, "none"))).toMatchObject({
      message: expect.stringContaining("there is no file or folder"),
    });
    expect(await failure(join(folder, "a.pdf", "b"))).toMatchObject({
      message: expect.stringContaining("there is no file or folder"),
    });
    expect(await failure(join(folder, "file.bin"))).toMatchObject({ hint: expect.stringContaining(".md") });
    expect((await failure(folder)).message).toContain("a.pdf");
    expect((await failure(join(folder, "empty"))).hint).toContain("--corpus");
    expect(await failure("/dev/null")).toMatchObject({ hint: expect.stringContaining(".md") });
  });
});

describe.skipIf(process.platform === "win32")("readCorpus on a Unix file system", () => {
  it("follows links to what it has not read, and names the others", async () => {
    const outside = makeFolder({ "secret.md": "Secret." });
    const folder = makeFolder({
      "a/real.md": "Real.",
      ".data/kept.md": "Kept.",
      ".data/sub/deep.md": "Deep.",
      "x.csv": "x",
    });
    const links: [name: string, target: string][] = [
      ["again.md", "a/real.md"],
      ["kept.md", ".data/kept.md"],
      ["sub", ".data/sub"],
      ["sub-again", ".data/sub"],
      ["a/up", ".."],
      ["self", "self"],
      ["gone.md", "nowhere.md"],
      ["out.md", join(outside, "secret.md")],
      ["out", outside],
      ["sneaky", `../${outside.split("/").pop()}`],
      ["table.txt", "x.csv"],
      ["null.md", "/dev/null"],
    ];
    for (const [name, target] of links) symlinkSync(target, join(folder, name));
    const { files, skipped } = await summarise(folder);
    expect(files).toEqual(["a/real.md", "kept.md", "sub/deep.md", "table.txt"]);
    expect(skipped).toEqual({
      ".data": "hidden folder",
      "a/up": "symbolic link to the corpus folder, which is read already",
      "again.md": "symbolic link to a/real.md, which is read already",
      "gone.md": "symbolic link to nothing",
      "null.md": "symbolic link that leads out of the corpus folder",
      out: "symbolic link that leads out of the corpus folder",
      "out.md": "symbolic link that leads out of the corpus folder",
      self: "symbolic link that leads back to itself",
      sneaky: "symbolic link that leads out of the corpus folder",
      "sub-again": "symbolic link to .data/sub, which is read already",
      "x.csv": "not a .md or .txt file",
    });
  });

  it("reads a corpus that is itself a link", async () => {
    const folder = makeFolder({ "real/a.md": "Text." });
    symlinkSync("real", join(folder, "link"));
    symlinkSync("real/a.md", join(folder, "named.md"));
    expect((await summarise(join(folder, "link"))).files).toEqual(["a.md"]);
    expect((await summarise(join(folder, "named.md"))).files).toEqual(["named.md"]);
  });

  it("never opens a pipe", async () => {
    const folder = makeFolder({ "a.md": "Text." });
    execFileSync("mkfifo", [join(folder, "pipe.md")]);
    const { files, skipped } = await summarise(folder);
    expect(files).toEqual(["a.md"]);
    expect(skipped).toEqual({ "pipe.md": "not a regular file" });
    expect((await failure(join(folder, "pipe.md"))).message).toContain("neither a folder nor");
  });

  it("names files whose names are no text", async () => {
    const folder = makeFolder({ "a.md": "Text." });
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder}/b`), Buffer.from([0xff]), Buffer.from(".md")]),
      "Text.",
    );
    expect((await summarise(folder)).skipped).toEqual({ "b\ufffd.md": "its name is not valid UTF-8" });
  });

  it.skipIf(process.getuid?.() === 0)(
    "names files and folders it may not read (skipped for root, who may)",
    async () => {
      const folder = makeFolder({ "a.md": "Text.", "b.md": "Text." });
      mkdirSync(join(folder, "locked"), { mode: 0o000 });
      chmodSync(join(folder, "b.md"), 0o000);
      expect((await summarise(folder)).skipped).toEqual({
        "b.md": "no permission to read it",
        locked: "folder cannot be read: no permission to read it",
      });
      expect((await failure(join(folder, "locked"))).message).toContain("no permission");
    },
  );
});
