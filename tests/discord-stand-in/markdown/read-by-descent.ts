/** A markdown reader that walks character by character and descends into what it finds. Uses no regular expression on the text. */
import type { Mark, MarkdownReader, MarkKind } from "../markdown.ts";
import { takeAtom, takeMaskedLink } from "./descent-atoms.ts";

interface Screen {
  readonly lines: { isQuoted: boolean; text: string }[];
  readonly marks: Mark[];
}

export const readByDescent: MarkdownReader = (content) => {
  const screen: Screen = { lines: [{ isQuoted: false, text: "" }], marks: [] };
  readBlocks(content, false, screen);
  return screen;
};

/** Pairs of delimiters, longest first. */
const pairs: readonly (readonly [string, MarkKind])[] = [
  ["||", "spoiler"],
  ["**", "bold"],
  ["__", "underline"],
  ["~~", "strike"],
  ["*", "italic"],
  ["_", "italic"],
];

function readBlocks(text: string, inQuote: boolean, screen: Screen): void {
  let i = 0;
  while (i < text.length) {
    const atLineStart = i === 0 || text[i - 1] === "\n";
    const quote = atLineStart && !inQuote ? takeQuote(text, i) : null;
    if (quote !== null) {
      openQuote(screen);
      readBlocks(quote.inner, true, screen);
      i = quote.end;
      if (i < text.length || quote.endsLine) newLine(screen, false);
      continue;
    }
    const prefix = atLineStart ? takePrefix(text, i) : null;
    if (prefix !== null) {
      screen.marks.push({ kind: prefix.kind, text: text.slice(i, prefix.end) });
      i = prefix.end;
      continue;
    }
    i = readInline(text, i, inQuote, screen);
  }
}

/** Reads one thing inside a line, or one character; returns where the next one starts. */
function readInline(text: string, i: number, inQuote: boolean, screen: Screen): number {
  const atom = takeAtom(text, i);
  if (atom !== null) {
    if (atom.kind !== null) screen.marks.push({ kind: atom.kind, text: text.slice(i, atom.end) });
    write(screen, atom.shown, inQuote);
    return atom.end;
  }
  const link = takeMaskedLink(text, i);
  if (link !== null) {
    screen.marks.push({ kind: "link", text: text.slice(i, link.end) });
    readInlines(link.label, inQuote, screen);
    return link.end;
  }
  for (const [delimiter, kind] of pairs) {
    const inner = takePair(text, i, delimiter);
    if (inner === null) continue;
    screen.marks.push({ kind, text: inner });
    readInlines(inner, inQuote, screen);
    return i + inner.length + 2 * delimiter.length;
  }
  write(screen, text[i] ?? "", inQuote);
  return i + 1;
}

function readInlines(text: string, inQuote: boolean, screen: Screen): void {
  let i = 0;
  while (i < text.length) i = readInline(text, i, inQuote, screen);
}

/** The text between a delimiter at `i` and its match; null when there is no match. */
function takePair(text: string, i: number, delimiter: string): string | null {
  if (!text.startsWith(delimiter, i)) return null;
  const start = i + delimiter.length;
  if (delimiter === "*" && isSpace(text[start])) return null;
  let at = start;
  while (at < text.length) {
    if (text[at] === "\\") {
      at += 2;
      continue;
    }
    if (at > start && text.startsWith(delimiter, at) && mayClose(text, at, delimiter))
      return text.slice(start, at);
    at += 1;
  }
  return null;
}

/** A closing delimiter is not the start of a longer run; `_` closes only before something that is no word. */
function mayClose(text: string, at: number, delimiter: string): boolean {
  const next = text[at + delimiter.length];
  if (delimiter === "||") return true;
  if (delimiter === "_") return next === undefined || !isWord(next);
  if (delimiter === "~~") return true;
  return next !== delimiter[0];
}

interface Quote {
  readonly inner: string;
  readonly end: number;
  /** The quote took the line break at its end with it. */
  readonly endsLine: boolean;
}

function takeQuote(text: string, i: number): Quote | null {
  const at = skipSpaces(text, i);
  if (text.startsWith(">>> ", at)) return { inner: text.slice(at + 4), end: text.length, endsLine: false };
  const inner: string[] = [];
  let start = i;
  while (start <= text.length) {
    const mark = skipSpaces(text, start);
    if (!text.startsWith("> ", mark)) break;
    const end = endOfLine(text, mark);
    inner.push(text.slice(mark + 2, end));
    start = end + 1;
  }
  if (inner.length === 0) return null;
  const end = Math.min(start, text.length);
  return { inner: inner.join("\n"), end, endsLine: text[end - 1] === "\n" };
}

/** A heading, subtext or list sign at the start of a line. */
function takePrefix(text: string, i: number): { readonly kind: MarkKind; readonly end: number } | null {
  if (text.startsWith("-# ", i)) return { kind: "subtext", end: i + 3 };
  let at = i;
  while (text[at] === "#") at += 1;
  if (at > i && at - i <= 3 && text[at] === " ") return { kind: "heading", end: skipSpaces(text, at) };
  at = skipSpaces(text, i);
  if ((text[at] === "-" || text[at] === "*") && text[at + 1] === " ") return { kind: "list", end: at + 2 };
  const digits = at;
  while (isDigit(text[at])) at += 1;
  if (at > digits && text[at] === "." && text[at + 1] === " ") return { kind: "list", end: at + 2 };
  return null;
}

function openQuote(screen: Screen): void {
  const last = screen.lines.at(-1);
  if (last !== undefined) last.isQuoted = true;
}

function write(screen: Screen, shown: string, inQuote: boolean): void {
  const [first = "", ...rest] = shown.split("\n");
  const last = screen.lines.at(-1);
  if (last !== undefined) last.text += first;
  for (const text of rest) screen.lines.push({ isQuoted: inQuote, text });
}

function newLine(screen: Screen, isQuoted: boolean): void {
  screen.lines.push({ isQuoted, text: "" });
}

function endOfLine(text: string, i: number): number {
  const end = text.indexOf("\n", i);
  return end === -1 ? text.length : end;
}

function skipSpaces(text: string, i: number): number {
  let at = i;
  while (text[at] === " ") at += 1;
  return at;
}

function isSpace(char: string | undefined): boolean {
  return char !== undefined && char.trim() === "";
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= "0" && char <= "9";
}

function isWord(char: string): boolean {
  return isDigit(char) || char === "_" || (char >= "a" && char <= "z") || (char >= "A" && char <= "Z");
}
