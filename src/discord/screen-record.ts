/**
 * What is kept of a screen, so that its buttons work after a restart: what it takes to make it again. An answer only
 * where a language model wrote it, which would write another one.
 */
import type { Answer } from "../answers/answer.ts";

/** `check`: quotations. `find`: passages that speak to a text. */
export type ScreenKind = "ask" | "check" | "cite" | "find" | "sources";

export interface ScreenRecord {
  readonly id: string;
  readonly kind: ScreenKind;
  /** The question, the citation id, the text, or the quotations. */
  readonly inputs: readonly string[];
  /** The question as it was understood; null where it stood alone. */
  readonly standalone: string | null;
  /** Only this source; null for all. */
  readonly source: string | null;
  /** Who asked, as Discord's id. */
  readonly owner: string;
  /** Where the conversation goes on; null for private answers. */
  readonly channel: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The message whose text it holds, and its channel; absent where a command brought the text. */
  readonly about?: { readonly message: string; readonly channel: string };
  /** The screens whose words stand in `standalone`: they go together. */
  readonly leansOn?: readonly string[];
  /** What a model wrote. */
  readonly answer?: Answer;
  /** What was shown: differs when the sources have changed since. */
  readonly print: string;
}

/** A record read back from a line; null for a line that is none. */
export function parseScreenRecord(line: string): ScreenRecord | null {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is ScreenRecord {
  if (typeof value !== "object" || value === null) return false;
  const {
    id,
    kind,
    inputs,
    standalone,
    source,
    owner,
    channel,
    at,
    print,
    answer,
    about,
    leansOn,
  }: Readonly<Record<string, unknown>> = { ...value };
  const isText = (one: unknown) => typeof one === "string";
  const isTextOrNull = (one: unknown) => one === null || isText(one);
  return (
    [id, owner, print].every(isText) &&
    [standalone, source, channel].every(isTextOrNull) &&
    typeof at === "number" &&
    Array.isArray(inputs) &&
    inputs.every(isText) &&
    (answer === undefined || isAnswer(answer)) &&
    (about === undefined || isPlace(about)) &&
    (leansOn === undefined || (Array.isArray(leansOn) && leansOn.every(isText))) &&
    ["ask", "check", "cite", "find", "sources"].includes(String(kind))
  );
}

/** Whether it is an answer as far as a damaged file is concerned: the file is the bot's own. */
function isAnswer(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { statements, citations, disagreements, dropped }: Readonly<Record<string, unknown>> = { ...value };
  return [statements, citations, disagreements, dropped].every(Array.isArray);
}

function isPlace(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { message, channel }: Readonly<Record<string, unknown>> = { ...value };
  return typeof message === "string" && typeof channel === "string";
}
