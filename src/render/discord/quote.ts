/** A quote as Discord shows it: the file's characters in a block of their own, and under it where they stand. */

import type { Citation } from "../../answers/answer.ts";
import type { TextRange } from "../../corpus/source.ts";
import { makeVisibleParts } from "../visible.ts";
import { blockQuote, escapeDiscord } from "./escape-discord.ts";
import { shortLine } from "./pages.ts";
import type { Words } from "./words.ts";

/** Text of a source made visible, and which ranges of what is seen are bold. */
export interface SeenText {
  readonly text: string;
  readonly strong: readonly TextRange[];
}

/** What is seen of `text`; `strong` ranges of it, in order and apart, are those to be bold. */
export function seenText(text: string, strong: readonly TextRange[] = []): SeenText {
  const parts = makeVisibleParts(
    text,
    strong.flatMap(({ start, end }) => [start, end]),
  );
  let at = 0;
  const places = parts.map((part) => {
    at += part.length;
    return at;
  });
  const seen = strong.map((_, number) => ({
    start: places[2 * number] ?? at,
    end: places[2 * number + 1] ?? at,
  }));
  return { text: parts.join(""), strong: seen };
}

/** A part of a text as a block quote; its `strong` ranges are bold, and cost four characters each. */
export function quoteMarkdown({ text, strong }: SeenText, part: TextRange): string {
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
  return text !== "" && text === text.trim() && !text.includes("\n");
}

/** A citation's quote, the one value that answers in it bold. */
export function seenQuote({ quote, answerSpan, start }: Citation): SeenText {
  return seenText(
    quote,
    answerSpan === null ? [] : [{ start: answerSpan.start - start, end: answerSpan.end - start }],
  );
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
