/** How the tests look at a division: as text, not as offsets. */
import type { SourceFormat, TextRange } from "../../src/corpus/source.ts";
import { divideSource } from "../../src/passages/divide-source.ts";
import type { DividedSource } from "../../src/passages/passage.ts";

export function divideText(text: string, format: SourceFormat): DividedSource {
  return divideSource({ text, format, bodyStart: 0 });
}

/** Each paragraph as `kind: words` of its sentences. */
export function showParagraphs(text: string, format: SourceFormat): string[][] {
  return divideText(text, format).paragraphs.map(({ sentences }) =>
    sentences.map(({ kind, range }) => `${kind}: ${cut(text, range)}`),
  );
}

/** Each passage as the words of its sentences, and the words of its context. */
export function showPassages(text: string, format: SourceFormat): { says: string[]; under: string[] }[] {
  return divideText(text, format).passages.map(({ sentences, context }) => ({
    says: sentences.map(({ range }) => cut(text, range)),
    under: context.map((range) => cut(text, range)),
  }));
}

export function cut(text: string, range: TextRange): string {
  return text.slice(range.start, range.end);
}
