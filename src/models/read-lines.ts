/** Cuts what a model writes into lines as it arrives, within bounds: a model may write without end. */

/** UTF-16 code units in all, and in one line; what is longer is handed on cut, and can only be dropped. */
const MOST_TEXT = 30_000;
const LONGEST_LINE = 4_000;
const MOST_LINES = 200;

/** `flood`: more than any answer has. */
export type LinesEnd = "end" | "flood";

/**
 * Yields lines without their ends; empty ones, and what stands between `<think>` and `</think>`, are left out.
 * What follows the last line end is yielded when the pieces end well; when they throw, it is not.
 */
export async function* readLines(pieces: AsyncIterable<string>): AsyncGenerator<string, LinesEnd> {
  let [rest, read, lines] = ["", 0, 0];
  let isThinking = false;
  const said = (line: string): string => {
    const opens = /^\s*<think(?:ing)?>/i.test(line);
    const closes = /<\/think(?:ing)?>/i.exec(line);
    if (isThinking || opens) {
      isThinking = closes === null;
      return closes === null ? "" : line.slice(closes.index + closes[0].length).trim();
    }
    return line.trim();
  };
  for await (const piece of pieces) {
    read += piece.length;
    const parts = `${rest}${piece}`.split(/\r\n|[\n\r\u2028\u2029]/);
    rest = (parts.pop() ?? "").slice(0, LONGEST_LINE);
    for (const part of parts) {
      const line = said(part.slice(0, LONGEST_LINE));
      if (line !== "") yield line;
      lines += 1;
      if (lines >= MOST_LINES) return "flood";
    }
    if (read > MOST_TEXT) return "flood";
  }
  const last = said(rest);
  if (last !== "") yield last;
  return "end";
}
