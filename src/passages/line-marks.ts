/** The marks that open a line and are no part of what it says. Each question looks at one line and nothing else. */

/** A line of three or more backticks or tildes. */
export interface FenceMark {
  readonly mark: string;
  readonly length: number;
  /** Whether nothing follows the mark, so that it may close as well as open. */
  readonly isBare: boolean;
}

/** A list mark: the units of white space before it, and where the item's words begin. */
export interface ItemMark {
  readonly indent: number;
  readonly start: number;
  /** How surely it is one when it stands in running text: a wrapped line may begin with a number or a dash. */
  readonly interrupts: boolean;
}

const QUOTE_MARKS = /^(?: {0,3}>(?: |(?=\t|>|$)))+/;
const MARKDOWN_QUOTE_MARKS = /^(?: {0,3}> ?)+/;
const FENCE = /^ {0,12}(`{3,}|~{3,})(.*)$/s;
const ITEM =
  /^([ \t]{0,40})(?:([-*+•‣◦▪▫●○■□►▸➢➤✓✔✗✘·∙⁃])|([–—])|(\d{1,9})[.)]|\(\d{1,3}\)|\(?[a-zA-Z]\)|[ivx]{1,5}\)|([a-z])\.)[ \t]+(?=\S)/u;
const CHECKBOX = /^\[[ xX]\][ \t]+(?=\S)/;
const LINK_DEFINITION = /^ {0,3}\[[^\]^[]{1,100}\]:[ \t]*\S/;
const FOOTNOTE = /^\[\^[^\]\s]{1,40}\]:[ \t]+(?=\S)/;

/** The length of the `>` marks that open a line, 0 when there are none. In plain text `>` must stand alone. */
export function quoteMarkLength(line: string, isMarkdown: boolean): number {
  return (isMarkdown ? MARKDOWN_QUOTE_MARKS : QUOTE_MARKS).exec(line)?.[0].length ?? 0;
}

/** Reads a fence line; null for any other. Tildes fence in Markdown only: plain text underlines with them. */
export function parseFence(line: string, isMarkdown: boolean): FenceMark | null {
  const match = FENCE.exec(line);
  const marks = match?.[1] ?? "";
  const rest = match?.[2] ?? "";
  const mark = marks.slice(0, 1);
  if (mark === "" || (mark === "~" && !isMarkdown) || (mark === "`" && rest.includes("`"))) return null;
  return { mark, length: marks.length, isBare: rest.trim() === "" };
}

/** Reads the mark of a list item (bullet, number, letter, footnote), or of a line that defines a link; null for any other line. */
export function parseItemMark(line: string): ItemMark | null {
  const footnote = FOOTNOTE.exec(line);
  if (footnote) return { indent: 0, start: footnote[0].length, interrupts: true };
  if (LINK_DEFINITION.test(line)) return { indent: 0, start: 0, interrupts: true };
  const match = ITEM.exec(line);
  if (!match || /^[ \t]*i\.[ \t]?e\./.test(line)) return null;
  const start = match[0].length;
  const isSure = match[2] !== undefined || match[4] === "1";
  const checkbox = CHECKBOX.exec(line.slice(start))?.[0].length ?? 0;
  return { indent: match[1]?.length ?? 0, start: start + checkbox, interrupts: isSure };
}

/** Whether this is the line that rules off a table's head: `|---|:--:|`. */
export function isTableRule(line: string): boolean {
  return line.includes("|") && line.includes("-") && /^[-|: \t]+$/.test(line);
}

/** Whether this is a table row by itself: it begins and ends with `|`. */
export function isFullRow(line: string): boolean {
  const row = line.trim();
  return row.length > 2 && row.startsWith("|") && row.endsWith("|");
}

/** Where a row's words stand in its line: without outer pipes and white space. */
export function rowContent(line: string): { start: number; end: number } {
  let start = line.length - line.trimStart().length;
  let end = line.trimEnd().length;
  if (line[start] === "|") start += 1;
  if (end > start && line[end - 1] === "|" && line[end - 2] !== "\\") end -= 1;
  return { start, end };
}

/** Whether a Markdown line ends in a hard break: two spaces or a backslash. */
export function hasHardBreak(line: string): boolean {
  return /(?:\S {2,}|\\)$/.test(line.slice(-4));
}
