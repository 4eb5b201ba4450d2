import { describe, expect, it } from "vitest";
import { readFrontMatter } from "../../src/corpus/front-matter.ts";

const NOTHING = { title: null, author: null, date: null, url: null };
const read = (yaml: string) => readFrontMatter(`---\n${yaml}\n---\nBody.\n`);

describe("readFrontMatter", () => {
  it("reads title, author, date and url, as they are written", () => {
    expect(
      read(
        "title: The Baku paradox\nauthor: A. Author\ndate: 2026-03-05\nurl: https://example.org/a\nx: [1]",
      ),
    ).toEqual({
      title: "The Baku paradox",
      author: "A. Author",
      date: "2026-03-05",
      url: "https://example.org/a",
      bodyStart: 101,
      warning: null,
    });
  });

  it("keeps numbers and dates in their written form", () => {
    expect(read("title: 007\ndate: 2025-02")).toMatchObject({ title: "007", date: "2025-02" });
    expect(read("title: 1e3\ndate: 1984")).toMatchObject({ title: "1e3", date: "1984" });
    expect(read("title: 0x10\ndate: 2026-03-05T10:00:00Z")).toMatchObject({
      title: "0x10",
      date: "2026-03-05T10:00:00Z",
    });
  });

  it("takes other kinds of values for none", () => {
    expect(read("title: {a: b}\nauthor: true\ndate:\nurl: ~")).toMatchObject({ ...NOTHING, warning: null });
    expect(read('title: ""\nauthor: null\n? [a]\n: b')).toMatchObject({ ...NOTHING, warning: null });
  });

  it("joins several authors, and the lines of a title", () => {
    expect(read("author: [One, Two]\ntitle: >\n  Over\n  lines")).toMatchObject({
      author: "One, Two",
      title: "Over lines",
    });
  });

  it("takes web addresses only", () => {
    for (const url of [
      "javascript:alert(1)",
      "file:///etc/passwd",
      "ftp://example.org",
      "https://",
      "https://a b",
      "example.org",
    ]) {
      expect(read(`url: "${url}"`).url).toBeNull();
    }
    expect(read("url: HTTPS://example.org").url).toBe("HTTPS://example.org");
  });

  it("knows fields in any case, the first one first", () => {
    expect(read("Title: One\ntitle: Two")).toMatchObject({ title: "One", warning: null });
  });

  it.each(["\n", "\r\n", "\r"])("reads line ends %j", (end) => {
    const text = ["--- ", "title: T", "---\t", "Body."].join(end);
    expect(readFrontMatter(text)).toMatchObject({ title: "T", bodyStart: text.indexOf("Body.") });
  });

  it("may be all there is", () => {
    expect(readFrontMatter("---\ntitle: T\n---")).toMatchObject({ title: "T", bodyStart: 16 });
    expect(readFrontMatter("---\n---\n")).toEqual({ ...NOTHING, bodyStart: 8, warning: null });
  });

  it.each([
    ["no front matter", "Body.\n---\ntitle: T\n---\n"],
    ["a blank line before", "\n---\ntitle: T\n---\n"],
    ["an end that is missing", "---\ntitle: T\n"],
    ["prose between rules", "---\nIt rained all day.\n\nThen it stopped: at last.\n---\nMore.\n"],
    ["a list between rules", "---\n- one\n- two\n---\n"],
    ["a longer rule", "----\ntitle: T\n----\n"],
    ["an end that is too far away", `---\ntitle: T\n${"x: y\n".repeat(20_000)}---\n`],
  ])("leaves %s to the text", (_, text) => {
    expect(readFrontMatter(text)).toEqual({ ...NOTHING, bodyStart: 0, warning: null });
  });

  it("reads plain lines of what is not valid YAML, with a warning", () => {
    const broken = read(
      'title: Iran: a history\nauthor: "A. Author\ndate: 2025-02\nurl: https://example.org',
    );
    expect(broken).toMatchObject({ title: "Iran: a history", date: "2025-02", url: "https://example.org" });
    expect(broken.warning).toMatch(/not valid YAML/);
    expect(broken.bodyStart).toBeGreaterThan(0);
  });

  it("is not harmed by aliases that multiply", () => {
    const lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x]"];
    for (let at = 1; at < 30; at += 1) lines.push(`a${at}: &a${at} [${`*a${at - 1},`.repeat(9)}]`);
    expect(read(`${lines.join("\n")}\ntitle: *a29\nauthor: A`)).toMatchObject({ title: null, author: "A" });
  });

  it("is not harmed by names of the language's own", () => {
    const read2 = read("__proto__: {title: P}\nconstructor: x\ntoString: y\ntitle: T");
    expect(read2).toMatchObject({ title: "T", author: null });
    expect(({} as Record<string, unknown>).title).toBeUndefined();
  });

  it("does not parse what is nested beyond any use, though it is valid", () => {
    const nested = (depth: number) => read(`title: T\nx: ${"[".repeat(depth)}${"]".repeat(depth)}`);
    expect(nested(50)).toMatchObject({ title: "T", warning: null });
    expect(nested(300)).toMatchObject({ title: "T", warning: expect.any(String) });
  });

  it.each([
    ["deep nesting", `title: T\nx: ${"[".repeat(30_000)}`],
    ["deep closed nesting", `title: T\nx: ${"[".repeat(30_000)}${"]".repeat(30_000)}`],
    ["deep compact lists", `title: T\nx:\n  ${"- ".repeat(30_000)}`],
    [
      "deep indentation",
      `title: T\n${Array.from({ length: 350 }, (_, at) => `${" ".repeat(at)}a:`).join("\n")}`,
    ],
    ["very many errors", `title: T\n${"]".repeat(60_000)}`],
    ["very many fields", `title: T\n${Array.from({ length: 8_000 }, (_, at) => `k${at}:`).join("\n")}`],
    ["unknown tags", "title: !!binary T\nx: !<tag:example.org,2000:x> y"],
    ["a version of its own", "%YAML 1.1"],
  ])("survives %s", (_, yaml) => {
    expect(["T", null]).toContain(read(yaml).title);
  });
});
