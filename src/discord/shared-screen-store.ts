/**
 * Keeps the records of screens where all processes of a bot find them: a button is then answered by whichever process
 * Discord asks. While the database cannot be reached, a process knows only its own.
 */
import { parseScreenRecord, type ScreenRecord } from "./screen-record.ts";
import { createScreenStore, type ScreenStore } from "./screen-store.ts";

/** What is kept of a screen elsewhere; all may reject. */
export interface KeptRecords {
  add(record: {
    readonly id: string;
    readonly group: string | null;
    readonly at: number;
    readonly body: string;
  }): Promise<void>;
  get(id: string): Promise<{ readonly body: string } | null>;
  newestOf(group: string, most: number): Promise<readonly { readonly body: string }[]>;
  dropBefore(at: number): Promise<void>;
  /** Forgets these, and all of these groups. Returns what it forgot. */
  remove(ids: readonly string[], groups: readonly string[]): Promise<readonly { readonly body: string }[]>;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** A day less than thirty, because what is too old is dropped once a day. */
const KEPT_MS = 29 * DAY_MS;

export function createSharedScreenStore(
  records: KeptRecords,
  onFault: (error: unknown) => void,
  now: () => number = Date.now,
): ScreenStore {
  const own = createScreenStore(null, onFault, now);
  let isBroken = false;
  let dropAgainAt = 0;
  const attempt = async <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      const result = await work();
      isBroken = false;
      return result;
    } catch (error) {
      if (!isBroken) onFault(error);
      isBroken = true;
      return otherwise;
    }
  };
  const write = async (record: ScreenRecord): Promise<void> => {
    const { id, at } = record;
    await records.add({ id, group: groupOf(record), at, body: JSON.stringify(record) });
    if (now() < dropAgainAt) return;
    dropAgainAt = now() + DAY_MS;
    await records.dropBefore(now() - KEPT_MS);
  };
  const isFresh = (record: ScreenRecord | null): record is ScreenRecord =>
    record !== null && record.at > now() - KEPT_MS;
  let written: Promise<void> = Promise.resolve();
  /** Still to be removed: what is deleted while the database is away must go as soon as it is back. */
  const waiting = { ids: new Set<string>(), groups: new Set<string>() };
  /** Removes these, and what is waiting. Each removal is told of its own records: none may take those of the next. */
  const removeNow = async (
    ids: readonly string[] = [],
    groups: readonly string[] = [],
  ): Promise<readonly ScreenRecord[]> => {
    for (const id of ids) waiting.ids.add(id);
    for (const group of groups) waiting.groups.add(group);
    if (waiting.ids.size + waiting.groups.size === 0) return [];
    const removed = await records.remove([...waiting.ids], [...waiting.groups]);
    waiting.ids.clear();
    waiting.groups.clear();
    return removed.flatMap(({ body }) => parseScreenRecord(body) ?? []);
  };
  return {
    async add(record) {
      const isKnown = (await own.get(record.id)) !== null;
      void own.add(record);
      written = written.then(() =>
        attempt(async () => {
          if (isKnown) await records.remove([record.id], []);
          await removeNow();
          await write(record);
        }, undefined),
      );
      return written;
    },
    async get(id) {
      const known = await own.get(id);
      if (known !== null) return known;
      const kept = await attempt(() => records.get(id), null);
      const record = kept && parseScreenRecord(kept.body);
      return isFresh(record) ? record : null;
    },
    async lastIn(channel, most) {
      await written;
      const kept = await attempt(() => records.newestOf(channel, most), null);
      if (kept === null) return own.lastIn(channel, most);
      return kept.map(({ body }) => parseScreenRecord(body)).filter(isFresh);
    },
    async remove(removal) {
      const known = await own.remove(removal);
      const ids = [...removal.screens, ...known.map((record) => record.id)];
      const groups = [...removal.messages.map(groupAbout), ...removal.channels];
      const removed = written.then(() => attempt(() => removeNow(ids, groups), []));
      written = removed.then(() => undefined);
      const all = [...known, ...(await removed)];
      return [...new Map(all.map((record) => [record.id, record])).values()];
    },
    settled: () => written,
  };
}

/** Answers stand in the conversation of their channel; other screens, only with the message that they are about. */
function groupOf({ kind, channel, about }: ScreenRecord): string | null {
  if (kind === "ask") return channel;
  return about === undefined ? null : groupAbout(about.message);
}

function groupAbout(message: string): string {
  return `about ${message}`;
}
