/** What screens show, each kind made of the sources as they are now. */
import { type Answer, type Citation, shownCitations } from "../answers/answer.ts";
import { answerPages, passagePages } from "../render/discord/answer-pages.ts";
import { checkPages, placesOf } from "../render/discord/check-pages.ts";
import type { Page, Space } from "../render/discord/pages.ts";
import { placePages } from "../render/discord/place-pages.ts";
import { sourcePages } from "../render/discord/source-pages.ts";
import type { Words } from "../render/discord/words.ts";
import type { Answering, WhileAsking } from "./answering.ts";
import type { ScreenRecord } from "./screen-record.ts";
import type { Conversation } from "./screens.ts";

/** Paragraphs before and after a citation. */
const AROUND = 1;

export interface ScreenContent {
  /** The answer to a question; null for other screens. */
  readonly answer: Answer | null;
  /** Citations whose place or text can be asked for. */
  readonly citations: readonly Citation[];
  readonly pages: (words: Words, space?: Space) => readonly Page[];
  readonly standalone?: string | null;
  /** The page to open with; by default the first. */
  readonly first?: (words: Words, space?: Space) => number;
  /** The words of the sources that it shows: the screen is another one when they change, not when they only move. */
  readonly shows: readonly string[];
}

/** What the record shows, made of the sources as they are now. */
export function contentOf(
  answering: Answering,
  record: ScreenRecord,
  before?: Conversation,
  meanwhile?: WhileAsking,
): Promise<ScreenContent> {
  if (record.kind === "ask") return asked(answering, record, before, meanwhile);
  if (record.kind === "check") return checked(answering, record);
  if (record.kind === "cite") return placed(answering, record);
  return record.kind === "find" ? spoken(answering, record) : listed(answering);
}

async function asked(
  answering: Answering,
  record: ScreenRecord,
  { previous, history }: Conversation = {},
  meanwhile?: WhileAsking,
): Promise<ScreenContent> {
  const [question = ""] = record.inputs;
  const only = record.source === null ? {} : { sourceIds: [record.source] };
  // Made again after a restart: what no model wrote then, none writes now.
  const again = record.print === "" ? {} : { withoutModel: true };
  const options = {
    ...only,
    ...again,
    ...(previous !== undefined && { previous }),
    ...(history !== undefined && { history }),
  };
  const found = record.answer ?? (await answering.ask(record.standalone ?? question, options, meanwhile));
  const standalone = record.standalone ?? found.standaloneQuestion;
  const answer = { ...found, question, standaloneQuestion: standalone };
  const citations = shownCitations(answer);
  return {
    answer,
    standalone,
    citations,
    shows: [answer.status, ...citations.map(({ quote }) => quote)],
    pages: (words, space) => answerPages(answer, words, space),
  };
}

async function checked(answering: Answering, record: ScreenRecord): Promise<ScreenContent> {
  const source = record.source ?? undefined;
  const found = await Promise.all(record.inputs.map((claimed) => answering.checkQuote(claimed, source)));
  // Footnote numbers count over the whole screen.
  let n = 0;
  const number = (citation: Citation): Citation => ({ ...citation, n: ++n });
  const checks = found.map((check) => ({
    ...check,
    matches: check.matches.map(number),
    pieces: check.pieces.map(({ text, citation }) => ({ text, citation: number(citation) })),
    nearest: check.nearest === null ? null : number(check.nearest),
  }));
  const citations = checks.flatMap(placesOf);
  return {
    answer: null,
    citations,
    shows: [...checks.map(({ verdict }) => verdict), ...citations.map(({ quote }) => quote)],
    pages: (words, space) => checkPages(checks, words, space),
  };
}

async function placed(answering: Answering, { inputs }: ScreenRecord): Promise<ScreenContent> {
  const place = await answering.cite(inputs[0] ?? "", AROUND);
  return {
    answer: null,
    citations: [place.citation],
    shows: place.lines.map(({ text }) => text),
    pages: (words, space) => placePages(place, words, space).pages,
    first: (words, space) => placePages(place, words, space).first,
  };
}

async function spoken(answering: Answering, { inputs }: ScreenRecord): Promise<ScreenContent> {
  const answer = await answering.ask(inputs[0] ?? "", { withoutModel: true });
  const citations = shownCitations(answer);
  return {
    answer: null,
    citations,
    shows: citations.map(({ quote }) => quote),
    pages: (words, space) => passagePages(answer, words, space),
  };
}

async function listed(answering: Answering): Promise<ScreenContent> {
  const sources = await answering.sources();
  return {
    answer: null,
    citations: [],
    shows: sources.map(({ id, sentences }) => `${id} ${sentences}`),
    pages: (words, space) => sourcePages(sources, words, space),
  };
}
