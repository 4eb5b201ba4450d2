/** The prompts: found, filled, replaced by one's own, and refused when their slots are not right. */
import { chmodSync, readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { loadPrompts } from "../../src/prompts/load-prompts.ts";
import { readPrompt } from "../../src/prompts/prompt-file.ts";
import { makeFolder } from "../doubles/run-footnote.ts";

const folders: { readonly remove: () => void }[] = [];
const folderOf = (files: Readonly<Record<string, string | Uint8Array>>) => {
  const folder = makeFolder(files);
  folders.push(folder);
  return folder.path;
};
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});

const VALUES = { today: "2031-05-06", sources: "[S1] It is.", history: "", question: "What is it?" };

describe("the prompts that ship", () => {
  it("are all loaded, and carry what fills their slots", async () => {
    const { answer, standaloneQuestion } = await loadPrompts(null);
    const filled = await answer.fill(VALUES);
    expect(filled.system).toContain("Today is 2031-05-06.");
    expect(filled.system).toContain("NO_ANSWER");
    expect(filled.user).toBe("[S1] It is.\n\nQuestion: What is it?");
    const rewriting = await standaloneQuestion.fill({ ...VALUES, history: "Asked: Who?\n" });
    expect(rewriting.user).toBe("Asked: Who?\n\nLast question: What is it?");
    expect(readdirSync("prompts").sort()).toEqual(["answer.md", "standalone-question.md"]);
  });

  it("say on top what they are for, and keep it to themselves", async () => {
    const { answer } = await loadPrompts(null);
    const { system } = await answer.fill(VALUES);
    expect(system).not.toMatch(/<!--|-->|Purpose:|Slots:/);
  });
});

describe("prompts of one's own", () => {
  it("take the place of those of the same name", async () => {
    const folder = folderOf({ "answer.md": "{today} {sources} {history} {question}", "other.md": "{no}" });
    const { answer, standaloneQuestion } = await loadPrompts(folder);
    expect(await answer.fill(VALUES)).toEqual({ system: null, user: "2031-05-06 [S1] It is.  What is it?" });
    expect((await standaloneQuestion.fill(VALUES)).user).toContain("Last question: What is it?");
  });

  it("have a system's part above a line of dashes", async () => {
    const prompt = readPrompt("mine.md", "<!-- {not} a slot -->\r\nBe brief.\r\n---\r\n{question}\r\n", [
      "question",
    ]);
    expect(await prompt.fill(VALUES)).toEqual({ system: "Be brief.", user: "What is it?" });
  });

  it("write a brace that is no slot twice", async () => {
    const prompt = readPrompt("mine.md", 'Not {{"json"}} but {question}', ["question"]);
    expect(await prompt.fill(VALUES)).toEqual({ system: null, user: 'Not {"json"} but What is it?' });
  });

  it("are filled with any text, word for word", async () => {
    const prompt = readPrompt("mine.md", "<{question}>", ["question"]);
    const text = fc.oneof(fc.string(), fc.constantFrom("{question}", "{{", "}", "$&", "{{question}}", "\\{"));
    await fc.assert(
      fc.asyncProperty(text, async (question) => {
        expect((await prompt.fill({ question })).user).toBe(`<${question}>`);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it.each([
    ["an unknown slot", "{today} {sources} {history} {question} {secret}", /unknown slots: \{secret\}/],
    [
      "two unknown slots",
      "{today} {sources} {history} {question}\n---\n{a} {b} {a}",
      /unknown slots: \{a\}, \{b\}\./,
    ],
    ["a missing slot", "{today} {history} {question}", /lacks the slots \{sources\}\./],
    ["no slots", "Say something.", /lacks the slots \{today\}, \{sources\}, \{history\}, \{question\}/],
    ["nothing", "", /lacks the slots/],
    ["an open brace", "{today} {sources} {history} {question} {", /brace that opens or closes no slot/],
    ["a closing brace", "{today} {sources} {history} {question} }", /brace that opens or closes no slot/],
  ])("are refused with %s, by name", async (_, content, message) => {
    const folder = folderOf({ "answer.md": content });
    await expect(loadPrompts(folder)).rejects.toMatchObject({
      name: "UserError",
      message: expect.stringMatching(message),
      hint: expect.stringContaining("{question}"),
    });
    await expect(loadPrompts(folder)).rejects.toThrow(join(folder, "answer.md"));
  });

  it("are refused when they are no text, or too long", async () => {
    const bytes = folderOf({ "answer.md": Uint8Array.of(0xff, 0xfe, 0x00) });
    await expect(loadPrompts(bytes)).rejects.toMatchObject({
      message: expect.stringContaining("cannot be read"),
    });
    const long = folderOf({ "answer.md": "x".repeat(100_001) });
    await expect(loadPrompts(long)).rejects.toMatchObject({ message: expect.stringContaining("too long") });
  });

  it.skipIf(process.getuid?.() === 0)(
    "are refused when they may not be read (not tried as root)",
    async () => {
      const folder = folderOf({ "answer.md": "{question}" });
      chmodSync(join(folder, "answer.md"), 0);
      await expect(loadPrompts(folder)).rejects.toMatchObject({
        message: expect.stringContaining("cannot be read"),
      });
    },
  );

  it("are refused when their folder is not there", async () => {
    const folder = folderOf({ "a.txt": "a" });
    for (const missing of [join(folder, "none"), join(folder, "a.txt")])
      await expect(loadPrompts(missing)).rejects.toMatchObject({
        message: `There is no folder ${missing} with prompts.`,
      });
  });
});
