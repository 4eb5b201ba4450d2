/** A source made of a text, for tests that need no files. */
import type { Source } from "../../src/corpus/source.ts";

/** `text` as a source; `fields` replace what it would be by default. */
export function makeSource(text: string, fields: Partial<Source> = {}): Source {
  return {
    id: "notes",
    file: "notes.md",
    format: "markdown",
    title: "Notes",
    author: null,
    date: null,
    url: null,
    text,
    bodyStart: 0,
    hash: "0".repeat(64),
    ...fields,
  };
}
