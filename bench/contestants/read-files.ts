/** The texts of a folder, for contestants that read none themselves. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Found, TextFile } from "./contestant.ts";

export function readFiles(corpus: string): TextFile[] {
  return readdirSync(corpus, { recursive: true })
    .map(String)
    .filter((file) => /\.(?:md|txt)$/.test(file))
    .sort()
    .map((file) => ({ file, text: readFileSync(join(corpus, file), "utf8") }));
}

export type Paragraph = Found & { readonly text: string };

/** Blocks between blank lines. */
export function paragraphsOf(files: readonly TextFile[]): Paragraph[] {
  return files.flatMap(({ file, text }) => {
    const found: Paragraph[] = [];
    let start = 0;
    for (const block of text.split(/(\n\s*\n)/)) {
      if (block.trim() !== "") found.push({ file, start, end: start + block.length, text: block });
      start += block.length;
    }
    return found;
  });
}
