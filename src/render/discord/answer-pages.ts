/**
 * The answer card: the question, the answer with its footnotes, the quotes page by page; or that the sources do not
 * say, why, and the closest passages, in another colour and under other words. Pure.
 */
import { type Answer, type Citation, shownCitations } from "../../answers/answer.ts";
import { confidenceInWords } from "../confidence.ts";
import { isolateDirection, makeVisible } from "../visible.ts";
import { differingTexts, modelRemarks, questionTexts, unansweredTexts } from "./answer-frame.ts";
import { clipMarkdown } from "./components.ts";
import { blockQuoteLength, escapeDiscord } from "./escape-discord.ts";
import { generatedPages } from "./generated-pages.ts";
import { CARD_SPACE, cutQuote, type Page, packTexts, type Space, shortLine } from "./pages.ts";
import { footerMarkdown, quoteMarkdown, seenQuote } from "./quote.ts";
import { isEnglish, type Words } from "./words.ts";

/** Bold marks around what answers. */
const BOLD_UNITS = 4;
/** A space, and two marks that close off a text written from right to left. */
const ISOLATE_UNITS = 3;

/** The pages of an answer; there is at least one. */
export function answerPages(answer: Answer, words: Words, space: Space = CARD_SPACE): Page[] {
  if (answer.status !== "answered") return abstainedPages(answer, words, space);
  return answer.mode === "generative"
    ? generatedPages(answer, words, space)
    : answeredPages(answer, words, space);
}

/** The passages that speak to a text, whether or not they answer it. */
export function passagePages(answer: Answer, words: Words, space: Space = CARD_SPACE): Page[] {
  const found = shownCitations(answer);
  const head = [found.length === 0 ? words.nothingNear : words.speakTo];
  if (found.length === 0) return [{ tone: "refusal", head, body: [], cited: [], isPart: false }];
  return quotePages(
    found.map((citation) => [citation]),
    words,
    space,
  ).map((page) => ({ ...page, tone: "neutral", head }));
}

function answeredPages(answer: Answer, words: Words, space: Space): Page[] {
  const overview = statementTexts(answer, space);
  const differing = differingTexts(answer, words, space);
  const remarks = modelRemarks(answer, words);
  const pages = quotePages(groupCitations(answer, words, space), words, space);
  const confidence = words.confidence[confidenceInWords(answer.confidence)];
  const count = Math.max(pages.length, overview.length);
  return Array.from({ length: count }, (_, at): Page => {
    const page = pages[Math.min(at, pages.length - 1)];
    const said = overview[Math.min(at, overview.length - 1)];
    const foot = `-# ${[confidence, count > 1 ? words.pageOf(at + 1, count) : ""].filter(Boolean).join(" · ")}`;
    return {
      tone: "answer",
      head: [
        ...questionTexts(answer, words, space),
        ...(said === undefined ? [] : [said]),
        ...unansweredTexts(answer, words, space),
        ...differing,
      ],
      body: [...(page?.body ?? []), ...remarks, foot],
      cited: page?.cited ?? [],
      isPart: page?.isPart ?? false,
    };
  });
}

function abstainedPages(answer: Answer, words: Words, space: Space): Page[] {
  const { abstention } = answer;
  const closest = abstention?.closest ?? [];
  const terms = abstention?.missingTerms ?? [];
  const missing = terms.length > 0 ? words.missing(terms.map((term) => shortLine(term, 40)).join(", ")) : "";
  const why = whyNot(abstention?.reason ?? "", missing, words);
  const head = [...questionTexts(answer, words, space), `**${words.doNotSay}**`];
  if (why !== "") head.push(clipMarkdown(why, space.answer));
  if (closest.length === 0) {
    head.push(words.nothingNear);
    return [{ tone: "refusal", head, body: [], cited: [], isPart: false }];
  }
  const pages = quotePages(
    closest.map((citation) => [citation]),
    words,
    space,
  );
  return pages.map((page, at) => ({
    ...page,
    tone: "refusal",
    head,
    body: [
      `-# ${words.closest}`,
      ...page.body,
      ...modelRemarks(answer, words),
      ...(pages.length > 1 ? [`-# ${words.pageOf(at + 1, pages.length)}`] : []),
    ],
  }));
}

/** The reason is English: readers of another language get the words that are missing, which is most of it. */
function whyNot(reason: string, missing: string, words: Words): string {
  if (isEnglish(words) && reason !== "") return shortLine(reason, 500);
  return missing;
}

/**
 * The statements with their footnotes, packed into as many texts as they need. Where the only statement is the quote
 * shown below it, it is not said twice.
 */
function statementTexts({ statements, citations }: Answer, space: Space): string[] {
  const quotes = new Set(citations.map(({ quote }) => quote));
  if (statements.length <= 1 && statements.every(({ text }) => quotes.has(text))) return [];
  const texts = statements.flatMap(({ text, citations: cited }) => {
    const marks = cited.map((n) => `\\[${n}\\]`).join("");
    const seen = makeVisible(text);
    const parts = cutQuote(seen, space.answer - marks.length - ISOLATE_UNITS);
    const tooLongToRepeat = parts.length > 1 && quotes.has(text);
    if (tooLongToRepeat) return [];
    return parts.map(({ start, end }, at) => {
      const shown = isolateDirection(escapeDiscord(seen.slice(start, end)));
      return at === parts.length - 1 ? `${shown} ${marks}` : shown;
    });
  });
  return packTexts(texts, space.answer).map((group) => group.join("\n"));
}

/** Citations one by one, but those of a disagreement side by side where they fit. */
function groupCitations(answer: Answer, words: Words, space: Space): Citation[][] {
  const groups: Citation[][] = [];
  const placed = new Set<number>();
  const lengthOf = (citation: Citation) =>
    blockQuoteLength(makeVisible(citation.quote)) +
    BOLD_UNITS +
    footerMarkdown(citation, words, space.footer).length;
  for (const citation of answer.citations) {
    if (placed.has(citation.n)) continue;
    const dispute = answer.disagreements.find(({ sides }) =>
      sides.some((side) => side.citations.includes(citation.n)),
    );
    const numbers = new Set(dispute?.sides.flatMap((side) => side.citations) ?? [citation.n]);
    const together = answer.citations.filter(({ n }) => numbers.has(n) && !placed.has(n));
    const length = together.reduce((sum, one) => sum + lengthOf(one), 0);
    const group = together.length <= 3 && length <= space.quote + space.footer ? together : [citation];
    for (const { n } of group) placed.add(n);
    groups.push(group);
  }
  return groups;
}

/** A page for each group, several for a quote that is too long for one. */
function quotePages(
  groups: readonly (readonly Citation[])[],
  words: Words,
  space: Space,
): (Pick<Page, "body" | "cited" | "isPart"> & { tone: "answer"; head: [] })[] {
  return groups.flatMap((cited) => {
    const bodies = cited.length > 1 ? [sideBySide(cited, words, space)] : partBodies(cited, words, space);
    const isPart = bodies.length > 1;
    return bodies.map((body) => ({ tone: "answer" as const, head: [] as [], body, cited, isPart }));
  });
}

function sideBySide(cited: readonly Citation[], words: Words, space: Space): string[] {
  return cited.flatMap((citation) => {
    const seen = seenQuote(citation);
    return [
      quoteMarkdown(seen, { start: 0, end: seen.text.length }),
      footerMarkdown(citation, words, space.footer),
    ];
  });
}

function partBodies(cited: readonly Citation[], words: Words, space: Space): string[][] {
  return cited.flatMap((citation) => {
    const seen = seenQuote(citation);
    const parts = cutQuote(seen.text, space.quote - BOLD_UNITS, seen.strong[0] ?? null);
    return parts.map((part, at) => {
      const partOf = parts.length > 1 ? words.partOf(at + 1, parts.length) : "";
      return [quoteMarkdown(seen, part), footerMarkdown(citation, words, space.footer, partOf)];
    });
  });
}
