/** Makes what a message shows, and makes it again from its record when a button is pressed later. */
import { createHash } from "node:crypto";
import type { Answer, Citation } from "../answers/answer.ts";
import { type ConversationTurn, turnOfAnswer } from "../answers/conversation-turn.ts";
import type { Page, Space } from "../render/discord/pages.ts";
import type { Words } from "../render/discord/words.ts";
import type { Answering, WhileAsking } from "./answering.ts";
import { citeToday } from "./cite-today.ts";
import { contentOf } from "./screen-contents.ts";
import type { ScreenRecord } from "./screen-record.ts";
import type { Removal, ScreenStore } from "./screen-store.ts";
import { createSeenIds } from "./seen-ids.ts";

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
  /** The screens that this was said on. */
  readonly leansOn?: readonly string[] | undefined;
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
  /** What was said has been deleted: its screens are gone for good. Returns what was kept of them. */
  remove(removal: Removal): Promise<readonly ScreenRecord[]>;
  /** Whether one of these has been removed. */
  isRemoved(ids: readonly string[]): boolean;
}

export type ScreenWish = Omit<ScreenRecord, "print" | "at" | "standalone" | "answer" | "leansOn">;

const MOST_AT_HAND = 300;
const MOST_TURNS = 8;

/** `isStillThere`: whether the message that a record is about is known not to be deleted. */
export function createScreens(
  answering: Answering,
  store: ScreenStore,
  now: () => number = Date.now,
  isStillThere: (record: ScreenRecord) => Promise<boolean> = async () => true,
): Screens {
  const atHand = new Map<string, Screen>();
  const removed = createSeenIds();
  const keep = (screen: Screen): Screen => {
    atHand.set(screen.id, screen);
    const [oldest] = atHand.keys();
    if (atHand.size > MOST_AT_HAND && oldest !== undefined) atHand.delete(oldest);
    return screen;
  };
  const drop = (id: string): void => {
    removed.isNew(id);
    atHand.delete(id);
  };
  const remove = async (removal: Removal): Promise<readonly ScreenRecord[]> => {
    removal.screens.forEach(drop);
    const records = await store.remove(removal);
    for (const { id } of records) drop(id);
    return records;
  };
  const recordOf = async (id: string): Promise<ScreenRecord | null> => {
    const record = await store.get(id);
    if (record === null || removed.has(id)) return null;
    if (await isStillThere(record)) return record;
    await remove({ screens: [id], messages: [], channels: [] });
    return null;
  };
  const find = async (id: string): Promise<Screen | Missing> => {
    const known = atHand.get(id);
    if (known !== undefined) return known;
    const record = await recordOf(id);
    if (record === null) return "expired";
    const screen = await makeAgain(answering, record);
    if (removed.has(id)) return "expired";
    return screen === null ? "changed" : keep(screen);
  };
  return {
    find,
    remove,
    isRemoved: (ids) => ids.some((id) => removed.has(id)),
    atHand: (id) => atHand.get(id) ?? null,
    ownerOf: async (id) => (await store.get(id))?.owner ?? null,
    forget: () => atHand.clear(),
    async make(wish, before, meanwhile) {
      const leansOn = before?.leansOn ?? [];
      const draft: ScreenRecord = { ...wish, standalone: null, at: now(), print: "" };
      const made = await build(answering, draft, before, meanwhile);
      const leans = made.record.standalone !== null && leansOn.length > 0;
      const screen = leans ? { ...made, record: { ...made.record, leansOn } } : made;
      if (removed.has(screen.id)) return screen;
      await store.add(screen.record);
      return keep(screen);
    },
    async conversationAfter(id) {
      const screen = await find(id);
      if (typeof screen === "string" || screen.answer === null) return {};
      return { previous: screen.answer, history: [turnOfAnswer(screen.answer)], leansOn: [id] };
    },
    async conversationIn(channel) {
      const kept = await store.lastIn(channel, MOST_TURNS);
      const there = await Promise.all(kept.map(({ id }) => recordOf(id)));
      const records = there.filter((record) => record !== null);
      const last = records.at(-1);
      if (last === undefined) return {};
      const screen = await find(last.id);
      const previous = typeof screen === "string" ? undefined : (screen.answer ?? undefined);
      const history = records.map((record) => turnOf(record, atHand.get(record.id)));
      return { previous, history, leansOn: records.map(({ id }) => id) };
    },
  };
}

/** What was asked; and what was answered, where that needs no work. */
function turnOf(record: ScreenRecord, screen: Screen | undefined): ConversationTurn {
  const answer = screen?.answer ?? record.answer;
  if (answer !== undefined && answer !== null) return turnOfAnswer(answer);
  return { question: record.standalone ?? record.inputs[0] ?? "", answer: "" };
}

/** The screen with today's places; null where it would not show the same words any more. */
async function makeAgain(answering: Answering, record: ScreenRecord): Promise<Screen | null> {
  const answer = record.answer && (await citeToday(answering, record.answer));
  if (answer === null) return null;
  const screen = await build(answering, answer === undefined ? record : { ...record, answer });
  return screen.record.print === record.print ? screen : null;
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
