/** What a page of text looks like: how wide, and how its parts are set off. Doors choose; renderers only use it. */
import type { Citation } from "../../answers/answer.ts";
import { isolateNames, makeVisible, makeVisibleLine, makeVisibleParts } from "../visible.ts";

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

/** The lines of `text` when each has `before` in front of it. */
export type Wrap = (text: string, before: string) => readonly string[];

export interface Layout {
  readonly style: Style;
  /** Columns of the page; null where it has no edge (a pipe, a file). */
  readonly width: number | null;
  /** Wraps at the edge (`wrapAt`); null where lines are left as they are. */
  readonly wrap: Wrap | null;
  /** Closes text made visible off, where a screen turns the direction of text (`isolateDirection`); else just the text. */
  readonly isolate: Paint;
  /** Where a source's file is, as a URL; null where links lead nowhere. */
  readonly fileUrl: (file: string) => string | null;
}

/** No colour, no wrapping: what a pipe gets. */
export const PLAIN_LAYOUT: Layout = {
  width: null,
  wrap: null,
  isolate: (text) => text,
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

/** `text` wrapped to the layout, each line after `first` or `rest`, which are of one width. */
export function setBlock(layout: Layout, text: string, first: string, rest = first): string {
  const lines = layout.wrap?.(text, first) ?? text.split("\n");
  return lines
    .map((line, at) => {
      const before = at === 0 ? first : rest;
      return line === "" ? before.trimEnd() : before + line;
    })
    .join("\n");
}

/**
 * A quote, made visible, as a block behind a bar. On a terminal its lines are filled anew, and each line end that only
 * wraps a line is a space; through a pipe they end where the file's lines end, so that each can be found in the file.
 */
export function setQuote(layout: Layout, quote: string, after = ""): string {
  const bar = layout.style.faint(layout.style.coloured ? "  │ " : "  > ");
  const text = layout.wrap === null ? quote : quote.replaceAll("\n", " ");
  return setBlock(layout, layout.isolate(text) + after, bar);
}

/** A citation's quote made visible, with what answers in it made strong. */
export function emphasise(style: Style, { quote, start, answerSpan }: Citation): string {
  if (answerSpan === null) return makeVisible(quote);
  const [from, to] = [answerSpan.start - start, answerSpan.end - start];
  const [before = "", inside = "", after = ""] = makeVisibleParts(quote, [from, to]);
  return before + style.strong(inside) + after;
}

/** A name or other short text of a source or a person, as it stands in a line of the program's own. */
export function setName(layout: Layout, text: string, most?: number): string {
  return layout.isolate(makeVisibleLine(text, most));
}

/** A sentence of the program's own, which may name what a source or a person says. */
export function setSentence(layout: Layout, text: string, most: number): string {
  return isolateNames(makeVisibleLine(text, most), layout.isolate);
}
