/**
 * A markdown reader that works with patterns on whole texts: first what stands for itself is put away behind one
 * character each, then pairs are taken off in rounds, then lines are looked at. Meant for texts of a message's length.
 */
import type { Mark, MarkdownReader, MarkKind, ReadLine } from "../markdown.ts";

/** Characters from here on stand for what was put away; the text's own characters of this range are put away first. */
const firstToken = 0x100000;

/** Fenced code, block quotes and everything between them. */
const segments = /\\[^0-9A-Za-z\s]|```[\s\S]+?```|^ *>>> [\s\S]*|(?:^ *> [^\n]*(?:\n|$(?![\s\S])))+/gmu;

const atoms: readonly (readonly [MarkKind | null, RegExp])[] = [
  [null, /[\u{100000}-\u{10ffff}]/u],
  [null, /¯\\_\(ツ\)_\/¯/u],
  [null, /\\[^0-9A-Za-z\s]/u],
  ["code block", /```[\s\S]+?```/u],
  ["code", /(?<ticks>`+)(?!`)[\s\S]*?[^`]\k<ticks>(?!`)/u],
  ["role", /<@&\d+>/u],
  ["user", /<@!?\d+>/u],
  ["channel", /<#\d+>|<id:[^\s>]+>/u],
  ["command", /<\/[^>:\n]+:\d+>/u],
  ["timestamp", /<t:-?\d+(?::[A-Za-z])?>/u],
  ["emoji", /<a?:[^\s:>]+:\d+>/u],
  ["link", /<[^:\s>]+:\/[^\s>]+>|<(?:mailto|tel|sms):[^\s>]+>|<\+\d+>/u],
  ["link", /(?:https?|steam|discord):\/\/[^\s<)]+/u],
  ["everyone", /@everyone|@here/u],
  ["emoji", /:[0-9A-Za-z_+-]+:/u],
];

const pairs: readonly (readonly [MarkKind, RegExp])[] = [
  ["link", /\[((?:[^[\]]|\[[^[\]]*\])+)\]\(\s*<?(?:\p{Co}|https?:|mailto:|tel:|discord:|steam:)[^)]*\)/u],
  ["spoiler", /\|\|([\s\S]+?)\|\|/u],
  ["bold", /\*\*([\s\S]+?)\*\*(?!\*)/u],
  ["underline", /__([\s\S]+?)__(?!_)/u],
  ["strike", /~~([\s\S]+?)~~/u],
  ["italic", /\*(?![\s*])([^*]+)\*(?!\*)/u],
  ["italic", /(?<!_)_([^_]+)_(?![0-9A-Za-z_])/u],
];

const prefixes: readonly (readonly [MarkKind, RegExp])[] = [
  ["subtext", /^-# /u],
  ["heading", /^#{1,3} +/u],
  ["list", /^ *[-*] /u],
  ["list", /^ *\d+\. /u],
];

export const readByPatterns: MarkdownReader = (content) => {
  const marks: Mark[] = [];
  const lines: ReadLine[] = [];
  const add = (text: string, isQuoted: boolean): void => {
    lines.push(...readPart(text, marks).map((line) => ({ isQuoted, text: line })));
  };
  let plain = "";
  let done = 0;
  for (const match of content.matchAll(segments)) {
    const isQuote = /^ *>/.test(match[0]);
    if (!isQuote) continue;
    plain = content.slice(done, match.index);
    // The line break before a quote belongs to neither side.
    if (plain !== "") add(plain.replace(/\n$/, ""), false);
    add(withoutQuoteMarks(match[0]), true);
    done = match.index + match[0].length;
  }
  if (done < content.length || done === 0 || content.endsWith("\n")) add(content.slice(done), false);
  return { lines, marks };
};

function withoutQuoteMarks(quote: string): string {
  if (/^ *>>> /.test(quote)) return quote.replace(/^ *>>> /, "");
  return quote
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => line.replace(/^ *> /, ""))
    .join("\n");
}

/** Lines of a part that is wholly inside or wholly outside a quote. */
function readPart(text: string, marks: Mark[]): readonly string[] {
  const shown: string[] = [];
  const putAway = (visible: string): string => {
    shown.push(visible);
    return String.fromCodePoint(firstToken + shown.length - 1);
  };
  const restore = (part: string): string =>
    part.replace(
      /[\u{100000}-\u{10ffff}]/gu,
      (token) => shown[(token.codePointAt(0) ?? 0) - firstToken] ?? "",
    );

  const anyAtom = new RegExp(atoms.map(([, pattern], n) => `(?<a${n}>${pattern.source})`).join("|"), "gu");
  let rest = text.replace(anyAtom, (...args) => {
    const whole = String(args[0]);
    const groups: Record<string, string | undefined> = args.at(-1);
    const n = atoms.findIndex((_, index) => groups[`a${index}`] !== undefined);
    const kind = atoms[n]?.[0] ?? null;
    if (kind !== null) marks.push({ kind, text: whole });
    return putAway(shownOf(whole, kind));
  });
  for (let changed = true; changed; ) {
    changed = false;
    for (const [kind, pattern] of pairs) {
      rest = rest.replace(pattern, (_, inner: string) => {
        changed = true;
        marks.push({ kind, text: restore(inner) });
        return inner;
      });
    }
  }
  const lines = rest.split("\n").map((line) => {
    const found = prefixes.find(([, pattern]) => pattern.test(line));
    if (found === undefined) return line;
    marks.push({ kind: found[0], text: restore(line) });
    return line.replace(found[1], "");
  });
  return restore(lines.join("\n")).split("\n");
}

function shownOf(whole: string, kind: MarkKind | null): string {
  if (kind === "code block") return whole.slice(3, -3);
  if (kind === "code") return whole.replace(/^`+|`+$/g, "");
  return kind === null && whole.length > 1 && whole.startsWith("\\") ? whole.slice(1) : whole;
}
