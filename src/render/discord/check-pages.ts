/**
 * The quote check as cards: what was claimed, the verdict in words, what differs, and the source's own text. Only the
 * source's text stands in a block quote.
 */

import type { Citation } from "../../answers/answer.ts";
import type { TextRange } from "../../corpus/source.ts";
import type { DiffPart } from "../../quotes/quote-check.ts";
import type { QuoteReport } from "../../quotes/report-check.ts";
import { boundaryAfter, boundaryBefore } from "../../text/graphemes.ts";
import { CARD_SPACE, cutQuote, type Page, type Space, shortLine } from "./pages.ts";
import { footerMarkdown, quoteMarkdown, seenText } from "./quote.ts";
import type { Words } from "./words.ts";

/** Unchanged words shown on each side of a difference, UTF-16 code units. */
const AROUND = 30;
/** Differences that are bold in one quote. */
const MOST_BOLD = 20;

/** The pages for some quotations: a page for each place where one stands, at least one page each. */
export function checkPages(checks: readonly QuoteReport[], words: Words, space: Space = CARD_SPACE): Page[] {
  if (checks.length === 0)
    return [{ tone: "neutral", head: [words.noQuotations], body: [], cited: [], isPart: false }];
  const faithful = checks.filter((check) => check.faithful).length;
  const summary = checks.length > 1 ? [`**${words.faithfulOf(faithful, checks.length)}**`] : [];
  const pages = checks.flatMap((check) => pagesOf(check, words, space));
  return pages.map((page, at) => ({
    ...page,
    head: [...summary, ...page.head],
    body: pages.length > 1 ? [...page.body, `-# ${words.pageOf(at + 1, pages.length)}`] : page.body,
  }));
}

function pagesOf(check: QuoteReport, words: Words, space: Space): Page[] {
  const head = [
    words.claimed(shortLine(check.claimed, space.question - 20)),
    `**${words.verdicts[check.verdict]}**`,
    ...differenceTexts(check, words, space),
  ];
  const places = placesOf(check);
  const tone = check.faithful ? "answer" : "refusal";
  if (places.length === 0) return [{ tone, head, body: [], cited: [], isPart: false }];
  return places.flatMap((citation) => {
    const seen = seenText(citation.quote, changedRanges(check, citation).slice(0, MOST_BOLD));
    const parts = cutQuote(seen.text, space.quote - 4 * seen.strong.length);
    return parts.map((part, at): Page => {
      const partOf = parts.length > 1 ? words.partOf(at + 1, parts.length) : "";
      const body = [quoteMarkdown(seen, part), footerMarkdown(citation, words, space.footer, partOf)];
      return { tone, head, body, cited: [citation], isPart: parts.length > 1 };
    });
  });
}

/** Where the quotation stands; else what it is made of; else what comes closest. */
export function placesOf({ matches, pieces, nearest }: QuoteReport): readonly Citation[] {
  if (matches.length > 0) return matches;
  if (pieces.length > 0) return pieces.map(({ citation }) => citation);
  return nearest === null ? [] : [nearest];
}

/** What of the source's passage the claim changed: bold, where the diff is of this passage. */
function changedRanges({ diff }: QuoteReport, { quote }: Citation): TextRange[] {
  const own = diff.filter(({ op }) => op !== "insert");
  if (own.map(({ text }) => text).join("") !== quote) return [];
  const ranges: TextRange[] = [];
  let at = 0;
  for (const { op, text } of own) {
    const start = at + (text.length - text.trimStart().length);
    const end = at + text.trimEnd().length;
    if (op === "delete" && start < end) ranges.push({ start, end });
    at += text.length;
  }
  return ranges;
}

/** The changed words with a little around them: struck out what the source has, bold what the claim has. */
function differenceTexts({ diff, flags, verdict }: QuoteReport, words: Words, space: Space): string[] {
  if (verdict !== "altered" || diff.length === 0) return [];
  const kinds = flags.map((flag) => words.flags[flag]).join(", ");
  const heading = kinds === "" ? "" : `${words.differences(kinds)}\n`;
  let shown = "";
  for (const [at, part] of diff.entries()) {
    const next = differencePart(part, at > 0, at < diff.length - 1);
    if (heading.length + shown.length + next.length > space.answer) {
      shown += " …";
      break;
    }
    shown += next;
  }
  return [`${heading}${shown.replace(/ {2,}/g, " ").trim()}`];
}

function differencePart({ op, text }: DiffPart, hasBefore: boolean, hasAfter: boolean): string {
  const line = text.replace(/\s+/gu, " ");
  if (op !== "equal") {
    const inner = shortLine(line, 120);
    return inner === "" ? "" : op === "delete" ? ` ~~${inner}~~ ` : ` **${inner}** `;
  }
  if (line.length <= 2 * AROUND + 10) return shortLine(line, 160);
  const start = hasBefore ? `${shortLine(line.slice(0, boundaryBefore(line, AROUND)), 80)} ` : "";
  const end = hasAfter ? ` ${shortLine(line.slice(boundaryAfter(line, line.length - AROUND)), 80)}` : "";
  return `${start}…${end}`;
}
