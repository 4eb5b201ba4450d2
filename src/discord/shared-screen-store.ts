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
    const { id, kind, channel, at } = record;
    await records.add({ id, group: kind === "ask" ? channel : null, at, body: JSON.stringify(record) });
    if (now() < dropAgainAt) return;
    dropAgainAt = now() + DAY_MS;
    await records.dropBefore(now() - KEPT_MS);
  };
  const isFresh = (record: ScreenRecord | null): record is ScreenRecord =>
    record !== null && record.at > now() - KEPT_MS;
  let written: Promise<void> = Promise.resolve();
  return {
    add(record) {
      void own.add(record);
      written = written.then(() => attempt(() => write(record), undefined));
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
    settled: () => written,
  };
}
