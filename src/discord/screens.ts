/** Makes what a message shows, and makes it again from its record when a button is pressed later. */
import { createHash } from "node:crypto";
import { type Answer, type Citation, shownCitations } from "../ground/answer.ts";
import { type ConversationTurn, turnOfAnswer } from "../ground/conversation-turn.ts";
import { answerPages, passagePages } from "../render/discord/answer-pages.ts";
import { checkPages, placesOf } from "../render/discord/check-pages.ts";
import type { Page, Space } from "../render/discord/pages.ts";
import { placePages } from "../render/discord/place-pages.ts";
import { sourcePages } from "../render/discord/source-pages.ts";
import type { Words } from "../render/discord/words.ts";
import type { Answering, WhileAsking } from "./answering.ts";
import type { ScreenRecord } from "./screen-record.ts";
import type { ScreenStore } from "./screen-store.ts";

/** Something to show, in any language and layout. */
export interface Screen {
  readonly id: string;
  readonly record: ScreenRecord;
  /** The answer to a question; null for other screens. */
  readonly answer: Answer | null;
  /** Citations whose place or text can be asked for. */
  readonly citations: readonly Citation[];
  readonly pages: (words: Words, space?: Space) => readonly Page[];
  /** The page to open with. */
  readonly first: (words: Words, space?: Space) => number;
}

/** A screen that is not there, and why. */
export type Missing = "expired" | "changed";

/** What was said before, where a question may be a follow-up. */
export interface Conversation {
  /** The answer before. */
  readonly previous?: Answer | undefined;
  /** Oldest first. */
  readonly history?: readonly ConversationTurn[] | undefined;
}

export interface Screens {
  /** Makes a screen, and keeps what it takes to make it again. */
  make(wish: ScreenWish, before?: Conversation, meanwhile?: WhileAsking): Promise<Screen>;
  /** A screen made before. */
  find(id: string): Promise<Screen | Missing>;
  /** What was said in public in a channel. */
  conversationIn(channel: string): Promise<Conversation>;
  /** What a follow-up to this screen leans on. */
  conversationAfter(id: string): Promise<Conversation>;
  /** A screen that needs no work; null when it must be made again. */
  atHand(id: string): Screen | null;
  /** Who asked; null when that is not known any more. */
  ownerOf(id: string): Promise<string | null>;
  /** The sources have changed: every screen is made again when it is asked for. */
  forget(): void;
}

export type ScreenWish = Omit<ScreenRecord, "print" | "at" | "standalone" | "answer">;

const MOST_AT_HAND = 300;
const MOST_TURNS = 8;
/** Paragraphs before and after a citation. */
const AROUND = 1;

export function createScreens(
  answering: Answering,
  store: ScreenStore,
  now: () => number = Date.now,
): Screens {
  const atHand = new Map<string, Screen>();
  const keep = (screen: Screen): Screen => {
    atHand.set(screen.id, screen);
    const [oldest] = atHand.keys();
    if (atHand.size > MOST_AT_HAND && oldest !== undefined) atHand.delete(oldest);
    return screen;
  };
  const find = async (id: string): Promise<Screen | Missing> => {
    const known = atHand.get(id);
    if (known !== undefined) return known;
    const record = await store.get(id);
    if (record === null) return "expired";
    if (record.answer !== undefined && !(await stands(answering, record.answer))) return "changed";
    const screen = await build(answering, record);
    return screen.record.print === record.print ? keep(screen) : "changed";
  };
  return {
    find,
    atHand: (id) => atHand.get(id) ?? null,
    ownerOf: async (id) => (await store.get(id))?.owner ?? null,
    forget: () => atHand.clear(),
    async make(wish, before, meanwhile) {
      const draft: ScreenRecord = { ...wish, standalone: null, at: now(), print: "" };
      const screen = await build(answering, draft, before, meanwhile);
      await store.add(screen.record);
      return keep(screen);
    },
    async conversationAfter(id) {
      const screen = await find(id);
      if (typeof screen === "string" || screen.answer === null) return {};
      return { previous: screen.answer, history: [turnOfAnswer(screen.answer)] };
    },
    async conversationIn(channel) {
      const records = await store.lastIn(channel, MOST_TURNS);
      const last = records.at(-1);
      if (last === undefined) return {};
      const screen = await find(last.id);
      const previous = typeof screen === "string" ? undefined : (screen.answer ?? undefined);
      const history = records.map((record) => turnOf(record, atHand.get(record.id)));
      return { previous, history };
    },
  };
}

type Content = Pick<Screen, "answer" | "citations" | "pages"> & {
  readonly standalone?: string | null;
  readonly first?: Screen["first"];
  /** What tells this screen from what it would be with other sources. */
  readonly shows: readonly string[];
};

/** What was asked; and what was answered, where that needs no work. */
function turnOf(record: ScreenRecord, screen: Screen | undefined): ConversationTurn {
  const answer = screen?.answer ?? record.answer;
  if (answer !== undefined && answer !== null) return turnOfAnswer(answer);
  return { question: record.standalone ?? record.inputs[0] ?? "", answer: "" };
}

/** Whether everything that an answer quotes is still there. */
async function stands(answering: Answering, answer: Answer): Promise<boolean> {
  const places = await Promise.all(answer.citations.map(({ id }) => answering.cite(id, 0).catch(() => null)));
  return answer.citations.every(({ quote }, at) => places[at]?.citation.quote === quote);
}

async function build(
  answering: Answering,
  record: ScreenRecord,
  before?: Conversation,
  meanwhile?: WhileAsking,
): Promise<Screen> {
  const content = await contentOf(answering, record, before, meanwhile);
  const print = createHash("sha256").update(content.shows.join("\n")).digest("hex").slice(0, 12);
  return {
    id: record.id,
    record: {
      ...record,
      print,
      standalone: content.standalone ?? null,
      ...(content.answer?.mode === "generative" && { answer: content.answer }),
    },
    answer: content.answer,
    citations: content.citations,
    pages: content.pages,
    first: content.first ?? (() => 0),
  };
}

function contentOf(
  answering: Answering,
  record: ScreenRecord,
  before?: Conversation,
  meanwhile?: WhileAsking,
): Promise<Content> {
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
): Promise<Content> {
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
    shows: [answer.status, ...citations.map(({ id, quote }) => `${id} ${quote}`)],
    pages: (words, space) => answerPages(answer, words, space),
  };
}

async function checked(answering: Answering, record: ScreenRecord): Promise<Content> {
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
    shows: [...checks.map(({ verdict }) => verdict), ...citations.map(({ id }) => id)],
    pages: (words, space) => checkPages(checks, words, space),
  };
}

async function placed(answering: Answering, { inputs }: ScreenRecord): Promise<Content> {
  const place = await answering.cite(inputs[0] ?? "", AROUND);
  return {
    answer: null,
    citations: [place.citation],
    shows: place.lines.map(({ text }) => text),
    pages: (words, space) => placePages(place, words, space).pages,
    first: (words, space) => placePages(place, words, space).first,
  };
}

async function spoken(answering: Answering, { inputs }: ScreenRecord): Promise<Content> {
  const answer = await answering.ask(inputs[0] ?? "", { withoutModel: true });
  const citations = shownCitations(answer);
  return {
    answer: null,
    citations,
    shows: citations.map(({ id, quote }) => `${id} ${quote}`),
    pages: (words, space) => passagePages(answer, words, space),
  };
}

async function listed(answering: Answering): Promise<Content> {
  const sources = await answering.sources();
  return {
    answer: null,
    citations: [],
    shows: sources.map(({ id, sentences }) => `${id} ${sentences}`),
    pages: (words, space) => sourcePages(sources, words, space),
  };
}
