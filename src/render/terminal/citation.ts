/** A quote in its place: the lines of the file around it, numbered, the quote marked. */
import type { QuoteInPlace, SourceLine } from "../../answers/cite-in-context.ts";
import { makeVisible, makeVisibleParts } from "../visible.ts";
import { renderFootnote } from "./footnote.ts";
import { type Layout, setBlock } from "./layout.ts";

/** What sets the quote off where colour does not. */
const [OPEN, CLOSE] = ["⟦", "⟧"];

/** The page of text for `footnote cite`. */
export function renderQuoteInPlace({ citation, lines }: QuoteInPlace, layout: Layout): string {
  const digits = String(lines.at(-1)?.line ?? 1).length;
  const body = lines.map((line) => renderLine(line, digits, layout)).join("\n");
  const legend = layout.style.coloured ? [] : [`  The quote stands between ${OPEN} and ${CLOSE}.`];
  return `\n${[renderFootnote(citation, layout), body, ...legend].join("\n\n")}\n\n`;
}

function renderLine({ line, text, marked }: SourceLine, digits: number, layout: Layout): string {
  const { style } = layout;
  const number = String(line).padStart(digits);
  const gutter = `${marked === null ? " " : style.accent(">")} ${style.faint(`${number} │`)} `;
  const rest = `  ${" ".repeat(digits)} ${style.faint("│")} `;
  const shown = marked === null ? makeVisible(text) : mark(text, marked, layout);
  return setBlock(layout, layout.isolate(shown), gutter, rest);
}

function mark(text: string, { start, end }: { start: number; end: number }, { style }: Layout): string {
  const [before = "", inside = "", after = ""] = makeVisibleParts(text, [start, end]);
  const shown = style.coloured ? style.strong(inside) : `${OPEN}${inside}${CLOSE}`;
  return `${before}${shown}${after}`;
}
