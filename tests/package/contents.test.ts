/** What is in the package: all that it names, and nothing that only a clone needs. */
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { packPackage } from "./packed-package.ts";

const packed = packPackage();
afterAll(packed.remove);

/** Files as messages and documents name them. */
const FILE =
  /(?<![\w/.:-])(?:(?:docs|prompts|corpus|src|tests|bench)\/[\w./-]*[\w/]|[A-Z][A-Z_-]+\.(?:md|txt))(?![\w-])/g;
const filesNamedIn = (text: string) => text.match(FILE) ?? [];
const isPacked = (file: string) =>
  packed.files.some((other) => other === file || other.startsWith(`${file.replace(/\/$/, "")}/`));
const read = (file: string) => readFileSync(join(packed.path, file), "utf8");

describe("the package", () => {
  it("holds the program, the texts, the prompts, the documents and the licences", () => {
    const expected = [
      "corpus/baku-paradox.md",
      "prompts/answer.md",
      "docs/postgres.md",
      "docs/pictures/card.svg",
    ];
    expect(expected.filter((file) => !isPacked(file))).toEqual([]);
    expect(packed.files).toEqual(
      expect.arrayContaining([
        ...["dist/footnote.js", "dist/encoder-worker.js", "dist/answering-worker.js"],
        ...["dist/THIRD-PARTY-NOTICES.txt", "LICENSE", "README.md", "SECURITY.md", "CHANGELOG.md"],
      ]),
    );
  });

  it("holds no sources, tests, measurements, indexes or logs", () => {
    const odd = packed.files.filter(
      (file) => !/^(?:dist|corpus|prompts|docs)\/|^(?:[A-Z]+\.md|LICENSE|package\.json)$/.test(file),
    );
    expect(odd).toEqual([]);
    expect(packed.files.filter((file) => /\.(?:ts|map|log|tgz)$|\/\./.test(file))).toEqual([]);
  });
});

/** The texts in quotes of the source, less what it imports: what the program may say. */
const messages = readdirSync("src", { recursive: true })
  .map(String)
  .filter((file) => file.endsWith(".ts"))
  .flatMap((file) =>
    readFileSync(join("src", file), "utf8")
      .split("\n")
      .filter((line) => !/^\s*(?:\*|\/\/|\/\*\*)|\bfrom "|\bimport\(/.test(line))
      .flatMap((line) => line.match(/"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`/g) ?? []),
  );

describe("messages", () => {
  it("name only files that are in the package", () => {
    const named = messages.flatMap(filesNamedIn);
    expect(named).toContain("docs/postgres.md");
    expect(named.filter((file) => !isPacked(file))).toEqual([]);
  });

  it("ask for no script that only a clone has", () => {
    expect(messages.filter((message) => /npm (?:run|test|start)\b/.test(message))).toEqual([]);
  });
});

describe.each(packed.files.filter((file) => file.endsWith(".md") && !/^(?:corpus|prompts)\//.test(file)))(
  "%s",
  (document) => {
    it("links only to files that are in the package", () => {
      const links = [...read(document).matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)/g)].map(([, link = ""]) =>
        posix.join(posix.dirname(document), link),
      );
      expect(links.filter((link) => !isPacked(link))).toEqual([]);
    });

    it("names only files that are in the package or in the repository", () => {
      const spans = [...read(document).matchAll(/`([^`\n]+)`/g)].flatMap(([, span = ""]) =>
        filesNamedIn(span),
      );
      const inRepository = (file: string) => {
        try {
          return readFileSync(file) !== null;
        } catch (error) {
          return (error as NodeJS.ErrnoException).code === "EISDIR";
        }
      };
      expect(spans.filter((file) => !isPacked(file) && !inRepository(file))).toEqual([]);
    });
  },
);
