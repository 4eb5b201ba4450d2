/**
 * Makes text survive Discord's markdown: what a reader sees is the text itself, character for character.
 * Adds backslashes only, never a zero-width character: what is copied from the screen is what stands in the file.
 */

/**
 * Every character that can begin or end markup: emphasis, code, spoilers, quotes, lists, headings, links, mentions,
 * timestamps, emoji names. Discord drops a backslash before anything that is neither letter, digit nor space.
 */
const MARKUP = /[\\*_~|`>#\-+.[\]()<:@!=]/g;
const ESCAPED = /\\([^\p{L}\p{N}\s])/gu;

/** `text` as markdown that reads as `text`. */
export function escapeDiscord(text: string): string {
  return text.replace(MARKUP, "\\$&");
}

/** The text a reader sees for markdown that `escapeDiscord` made; for other markdown, its text without backslashes. */
export function unescapeDiscord(markdown: string): string {
  return markdown.replace(ESCAPED, "$1");
}

/** Length of `text` once it is escaped, in UTF-16 code units. */
export function escapedLength(text: string): number {
  return text.length + (text.match(MARKUP)?.length ?? 0);
}

/** `markdown` behind the bar that is kept for the words of sources: `> ` before every line. */
export function blockQuote(markdown: string): string {
  return `> ${markdown.replaceAll("\n", "\n> ")}`;
}

/** Length of `text` once it is escaped and stands in a block quote. */
export function blockQuoteLength(text: string): number {
  let lines = 1;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines += 1;
  return escapedLength(text) + 2 * lines;
}
