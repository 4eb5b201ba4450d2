/** Finds quotations set as lines behind `>`, as in mail, Markdown and chats; `>>> ` quotes the rest of a message. */

export interface BlockQuote {
  /** The lines without their marks, joined by line ends. */
  readonly quote: string;
  /** From the first word of the first line to the end of the last line. */
  readonly range: { readonly start: number; readonly end: number };
}

/** At most three spaces, then one mark for each level. */
const MARK = /^ {0,3}(?:>[ \t]?){1,20}/;
const REST = /^>>>[ \t]/;

interface Line {
  readonly start: number;
  readonly end: number;
}

function* linesOf(text: string): Generator<Line> {
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found;
    yield { start, end: text.charAt(end - 1) === "\r" && end > start ? end - 1 : end };
    start = end + 1;
  }
}

/** The block quotes of `text`, in order; those without a word are left out. */
export function extractBlockQuotes(text: string): BlockQuote[] {
  const quotes: BlockQuote[] = [];
  let lines: { start: number; end: number; content: string }[] = [];
  const close = (): void => {
    const quote = lines
      .map(({ content }) => content)
      .join("\n")
      .trim();
    const [first, last] = [lines[0], lines.at(-1)];
    if (first !== undefined && last !== undefined && /[\p{L}\p{N}]/u.test(quote))
      quotes.push({ quote, range: { start: first.start, end: last.end } });
    lines = [];
  };
  for (const { start, end } of linesOf(text)) {
    const line = text.slice(start, end);
    const rest = lines.length === 0 ? REST.exec(line) : null;
    if (rest !== null) {
      const from = start + rest[0].length;
      const quote = text.slice(from).trim();
      if (quote !== "") quotes.push({ quote, range: { start: from, end: text.length } });
      return quotes;
    }
    const mark = MARK.exec(line);
    if (mark === null) close();
    else lines.push({ start: start + mark[0].length, end, content: line.slice(mark[0].length) });
  }
  close();
  return quotes;
}
