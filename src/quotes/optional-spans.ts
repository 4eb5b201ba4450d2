/**
 * Finds what stands in a source's text but not in what its reader reads: link targets, footnote marks, tags, numbers
 * of list items. A quotation may hold such words or leave them out. Linear in the text.
 */
import type { TextRange } from "../corpus/source.ts";

/** In UTF-16 code units: what is longer is no mark but text. */
const LONGEST = 1_000;

const MARKUP = [
  /\]\([^()\n]{0,1000}\)/g,
  /\]\[[^[\]\n]{0,100}\]/g,
  /\[\^[^[\]\s]{1,64}\]/g,
  /(?<=[^\s[\]])\[\d{1,3}\]/g,
  /<\/?[a-zA-Z][^<>\n]{0,300}>/g,
  /&(?!amp;)(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,6});/g,
  /(?<=&)amp;/g,
];

/** A bullet or an underline that is also a symbol. */
const LINE_MARK = /^[ \t>]*(?:=+|\+|[\u2600-\u27BF]\uFE0F?|[\uD83C-\uD83E][\uDC00-\uDFFF]\uFE0F?)(?=\s|$)/;
const ITEM_NUMBER = /^[ \t>]*(?:\d{1,3}|[a-zA-Z])[.)](?=[ \t])/;
const ITEM = /^[ \t>]*(?:[-*+•][ \t]|(?:\d{1,3}|[a-zA-Z])[.)][ \t])/;
const BLANK = /^[ \t>]*\r?$/;

/** A number opens an item only where a list can begin: a wrapped line may open with a figure, too. */
function addLineMarks(text: string, from: number, spans: TextRange[]): void {
  let mayOpenList = true;
  for (let start = from; start < text.length; ) {
    const next = text.indexOf("\n", start);
    const end = next === -1 ? text.length : next;
    const line = text.slice(start, Math.min(end, start + LONGEST));
    const mark = LINE_MARK.exec(line) ?? (mayOpenList ? ITEM_NUMBER.exec(line) : null);
    if (mark !== null) spans.push({ start, end: start + mark[0].length });
    mayOpenList = BLANK.test(line) || ITEM.test(line) || /:\s*$/.test(line);
    start = end + 1;
  }
}

function addComments(text: string, from: number, spans: TextRange[]): void {
  for (let start = text.indexOf("<!--", from); start !== -1; ) {
    const close = text.indexOf("-->", start + 4);
    if (close === -1) return;
    spans.push({ start, end: close + 3 });
    start = text.indexOf("<!--", close + 3);
  }
}

/** The spans from `from` on, in order; they may overlap. */
export function findOptionalSpans(text: string, from: number): TextRange[] {
  const spans: TextRange[] = [];
  for (const pattern of MARKUP)
    for (const match of text.slice(from).matchAll(pattern))
      spans.push({ start: from + match.index, end: from + match.index + match[0].length });
  addLineMarks(text, from, spans);
  addComments(text, from, spans);
  return spans.sort((a, b) => a.start - b.start || a.end - b.end);
}
