/** Divides a source into paragraphs, sentences and passages. Pure; only ranges come out, never text. */
import type { Source, TextRange } from "../corpus/source.ts";
import { assembleBlocks } from "./assemble-blocks.ts";
import { classifyLines } from "./classify-lines.ts";
import { cutLongSentence } from "./cut-long-sentence.ts";
import { gatherPassages } from "./gather-passages.ts";
import type { DividedSource, Paragraph, Sentence } from "./passage.ts";
import { raisePlainHeadings } from "./plain-headings.ts";
import { splitSentences } from "./split-sentences.ts";
import type { TextUnit } from "./text-block.ts";

/** Raised with every change to where a source is divided: what was stored under another number is stale. */
export const DIVISION_VERSION = 1;

/** Divides `source`: the same text always alike, in time linear in its length. */
export function divideSource(source: Pick<Source, "text" | "bodyStart" | "format">): DividedSource {
  const { text, format } = source;
  const assembled = assembleBlocks(source, classifyLines(source));
  const blocks = format === "text" ? raisePlainHeadings(text, assembled) : assembled;
  const headingLevels = new Map<Sentence, number>();
  const paragraphs = blocks.map((block, at): Paragraph => {
    const sentences: Sentence[] = [];
    for (const unit of block.units) {
      for (const range of divideUnit(text, unit)) {
        const sentence = { range, kind: unit.kind, paragraph: at + 1, number: sentences.length + 1 };
        sentences.push(sentence);
        if (unit.kind === "heading") headingLevels.set(sentence, unit.level);
      }
    }
    return { number: at + 1, range: block.range, sentences };
  });
  return { paragraphs, passages: gatherPassages(text, paragraphs, headingLevels) };
}

/** The sentences of a unit. One without a letter or digit says nothing and is left out. */
function divideUnit(text: string, unit: TextUnit): readonly TextRange[] {
  const start = unit.lines[0]?.start ?? 0;
  const end = unit.lines.at(-1)?.end ?? start;
  const isRunning = unit.kind === "prose" || unit.kind === "item";
  const ranges = isRunning
    ? splitSentences(withoutMarks(text, unit.lines)).map((range) => shift(range, start))
    : [{ start, end }];
  return ranges
    .flatMap((range) => cutLongSentence(text, range))
    .filter((range) => /[\p{L}\p{N}]/u.test(text.slice(range.start, range.end)));
}

/** The unit's text with spaces in place of line ends and of the marks that open its lines: as long as it was. */
function withoutMarks(text: string, lines: readonly TextRange[]): string {
  const parts: string[] = [];
  let last = lines[0]?.start ?? 0;
  for (const { start, end } of lines) {
    parts.push(" ".repeat(start - last), text.slice(start, end));
    last = end;
  }
  return parts.join("");
}

function shift(range: TextRange, by: number): TextRange {
  return { start: range.start + by, end: range.end + by };
}
