/** A quote in its place: the lines of the file around it, the quote bold; on as many pages as they need. */

import type { QuoteInPlace } from "../../answers/cite-in-context.ts";
import type { TextRange } from "../../corpus/source.ts";
import { blockQuoteLength } from "./escape-discord.ts";
import { CARD_SPACE, cutQuote, type Page, type Space } from "./pages.ts";
import { footerMarkdown, quoteMarkdown, seenText } from "./quote.ts";
import type { Words } from "./words.ts";

export interface PlacePages {
  readonly pages: Page[];
  /** The page on which the quote begins. */
  readonly first: number;
}

/** Pages that together hold the lines, joined by line ends. A page that need not cut the quote does not. */
export function placePages(place: QuoteInPlace, words: Words, space: Space = CARD_SPACE): PlacePages {
  const joined = joinLines(place);
  const { text, strong: marks } = seenText(joined.text, joined.marks);
  const quote = { start: marks[0]?.start ?? 0, end: marks.at(-1)?.end ?? 0 };
  const boldUnits = 4 * marks.length;
  const most = Math.max(space.quote / 2, space.quote + space.answer - boldUnits);
  const fits = blockQuoteLength(text.slice(quote.start, quote.end)) + boldUnits <= most;
  const parts = cutQuote(text, most, fits ? quote : null);
  const pages = parts.map((part, at): Page => {
    const partOf = parts.length > 1 ? words.partOf(at + 1, parts.length) : "";
    return {
      tone: "neutral",
      head: [`-# ${words.inPlace}`],
      body: [
        quoteMarkdown({ text, strong: withinPart(marks, part) }, part),
        footerMarkdown(place.citation, words, space.footer, partOf),
      ],
      cited: [],
      isPart: false,
    };
  });
  const first = parts.findIndex(({ end }) => end > quote.start);
  return { pages, first: Math.max(0, first) };
}

/** The lines as one text, and what of it is the quote: a range a line. */
function joinLines({ lines }: QuoteInPlace): { text: string; marks: TextRange[] } {
  const marks: TextRange[] = [];
  let text = "";
  for (const [at, line] of lines.entries()) {
    if (at > 0) text += "\n";
    if (line.marked !== null) {
      const { start, end } = trimmed(line.text, line.marked);
      marks.push({ start: text.length + start, end: text.length + end });
    }
    text += line.text;
  }
  return { text, marks };
}

/** Bold cannot begin or end with a space. */
function trimmed(text: string, { start, end }: TextRange): TextRange {
  const marked = text.slice(start, end);
  const from = start + (marked.length - marked.trimStart().length);
  return { start: from, end: Math.max(from, end - (marked.length - marked.trimEnd().length)) };
}

/** The marks as far as they lie in the part. */
function withinPart(marks: readonly TextRange[], part: TextRange): TextRange[] {
  return marks
    .map(({ start, end }) => ({ start: Math.max(start, part.start), end: Math.min(end, part.end) }))
    .filter(({ start, end }) => start < end);
}
