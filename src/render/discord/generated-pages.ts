/**
 * A model's answer page by page: each statement with its footnotes and, right under it, the quotes it rests on. What
 * does not fit goes on over the page, under a reminder of what it belongs to. Pure.
 */
import type { Answer, Citation, Statement } from "../../answers/answer.ts";
import { confidenceInWords } from "../confidence.ts";
import { isolateDirection, makeVisible } from "../visible.ts";
import { differingTexts, modelRemarks, questionTexts } from "./answer-frame.ts";
import { escapeDiscord } from "./escape-discord.ts";
import { cutQuote, type Page, type Space, shortLine } from "./pages.ts";
import { footerMarkdown, quoteMarkdown, seenText } from "./quote.ts";
import type { Words } from "./words.ts";

/** Of a statement whose quotes go on over the page. */
const REMINDER_UNITS = 120;
/** A space, and two marks that close off a text written from right to left. */
const ISOLATE_UNITS = 3;

/** A text that is not divided any more. */
interface Block {
  readonly markdown: string;
  readonly cited: Citation | null;
  readonly isPart: boolean;
}

type GeneratedBody = Pick<Page, "body" | "cited" | "isPart">;

/** The pages of a model's answer, of which more may be to come. */
export function generatedPages(answer: Answer, words: Words, space: Space): Page[] {
  const bodies = generatedBodies(answer, words, space);
  const head = [...questionTexts(answer, words, space), ...differingTexts(answer, words, space)];
  const remarks = modelRemarks(answer, words);
  const confidence = words.confidence[confidenceInWords(answer.confidence)];
  return bodies.map(({ body, cited, isPart }, at) => {
    const page = bodies.length > 1 ? words.pageOf(at + 1, bodies.length) : "";
    const foot = `-# ${[words.byModel, confidence, page].filter(Boolean).join(" · ")}`;
    return { tone: "answer", head, body: [...body, ...remarks, foot], cited, isPart };
  });
}

/** At least one page; `body` holds at most `space.answer + space.quote + space.footer`. */
export function generatedBodies(
  answer: Pick<Answer, "statements" | "citations">,
  words: Words,
  space: Space,
): GeneratedBody[] {
  const room = space.answer + space.quote + space.footer;
  const pages: Block[][] = [[]];
  let length = 0;
  const put = (block: Block): void => {
    pages.at(-1)?.push(block);
    length += block.markdown.length + 1;
  };
  const turn = (): void => {
    pages.push([]);
    length = 0;
  };
  for (const statement of answer.statements) {
    const [said, quotes] = blocksOf(statement, answer.citations, words, space);
    const [firstSaid, firstQuote] = [said[0], quotes[0]];
    const least = (firstSaid?.markdown.length ?? 0) + (firstQuote?.markdown.length ?? 0) + 2;
    if (length > 0 && length + least > room) turn();
    for (const block of [...said, ...quotes]) {
      if (length > 0 && length + block.markdown.length + 1 > room) {
        turn();
        put({ markdown: reminderOf(statement), cited: null, isPart: false });
      }
      put(block);
    }
  }
  return pages.map((blocks) => ({
    body: [blocks.map(({ markdown }) => markdown).join("\n")],
    cited: [...new Set(blocks.flatMap(({ cited }) => cited ?? []))],
    isPart: blocks.some(({ isPart }) => isPart),
  }));
}

function blocksOf(
  { text, citations: numbers, beside = [] }: Statement,
  citations: readonly Citation[],
  words: Words,
  space: Space,
): [Block[], Block[]] {
  const marks = numbers.map((n) => `\\[${n}\\]`).join("");
  const seen = makeVisible(text);
  const parts = cutQuote(seen, space.answer - marks.length - ISOLATE_UNITS);
  const said = parts.map(({ start, end }, at): Block => {
    const shown = isolateDirection(escapeDiscord(seen.slice(start, end)));
    const isLast = at === parts.length - 1;
    return { markdown: isLast ? `${shown} ${marks}` : shown, cited: null, isPart: false };
  });
  const cited = (wanted: readonly number[]) =>
    wanted
      .flatMap((n) => citations.find((one) => one.n === n) ?? [])
      .flatMap((citation) => quoteBlocks(citation, words, space));
  const others = cited(beside);
  const heading = { markdown: `-# ${words.butElsewhere}`, cited: null, isPart: false };
  return [said, [...cited(numbers), ...(others.length > 0 ? [heading, ...others] : [])]];
}

function quoteBlocks(citation: Citation, words: Words, space: Space): Block[] {
  const seen = seenText(citation.quote);
  const parts = cutQuote(seen.text, space.quote - REMINDER_UNITS);
  return parts.map((part, at) => {
    const partOf = parts.length > 1 ? words.partOf(at + 1, parts.length) : "";
    const footer = footerMarkdown(citation, words, space.footer, partOf);
    return {
      markdown: `${quoteMarkdown(seen, part)}\n${footer}`,
      cited: citation,
      isPart: parts.length > 1,
    };
  });
}

function reminderOf({ text }: Statement): string {
  return `-# ${shortLine(text, REMINDER_UNITS - 4)}`;
}
