/** From any text to a citation and back: what is quoted is what stands there, and its id leads there again. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { citeSentences } from "../../src/answers/citation.ts";
import { citeInContext } from "../../src/answers/cite-in-context.ts";
import { placeCiter } from "../../src/answers/cite-place.ts";
import type { SourceFormat } from "../../src/corpus/source.ts";
import { parseCitationId } from "../../src/passages/citation-id.ts";
import { divideSource } from "../../src/passages/divide-source.ts";
import { makeSource } from "../doubles/make-source.ts";
import { MemoryCorpusIndex } from "../doubles/memory-corpus-index.ts";
import { resolveCitationId } from "../passages/resolve-citation-id.ts";

const pieces = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.constantFrom(
    "One said yes. ",
    "# Title\n",
    "\n\n",
    "\r\n\r\n",
    "\r",
    "- item\n",
    "| a | b |\n",
    "> quoted\n",
    "```\n",
    "这是一句话。",
    "Это так. ",
    "👩‍👩‍👧 ",
    "e\u0301 ",
  ),
);
const texts = fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join(""));
const formats = fc.constantFrom<SourceFormat>("markdown", "text");

/** Counts line ends one by one. */
function slowLine(text: string, offset: number): number {
  return (
    text.slice(0, offset).replace(/\r\n/g, "\n").replace(/\r/g, "\n").split("\n").length -
    (text[offset] === "\n" && text[offset - 1] === "\r" ? 1 : 0)
  );
}

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

function placesBetweenGraphemes(text: string): number[] {
  return [...Array.from(segmenter.segment(text), ({ index }) => index), text.length];
}

const placeFrom = (places: readonly number[], at: number) => places.find((place) => place >= at) ?? 0;
const placeTo = (places: readonly number[], at: number) => places.findLast((place) => place <= at) ?? 0;

function open(text: string, format: SourceFormat) {
  const source = makeSource(text, { format });
  const divided = divideSource(source);
  return { source, divided, index: new MemoryCorpusIndex([{ source, passages: divided.passages }]) };
}

describe("the chain from file to citation", () => {
  it("quotes the file's own characters at the place it names, for any text", () => {
    fc.assert(
      fc.property(texts, formats, (text, format) => {
        const { source, divided } = open(text, format);
        const places = placesBetweenGraphemes(text);
        for (const passage of divided.passages) {
          for (const sentence of passage.sentences) {
            const citation = citeSentences({ key: 0, source, passage }, [sentence], 1);
            const { start, end, quote, prefix, suffix } = citation;
            expect(text.slice(start, end)).toBe(quote);
            expect(text.slice(0, start).endsWith(prefix) && text.slice(end).startsWith(suffix)).toBe(true);
            expect(start - prefix.length).toBe(Math.min(start, placeFrom(places, start - 32)));
            expect(end + suffix.length).toBe(Math.max(end, placeTo(places, end + 32)));
            expect([citation.line, citation.endLine]).toEqual([
              slowLine(text, start),
              slowLine(text, end - 1),
            ]);
            const parsed = parseCitationId(citation.id);
            expect(parsed && resolveCitationId(parsed, divided)).toEqual({ start, end });
          }
        }
      }),
      { seed: 11, numRuns: 400 },
    );
  });

  it("finds every citation again by its id", async () => {
    await fc.assert(
      fc.asyncProperty(texts, formats, async (text, format) => {
        const { source, divided, index } = open(text, format);
        for (const { sentences, number } of divided.paragraphs) {
          const [first, last] = [sentences[0], sentences.at(-1)];
          if (first === undefined || last === undefined) continue;
          const passage = divided.passages.find((one) => one.sentences.includes(first));
          if (passage === undefined) throw new Error("a sentence stands in no passage");
          const citation = citeSentences({ key: 0, source, passage }, sentences, 1);
          const again = await citeInContext(index, citation.id, 1);
          expect(again.citation).toEqual(citation);
          expect(citation.paragraph).toBe(number);
          const marked = again.lines.map(({ text: line, marked }) =>
            marked ? line.slice(marked.start, marked.end) : "",
          );
          expect(marked.join("").length).toBeLessThanOrEqual(citation.quote.length);
        }
      }),
      { seed: 12, numRuns: 200 },
    );
  });

  it("cites any range that holds more than white space", async () => {
    const property = fc.asyncProperty(
      texts,
      formats,
      fc.nat(),
      fc.nat(),
      async (text, format, at, length) => {
        const { source, index } = open(text, format);
        const start = at % (text.length + 1);
        const range = { start, end: Math.min(text.length, start + (length % 30)) };
        fc.pre(text.slice(range.start, range.end).trim() !== "");
        const { quote, id } = await placeCiter(index)(source, range, 1);
        expect(quote).toBe(text.slice(range.start, range.end));
        expect(parseCitationId(id)).not.toBeNull();
      },
    );
    await fc.assert(property, { seed: 13, numRuns: 400 });
  });

  it("names words that stand in no sentence by the sentence before them, else by the first", async () => {
    const text = "```js header\ncode();\n```\n\nOne went.\n\n```python script\nx();\n```\n";
    const { source, index } = open(text, "markdown");
    const cite = async (quote: string) => {
      const start = text.indexOf(quote);
      return (await placeCiter(index)(source, { start, end: start + quote.length }, 1)).id;
    };
    expect(await cite("js header")).toBe("notes:1.1");
    expect(await cite("python script")).toBe("notes:2.1");
  });

  it("names any range by the sentences it touches", async () => {
    const text = "One went. Two came.\n\nThree stayed. Four left.";
    const { source, index } = open(text, "text");
    const cite = async (quote: string) => {
      const start = text.indexOf(quote);
      return (await placeCiter(index)(source, { start, end: start + quote.length }, 1)).id;
    };
    expect(await cite("went")).toBe("notes:1.1");
    expect(await cite("went. Two")).toBe("notes:1.1-2");
    expect(await cite("Two came.\n\nThree")).toBe("notes:1.2");
    expect(await cite("stayed. Four")).toBe("notes:2.1-2");
  });
});
