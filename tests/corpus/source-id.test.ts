import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assignSourceIds, slugOf, sourceNames } from "../../src/corpus/source-id.ts";

const idOf = (file: string) => assignSourceIds([file]).get(file);

/** Few names, so that they collide in every way: by folder, mark, letter case, accent and extension. */
const part = fc.constantFrom(
  "a",
  "A",
  "b",
  "a-b",
  "a b",
  "A_B",
  "é",
  "e",
  "e\u0301",
  "!",
  "?",
  "🙂",
  "a-md",
  "md",
);
const extension = fc.constantFrom("md", "MD", "txt", "markdown");
const path = fc
  .tuple(fc.array(part, { minLength: 1, maxLength: 3 }), extension)
  .map(([parts, end]) => `${parts.join("/")}.${end}`);
const paths = fc.uniqueArray(path, { minLength: 1, maxLength: 14 });

describe("assignSourceIds", () => {
  it.each([
    ["baku-paradox.md", "baku-paradox"],
    ["1973_oil_crisis.txt", "1973-oil-crisis"],
    ["deep/er/A  Title (2nd ed.).v2.MD", "deep-er-a-title-2nd-ed-v2"],
    ["b/README.md", "b-readme"],
    ["v1.2/Read me.txt", "v1-2-read-me"],
    ["Astaraçay köprüsü.txt", "astaracay-koprusu"],
    ["İSTANBUL.txt", "istanbul"],
    ["Straße № 5.md", "straße-no-5"],
    ["Мой йод.md", "мой-йод"],
    ["東京が一番.md", "東京が一番"],
    ["서울.md", "서울"],
    ["हिन्दी.md", "हिन्दी"],
    ["ﬁle①.md", "file1"],
    ["CON.txt", "con"],
    ["a:1.2-3.md", "a-1-2-3"],
    ["a:b\nc\u200b\ufe0fd🙂e.md", "a-b-cd-e"],
    ["\u0301a.md", "a"],
  ])("makes of %j the id %j", (file, id) => {
    expect(idOf(file)).toBe(id);
  });

  it("calls what has no letter and no digit by a hash of its name, each by its own", () => {
    const files = ["---.md", "!!!.md", "🙂.md", "\ud800.md", "\ud801.md", "🙂/notes.md", "🎉/notes.md"];
    const ids = [...assignSourceIds(files).values()];
    expect(new Set(ids).size).toBe(files.length);
    for (const id of ids) expect(id).toMatch(/^source-[0-9a-f]{10}(-notes)?$/);
    for (const file of files) expect(assignSourceIds([...files, "source.md"]).get(file)).toBe(idOf(file));
  });

  it("is the same for a name in composed and decomposed letters", () => {
    expect(idOf("café-が-서울.md".normalize("NFD"))).toBe(idOf("café-が-서울.md".normalize("NFC")));
  });

  it("tells files of one slug apart by their extensions, and where these are the same by a hash", () => {
    expect(Object.fromEntries(assignSourceIds(["notes.md", "notes.txt", "a/notes.md"]))).toEqual({
      "notes.md": "notes-md",
      "notes.txt": "notes-txt",
      "a/notes.md": "a-notes",
    });
    const alike = ["a b.md", "a-b.md", "A_B.md", "a/b.md", "a.b.md", "á-b.md"];
    for (const id of assignSourceIds(alike).values()) expect(id).toMatch(/^a-b-[0-9a-f]{10}$/);
  });

  it("comes to an end where other files are called by every name of one", () => {
    const own = [
      "ab.md",
      "ab.txt",
      ...sourceNames("ab.md")
        .slice(1)
        .map((name) => `${name}.md`),
    ];
    const ids = assignSourceIds(own);
    expect(new Set(ids.values()).size).toBe(own.length);
    expect(ids.get("ab.md")).toBe(sourceNames("ab.md").at(-1));
  });

  it("gives no file the longer name of another", () => {
    const ids = assignSourceIds(["notes.md", "notes.txt", "notes-txt.md"]);
    expect(ids.get("notes.md")).toBe("notes-md");
    expect([...ids.values()]).not.toContain("notes-txt");
  });

  it("cuts long paths, and still tells them apart, whatever else there is", () => {
    const [one, two] = [`${"long-".repeat(60)}a.md`, `${"long-".repeat(60)}b.md`];
    const deep = `${"folder/".repeat(200)}a.md`;
    const ids = assignSourceIds([one, two, deep]);
    for (const file of [one, two, deep, `a${"𐐨".repeat(200)}.md`]) {
      expect(idOf(file)?.length).toBeLessThanOrEqual(76);
      expect(idOf(file)?.isWellFormed()).toBe(true);
    }
    expect([...ids]).toEqual([deep, one, two].map((file) => [file, idOf(file)]));
    expect(new Set(ids.values()).size).toBe(3);
  });

  it("takes many files of one name, and of one slug, without slowing down", () => {
    const folders = assignSourceIds(Array.from({ length: 20_000 }, (_, at) => `${at}/readme.md`));
    expect(new Set(folders.values()).size).toBe(20_000);
    const marks = assignSourceIds(Array.from({ length: 2_000 }, (_, at) => `a${"-".repeat(at)}b.md`));
    expect(new Set(marks.values()).size).toBe(2_000);
  });

  it("gives every file an id of its own that can be typed, whatever the order", () => {
    const file = fc.oneof(fc.string({ unit: "binary" }), fc.string(), path);
    fc.assert(
      fc.property(fc.uniqueArray(file, { maxLength: 12 }), (files) => {
        const ids = assignSourceIds(files);
        expect(new Set(ids.values()).size).toBe(files.length);
        for (const id of ids.values()) expect(id).toMatch(/^[^\s:/\p{C}\p{Lu}]+$/u);
        expect(assignSourceIds([...files].reverse())).toEqual(ids);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it("lets a file that comes or goes change no id but of those whose names are its own, and hands none on", () => {
    fc.assert(
      fc.property(paths, path, (files, other) => {
        fc.pre(!files.includes(other));
        const [without, having] = [assignSourceIds(files), assignSourceIds([...files, other])];
        const fileOf = new Map([...having].map(([file, id]) => [id, file]));
        for (const [file, id] of without) {
          if (!sharesName(files, file, other)) expect(having.get(file)).toBe(id);
          expect([undefined, file]).toContain(fileOf.get(id));
        }
        const before = new Map([...without].map(([file, id]) => [id, file]));
        for (const [file, id] of having) expect([undefined, file]).toContain(before.get(id));
      }),
      { seed: 7, numRuns: 1_000 },
    );
  });
});

/** Whether the names of two files meet, be it through those of others. */
function sharesName(files: readonly string[], file: string, other: string): boolean {
  const reached = new Set([other]);
  for (let size = 0; size < reached.size; ) {
    size = reached.size;
    const names = new Set([...reached].flatMap((one) => sourceNames(one)));
    for (const one of files) if (sourceNames(one).some((name) => names.has(name))) reached.add(one);
  }
  return reached.has(file);
}

describe("sourceNames", () => {
  it("begins with the slug, and is the file's own from the hash on", () => {
    fc.assert(
      fc.property(paths, (files) => {
        const longest = files.map((file) => sourceNames(file).at(-1));
        expect(new Set(longest).size).toBe(files.length);
        for (const file of files) expect(sourceNames(file)[0]).toBe(slugOf(file.replace(/\.[^.]*$/u, "")));
      }),
      { seed: 7 },
    );
  });
});
