/** What a source is called when its front matter does not say. */
import { beginningOf } from "../text/graphemes.ts";
import { isTitleLine, parseMarkedHeading, parseUnderline } from "../text/heading-line.ts";

/** A heading below this many UTF-16 code units of text names a part, not the source. */
const MAX_SEARCHED = 65_536;
/** Longer titles are cut; no reader needs more. */
const MAX_TITLE_LENGTH = 300;

/**
 * The heading the body begins with, else its first heading of level 1, else a plain first line that stands alone and
 * reads like a title, else null. Markup is taken out.
 */
export function findTitleInBody(body: string): string | null {
  const lines = body.slice(0, MAX_SEARCHED).split(/\r\n|\n|\r/);
  const first = lines.findIndex((line) => line.trim() !== "");
  if (first === -1) return null;
  const opening = headingAt(lines, first)?.words ?? null;
  if (opening !== null) return cutTitle(opening);
  const heading = findTopHeading(lines, first);
  if (heading !== null) return cutTitle(heading);
  const line = lines[first] ?? "";
  return (lines[first + 1] ?? "").trim() === "" && isTitleLine(line) ? cutTitle(stripMarkup(line)) : null;
}

/** A title made of a file name: `1973_oil_crisis.txt` gives `1973 oil crisis`. */
export function titleFromFile(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1).replace(/\.[^.]*$/u, "");
  const spaced = name.replace(/_+/g, " ");
  const title = spaced.includes(" ") ? spaced : spaced.replace(/-+(?!\d)|(?<!\d)-+/g, " ");
  return title.replace(/\s+/gu, " ").trim() || name;
}

/** Cuts a title that no reader would read to the end. */
export function cutTitle(title: string): string {
  return beginningOf(title, MAX_TITLE_LENGTH);
}

function findTopHeading(lines: readonly string[], from: number): string | null {
  let fence: string | null = null;
  for (let at = from; at < lines.length; at += 1) {
    const mark = /^ {0,3}(```|~~~)/.exec(lines[at] ?? "")?.[1];
    if (mark !== undefined && (fence === null || fence === mark)) fence = fence === null ? mark : null;
    const heading = fence === null ? headingAt(lines, at) : null;
    if (heading?.level === 1) return heading.words;
  }
  return null;
}

function headingAt(lines: readonly string[], at: number): { level: number; words: string } | null {
  const line = lines[at] ?? "";
  const marked = parseMarkedHeading(line);
  const level = marked ? marked.level : parseUnderline(lines[at + 1] ?? "");
  if (level === null || line.trim() === "") return null;
  if (marked === null && /^\s*(?:[-*+>|]|\d+[.)])\s/u.test(line)) return null;
  const words = stripMarkup(marked ? line.slice(marked.start, marked.end) : line);
  return /[\p{L}\p{N}]/u.test(words) ? { level, words } : null;
}

/** The words of a line of Markdown: no links, emphasis, code marks, tags, attributes or escapes. */
function stripMarkup(line: string): string {
  return (
    line
      .slice(0, 4 * MAX_TITLE_LENGTH)
      .replace(/\{[^{}]*\}\s*$/u, "")
      .replace(/!?\[([^[\]]*)\](?:\([^()]*\)|\[[^[\]]*\])/gu, "$1")
      .replace(/<\/?[a-z][^<>]*>/giu, "")
      .replace(/(?<![\p{L}\p{N}\\])_+|_+(?![\p{L}\p{N}])/gu, "")
      // What is escaped stays, what is not goes.
      .replace(/\\([!-/:-@[-`{-~])|[*`]+|~~/gu, "$1")
      .replace(/\s+/gu, " ")
      .trim()
  );
}
