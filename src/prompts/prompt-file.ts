/** Reads a prompt's text: a comment on top that explains it, then what is sent, with slots such as `{question}`. */
import { PromptTemplate } from "@langchain/core/prompts";
import { UserError } from "../errors.ts";
import type { Prompt } from "../models/language-model.ts";

export interface PromptTemplates {
  /** With a text for each slot, word for word: braces in it are only braces. */
  fill(values: Readonly<Record<string, string>>): Promise<Prompt>;
}

const COMMENT = /^\s*<!--[\s\S]*?-->[^\S\n]*\n?/;
/** Parts the system's words from the user's. */
const DIVIDER = /^-{3,}[^\S\n]*$/m;

/**
 * `file` names it to a person. Without a line of dashes all of it is the user's part.
 * @throws UserError when it holds other slots than `slots`, lacks one of them, or cannot be read.
 */
export function readPrompt(file: string, content: string, slots: readonly string[]): PromptTemplates {
  const text = content.replace(/\r\n?/g, "\n").replace(COMMENT, "");
  const divider = DIVIDER.exec(text);
  const [system, user] =
    divider === null
      ? [null, text]
      : [text.slice(0, divider.index), text.slice(divider.index + divider[0].length)];
  const parts = [system, user].map((part) => (part === null ? null : readPart(file, part.trim())));
  checkSlots(
    file,
    parts.flatMap((part) => part?.inputVariables ?? []),
    slots,
  );
  return {
    async fill(values) {
      const [systemPart, userPart] = await Promise.all(
        parts.map((part) => part?.format({ ...values }) ?? null),
      );
      return { system: systemPart ?? null, user: userPart ?? "" };
    },
  };
}

function readPart(file: string, text: string): PromptTemplate {
  try {
    return PromptTemplate.fromTemplate(text);
  } catch {
    throw new UserError(
      `The prompt ${file} has a brace that opens or closes no slot.`,
      "Write a slot as {question}, and any other brace twice.",
    );
  }
}

function checkSlots(file: string, found: readonly string[], slots: readonly string[]): void {
  const named = (names: readonly string[]) => names.map((name) => `{${name}}`).join(", ");
  const unknown = [...new Set(found)].filter((name) => !slots.includes(name));
  if (unknown.length > 0)
    throw new UserError(
      `The prompt ${file} has unknown slots: ${named(unknown)}.`,
      `Its slots are ${named(slots)}; a brace that is no slot is written twice.`,
    );
  const missing = slots.filter((name) => !found.includes(name));
  if (missing.length > 0)
    throw new UserError(
      `The prompt ${file} lacks the slots ${named(missing)}.`,
      `Put each of ${named(slots)} where it belongs.`,
    );
}
