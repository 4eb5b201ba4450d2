/** What a reader relies on whatever the texts say: checked on what the real command line printed. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Outcome } from "../doubles/run-footnote.ts";

/** What a terminal obeys, and what turns or hides text; line ends and tabs are harmless. */
const HARMFUL = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u;

/** Nothing on the screen that a terminal obeys, and no trace of the program's insides. */
export function expectHarmless({ out, err }: Outcome): void {
  expect(HARMFUL.exec(out)).toBeNull();
  expect(HARMFUL.exec(err)).toBeNull();
  expect(out + err).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  expect(out + err).not.toContain("Something went wrong inside");
}

/** An error that says what is wrong and what to do. */
export function expectExplained(outcome: Outcome): void {
  expectHarmless(outcome);
  expect(outcome.err).toMatch(/^error: .+\nhint: .+\n$/);
  expect(outcome.code).toBe(2);
}

interface Line {
  readonly id?: unknown;
  readonly status?: string;
  readonly verdict?: string;
  readonly error?: { readonly message: string; readonly hint: string };
  readonly citations?: readonly Cited[];
}

interface Cited {
  readonly id: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly link: string | null;
  readonly source: { readonly file: string; readonly title: string; readonly url: string | null };
}

/** The JSON of each line. */
export function linesOf({ out }: Outcome): readonly Line[] {
  return out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** The first citation of a line, of which the file in `folder` holds every character where it says. */
export function firstQuote(line: Line | undefined, folder: string): Cited {
  for (const { quote, start, end, source } of line?.citations ?? [])
    expect(readFileSync(join(folder, source.file), "utf8").slice(start, end)).toBe(quote);
  const [first] = line?.citations ?? [];
  if (first === undefined) throw new Error(`Nothing was quoted: ${JSON.stringify(line)}`);
  return first;
}
