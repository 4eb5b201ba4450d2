/** Finds the prompts: the user's own where there are any, else those that ship beside the program. */
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { systemErrorCode, UserError } from "../errors.ts";
import { type PromptTemplates, readPrompt } from "./prompt-file.ts";

export interface Prompts {
  /** Slots: today, sources, history, question. */
  readonly answer: PromptTemplates;
  /** Slots: today, history, question. */
  readonly standaloneQuestion: PromptTemplates;
}

const ANSWER = "answer.md";
const STANDALONE_QUESTION = "standalone-question.md";
/** From the bundle (`dist/`) and from the source (`src/prompts/`). */
const SHIPPED = ["../prompts/", "../../prompts/"];
/** Bytes. A longer file is no prompt. */
const LONGEST = 100_000;

/**
 * `folder` holds prompts of one's own: a file there takes the place of the shipped one of the same name.
 * @throws UserError when the folder or a prompt cannot be used; it names the file.
 */
export async function loadPrompts(folder: string | null): Promise<Prompts> {
  if (folder !== null) await checkFolder(folder);
  const load = async (name: string, slots: readonly string[]) => {
    const { file, content } = await findPrompt(folder, name);
    return readPrompt(file, content, slots);
  };
  return {
    answer: await load(ANSWER, ["today", "sources", "history", "question"]),
    standaloneQuestion: await load(STANDALONE_QUESTION, ["today", "history", "question"]),
  };
}

async function checkFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory())
    throw new UserError(
      `There is no folder ${folder} with prompts.`,
      `Set FOOTNOTE_PROMPTS to a folder that holds ${ANSWER} or ${STANDALONE_QUESTION}, or leave it unset.`,
    );
}

async function findPrompt(
  folder: string | null,
  name: string,
): Promise<{ readonly file: string; readonly content: string }> {
  const shipped = SHIPPED.map((place) => fileURLToPath(new URL(`${place}${name}`, import.meta.url)));
  for (const file of [...(folder === null ? [] : [join(folder, name)]), ...shipped]) {
    const content = await readIfThere(file);
    if (content !== null) return { file, content };
  }
  throw new UserError(`The prompt ${name} is missing.`, "Install Footnote again, or set FOOTNOTE_PROMPTS.");
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    const bytes = await readFile(file);
    if (bytes.length > LONGEST)
      throw new UserError(`The prompt ${file} is too long.`, `It may have ${LONGEST} bytes.`);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof UserError) throw error;
    if (systemErrorCode(error) === "ENOENT") return null;
    throw new UserError(
      `The prompt ${file} cannot be read.`,
      "See whether it is a text in UTF-8 that you may read.",
      { cause: error },
    );
  }
}
