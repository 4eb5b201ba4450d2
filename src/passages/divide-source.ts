/** Divides a source into paragraphs, sentences and passages. Pure; only ranges come out, never text. */
import type { Source, TextRange } from "../corpus/source.ts";
import { assembleBlocks } from "./assemble-blocks.ts";
import { cutLongSentence } from "./cut-long-sentence.ts";
import { gatherPassages } from "./gather-passages.ts";
import type { DividedSource, Paragraph, Sentence } from "./passage.ts";
import { raisePlainHeadings } from "./plain-headings.ts";
import { markPlainLists } from "./plain-lists.ts";
import { splitSentences } from "./split-sentences.ts";
import type { TextBlock, TextUnit } from "./text-block.ts";

type SourceText = Pick<Source, "text" | "bodyStart" | "format">;

/** Divides `source`: the same text always alike, in time linear in its length. */
export function divideSource(source: SourceText): DividedSource {
  const { text } = source;
  const paragraphs: Paragraph[] = [];
  const headingLevels = new Map<Sentence, number>();
  for (const block of findBlocks(source)) {
    const number = paragraphs.length + 1;
    const sentences: Sentence[] = [];
    for (const unit of block.units) {
      for (const range of divideUnit(text, unit)) {
        const sentence = { range, kind: unit.kind, paragraph: number, number: sentences.length + 1 };
        sentences.push(sentence);
        if (unit.kind === "heading") headingLevels.set(sentence, unit.level);
      }
    }
    paragraphs.push({ number, range: block.range, sentences });
  }
  return { paragraphs, passages: gatherPassages(text, paragraphs, headingLevels) };
}

/** Markdown says what is a heading or an item; plain text must be guessed at. */
function findBlocks(source: SourceText): Iterable<TextBlock> {
  const blocks = assembleBlocks(source);
  if (source.format === "markdown") return blocks;
  return markPlainLists(source.text, raisePlainHeadings(source.text, blocks));
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
  if (lines.length === 1) return text.slice(lines[0]?.start, lines[0]?.end);
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
