import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assignSourceIds } from "../../src/corpus/source-id.ts";

const idOf = (file: string) => assignSourceIds([file]).get(file);

describe("assignSourceIds", () => {
  it.each([
    ["baku-paradox.md", "baku-paradox"],
    ["1973_oil_crisis.txt", "1973-oil-crisis"],
    ["deep/er/A  Title (2nd ed.).v2.MD", "a-title-2nd-ed-v2"],
    ["Astaraçay köprüsü.txt", "astaracay-koprusu"],
    ["İSTANBUL.txt", "istanbul"],
    ["Straße № 5.md", "straße-no-5"],
    ["Мой йод.md", "мой-йод"],
    ["東京が一番.md", "東京が一番"],
    ["서울.md", "서울"],
    ["हिन्दी.md", "हिन्दी"],
    ["ﬁle①.md", "file1"],
    ["a:b\nc\u200b\ufe0fd🙂e.md", "a-b-cd-e"],
    ["---.md", "source"],
    ["🙂.md", "source"],
    ["\ud800.md", "source"],
    ["\u0301a.md", "a"],
  ])("makes of %j the id %j", (file, id) => {
    expect(idOf(file)).toBe(id);
  });

  it("is the same for a name in composed and decomposed letters", () => {
    expect(idOf("café-が-서울.md".normalize("NFD"))).toBe(idOf("café-が-서울.md".normalize("NFC")));
  });

  it("numbers collisions in path order, and leaves ids to those whose name they are", () => {
    const ids = assignSourceIds(["c/notes.md", "a/notes.md", "notes-2.md", "b/Notes.txt", "notes-2-2.txt"]);
    expect(Object.fromEntries(ids)).toEqual({
      "a/notes.md": "notes",
      "b/Notes.txt": "notes-3",
      "c/notes.md": "notes-4",
      "notes-2.md": "notes-2",
      "notes-2-2.txt": "notes-2-2",
    });
  });

  it("cuts long names, and still tells them apart", () => {
    const ids = [...assignSourceIds([`${"long-".repeat(60)}a.md`, `${"long-".repeat(60)}b.md`]).values()];
    expect(ids[0]).toBe("long-".repeat(16).slice(0, -1));
    expect(ids[1]).toBe(`${ids[0]}-2`);
    expect(idOf(`a${"𝒳".repeat(200)}.md`)).toBe(`a${"x".repeat(79)}`);
    expect(idOf(`a${"𐐨".repeat(200)}.md`)).toBe(`a${"𐐨".repeat(39)}`);
  });

  it("takes many files of one name without slowing down", () => {
    const ids = assignSourceIds(Array.from({ length: 20_000 }, (_, at) => `${at}/readme.md`));
    expect(new Set(ids.values()).size).toBe(20_000);
  });

  it("gives every file an id of its own that can be typed, whatever the order", () => {
    const file = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string(),
      fc.constantFrom("a.md", "A.txt", "a-2.md", "é"),
    );
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
});
