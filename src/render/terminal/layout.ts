/** What a page of text looks like: how wide, and how its parts are set off. Doors choose; renderers only use it. */
import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";
import type { Citation } from "../../ground/answer.ts";
import { makeVisible } from "../visible.ts";

type Paint = (text: string) => string;

/** Ways to set text off. Every one returns its text unchanged where colour is not wanted. */
export interface Style {
  /** Whether the others do anything: what only colour would tell must then be told in signs. */
  readonly coloured: boolean;
  readonly strong: Paint;
  readonly faint: Paint;
  readonly accent: Paint;
  readonly good: Paint;
  readonly bad: Paint;
  /** `text` as a link where the terminal has links, else just `text`. */
  readonly link: (text: string, url: string) => string;
}

export interface Layout {
  readonly style: Style;
  /** Columns to wrap at; null where lines are left as they are (a pipe, a file). */
  readonly width: number | null;
  /** Where a source's file is, as a URL; null where links lead nowhere. */
  readonly fileUrl: (file: string) => string | null;
}

/** No colour, no wrapping: what a pipe gets. */
export const PLAIN_LAYOUT: Layout = {
  width: null,
  fileUrl: () => null,
  style: {
    coloured: false,
    strong: (text) => text,
    faint: (text) => text,
    accent: (text) => text,
    good: (text) => text,
    bad: (text) => text,
    link: (text) => text,
  },
};

/** Wider lines are hard to read, however wide the window. */
const WIDEST_TEXT = 92;

/** `text` wrapped to the layout, each line after `first` or `rest`, which are of one width. */
export function setBlock(layout: Layout, text: string, first: string, rest = first): string {
  const lines =
    layout.width === null ? text.split("\n") : wrap(text, layout.width - stringWidth(first)).split("\n");
  return lines.map((line, at) => `${at === 0 ? first : rest}${line}`.trimEnd()).join("\n");
}

/**
 * A quote as a block behind a bar. On a terminal its lines are filled anew; through a pipe they end where the
 * file's lines end, so that each can be found in the file.
 */
export function setQuote(layout: Layout, quote: string, after = ""): string {
  const bar = layout.style.faint(layout.style.coloured ? "  │ " : "  > ");
  const text = layout.width === null ? quote : quote.replace(/\s*\n\s*/g, " ");
  return setBlock(layout, text + after, bar);
}

/** A citation's quote made visible, with what answers in it made strong. */
export function emphasise(style: Style, { quote, start, answerSpan }: Citation): string {
  if (answerSpan === null) return makeVisible(quote);
  const [from, to] = [answerSpan.start - start, answerSpan.end - start];
  const parts = [quote.slice(0, from), quote.slice(from, to), quote.slice(to)];
  const [before = "", inside = "", after = ""] = parts.map(makeVisible);
  return before + style.strong(inside) + after;
}

function wrap(text: string, width: number): string {
  return wrapAnsi(text, Math.max(20, Math.min(width, WIDEST_TEXT)), { hard: true });
}
