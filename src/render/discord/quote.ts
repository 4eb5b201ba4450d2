/** A quote as Discord shows it: the file's characters in a block of their own, and under it where they stand. */
import type { TextRange } from "../../corpus/source.ts";
import type { Citation } from "../../ground/answer.ts";
import { blockQuote, escapeDiscord } from "./escape-discord.ts";
import { shortLine } from "./pages.ts";
import type { Words } from "./words.ts";

/** `text` of a source as a block quote; `strong` ranges of it are bold, and cost four characters each. */
export function quoteMarkdown(text: string, part: TextRange, strong: readonly TextRange[] = []): string {
  let markdown = "";
  let at = part.start;
  for (const { start, end } of strong) {
    if (start < at || end > part.end || !mayBeBold(text.slice(start, end))) continue;
    markdown += `${escapeDiscord(text.slice(at, start))}**${escapeDiscord(text.slice(start, end))}**`;
    at = end;
  }
  return blockQuote(markdown + escapeDiscord(text.slice(at, part.end)));
}

/** Bold ends at a line end, and does not begin or end with a space. */
function mayBeBold(text: string): boolean {
  return text !== "" && text === text.trim() && !/[\n\r]/.test(text);
}

/** The one value of a citation that answers, within its quote. */
export function answerRange({ answerSpan, start }: Citation): readonly TextRange[] {
  return answerSpan === null ? [] : [{ start: answerSpan.start - start, end: answerSpan.end - start }];
}

/** Title, date and section; then file, lines and citation id. At most `most` long, the id whole where it fits. */
export function footerMarkdown(citation: Citation, words: Words, most: number, partOf = ""): string {
  const { source, line, endLine } = citation;
  const names = [source.title, source.date, citation.section].filter((name) => name !== null && name !== "");
  const where = line === endLine ? words.line(line) : words.lines(line, endLine);
  const half = Math.floor(most / 2) - 20;
  const about = `-# \\[${citation.n}\\] ${shortLine(names.join(" · "), half - 20)}`;
  const id = shortLine(citation.id, Math.floor(half / 2));
  const rest = [where, id, partOf].filter((text) => text !== "").join(" · ");
  return `${about}\n-# ${shortLine(source.file, Math.max(20, half - rest.length))} · ${rest}`;
}
