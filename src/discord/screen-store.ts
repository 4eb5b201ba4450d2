/**
 * Keeps the records of screens in a file of JSON lines, the newest last: at most some thousands, at most thirty days.
 * A file that cannot be written costs only that buttons do not outlive the process.
 */
import { appendFile, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { parseScreenRecord, type ScreenRecord } from "./screen-record.ts";

export interface ScreenStore {
  add(record: ScreenRecord): Promise<void>;
  /** Null when there is none, or none any more. */
  get(id: string): Promise<ScreenRecord | null>;
  /** The last public answer in a channel, or null. */
  lastIn(channel: string): Promise<ScreenRecord | null>;
  /** When everything added has been written. */
  settled(): Promise<void>;
}

const MOST = 5000;
const READ_AGAIN_MS = 500;
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** `file` null keeps records in memory alone. */
export function createScreenStore(
  file: string | null,
  onFault: (error: unknown) => void,
  now: () => number = Date.now,
): ScreenStore {
  const records = new Map<string, ScreenRecord>();
  const lastByChannel = new Map<string, string>();
  let isBroken = false;
  let readAgainAt = 0;
  const fail = (error: unknown): void => {
    if (!isBroken) onFault(error);
    isBroken = true;
  };
  const remember = (record: ScreenRecord): void => {
    records.delete(record.id);
    records.set(record.id, record);
    if (record.channel !== null && record.kind === "ask") lastByChannel.set(record.channel, record.id);
    const [oldest] = records.keys();
    if (records.size > MOST && oldest !== undefined) forget(oldest);
  };
  const forget = (id: string): void => {
    const channel = records.get(id)?.channel;
    records.delete(id);
    if (channel != null && lastByChannel.get(channel) === id) lastByChannel.delete(channel);
  };
  const isFresh = (record: ScreenRecord) => record.at > now() - KEPT_MS;

  const read = async (): Promise<number> => {
    if (file === null) return 0;
    const lines = (await readFile(file, "utf8").catch(() => "")).split("\n");
    for (const line of lines) {
      const record = parseScreenRecord(line);
      if (record !== null && isFresh(record) && !records.has(record.id)) remember(record);
    }
    return lines.length;
  };
  const compact = async (lines: number): Promise<void> => {
    if (file === null || lines < records.size + MOST / 10) return;
    const draft = `${file}.${process.pid}.new`;
    await writeFile(draft, [...records.values()].map((record) => `${JSON.stringify(record)}\n`).join(""));
    await rename(draft, file);
  };
  let written: Promise<void> = read().then(compact).catch(fail);

  const find = (id: string): ScreenRecord | null => {
    const record = records.get(id);
    return record !== undefined && isFresh(record) ? record : null;
  };
  return {
    add(record) {
      remember(record);
      if (file === null) return Promise.resolve();
      written = written
        .then(() => mkdir(dirname(file), { recursive: true }))
        .then(() => appendFile(file, `${JSON.stringify(record)}\n`, { encoding: "utf8", mode: 0o600 }))
        .catch(fail);
      return written;
    },
    async get(id) {
      await written;
      if (find(id) !== null || now() < readAgainAt) return find(id);
      // Another process on the same folder may have answered. Made-up ids must not keep the disk busy.
      readAgainAt = now() + READ_AGAIN_MS;
      await read().catch(fail);
      return find(id);
    },
    async lastIn(channel) {
      await written;
      const id = lastByChannel.get(channel);
      return id === undefined ? null : find(id);
    },
    settled: () => written,
  };
}
