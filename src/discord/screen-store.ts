/**
 * Keeps the records of screens in a file of JSON lines, the newest last: at most some thousands, at most thirty days,
 * readable by nobody else. A file that cannot be written costs only that buttons do not outlive the process.
 */
import { appendFile, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { blankRecords } from "./blank-records.ts";
import { parseScreenRecord, type ScreenRecord } from "./screen-record.ts";

/** What goes: screens by their ids, by the message they are about, by the channel they were shown in. */
export interface Removal {
  readonly screens: readonly string[];
  readonly messages: readonly string[];
  readonly channels: readonly string[];
}

export interface ScreenStore {
  add(record: ScreenRecord): Promise<void>;
  /** Null when there is none, or none any more. */
  get(id: string): Promise<ScreenRecord | null>;
  /** The last public answers in a channel, at most `most`, oldest first. */
  lastIn(channel: string, most: number): Promise<readonly ScreenRecord[]>;
  /** Forgets these for good, on disk too, and those that lean on them. Returns what was known of them. */
  remove(removal: Removal): Promise<readonly ScreenRecord[]>;
  /** When everything added has been written. */
  settled(): Promise<void>;
}

const MOST = 5000;
/** Of one conversation. */
const MOST_IN_CHANNEL = 10;
const READ_AGAIN_MS = 500;
const DAY_MS = 24 * 60 * 60 * 1000;
/** A day less than thirty, because the file is tidied once a day. */
const KEPT_MS = 29 * DAY_MS;
/** Lines that say nothing new are borne up to here. */
const MOST_IDLE_LINES = 500;

/** `file` null keeps records in memory alone. */
export function createScreenStore(
  file: string | null,
  onFault: (error: unknown) => void,
  now: () => number = Date.now,
): ScreenStore {
  const records = new Map<string, ScreenRecord>();
  const byChannel = new Map<string, readonly string[]>();
  let isBroken = false;
  let readAgainAt = 0;
  let tidyAgainAt = 0;
  const fail = (error: unknown): void => {
    if (!isBroken) onFault(error);
    isBroken = true;
  };
  const atOf = (id: string) => records.get(id)?.at ?? 0;
  const remember = (record: ScreenRecord): void => {
    records.delete(record.id);
    records.set(record.id, record);
    const { channel } = record;
    if (channel !== null && record.kind === "ask") {
      // What another process wrote is read late, and may be older than what is known.
      const ids = (byChannel.get(channel) ?? []).filter((id) => id !== record.id);
      const inOrder = [...ids, record.id].sort((a, b) => atOf(a) - atOf(b));
      byChannel.set(channel, inOrder.slice(-MOST_IN_CHANNEL));
    }
    const [oldest] = records.keys();
    if (records.size > MOST && oldest !== undefined) forget(oldest);
  };
  const forget = (id: string): void => {
    const channel = records.get(id)?.channel;
    records.delete(id);
    if (channel == null) return;
    const left = (byChannel.get(channel) ?? []).filter((one) => one !== id);
    if (left.length > 0) byChannel.set(channel, left);
    else byChannel.delete(channel);
  };
  const isFresh = (record: ScreenRecord) => record.at > now() - KEPT_MS;

  /** Takes in what the file holds. True when it holds what it should not hold any more. */
  const read = async (): Promise<boolean> => {
    if (file === null) return false;
    const lines = (await readFile(file, "utf8").catch(() => "")).split("\n");
    let isOverdue = false;
    const found = new Map<string, ScreenRecord>();
    for (const line of lines) {
      const record = parseScreenRecord(line);
      if (record === null) continue;
      if (!isFresh(record)) isOverdue = true;
      else found.set(record.id, record);
    }
    for (const record of found.values()) if (!records.has(record.id)) remember(record);
    return isOverdue || lines.length > records.size + MOST_IDLE_LINES;
  };
  /** Writes the file anew without what is too old, at most once a day. */
  const tidy = async (): Promise<void> => {
    if (file === null || now() < tidyAgainAt) return;
    tidyAgainAt = now() + DAY_MS;
    for (const record of [...records.values()]) if (!isFresh(record)) forget(record.id);
    if (!(await read())) return;
    const draft = `${file}.${process.pid}.new`;
    const lines = [...records.values()].map((record) => `${JSON.stringify(record)}\n`);
    await writeFile(draft, lines.join(""), { mode: 0o600 });
    await rename(draft, file);
  };
  let written: Promise<void> = tidy().catch(fail);

  const find = (id: string): ScreenRecord | null => {
    const record = records.get(id);
    return record !== undefined && isFresh(record) ? record : null;
  };
  return {
    add(record) {
      const isNew = !records.has(record.id);
      remember(record);
      if (file === null) return Promise.resolve();
      written = (isNew ? written : written.then(() => blankRecords(file, [record.id])))
        .then(() => mkdir(dirname(file), { recursive: true }))
        .then(() => appendFile(file, `${JSON.stringify(record)}\n`, { encoding: "utf8", mode: 0o600 }))
        .then(tidy)
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
    async lastIn(channel, most) {
      await written;
      return (byChannel.get(channel) ?? []).slice(-most).flatMap((id) => find(id) ?? []);
    },
    async remove(removal) {
      await written;
      const gone = affected([...records.values()], removal);
      const ids = gone.map(({ id }) => id);
      for (const id of ids) forget(id);
      if (file !== null && ids.length > 0) written = written.then(() => blankRecords(file, ids)).catch(fail);
      await written;
      return gone;
    },
    settled: () => written,
  };
}

/** The records that are meant, and those that lean on them. */
function affected(
  records: readonly ScreenRecord[],
  { screens, messages, channels }: Removal,
): readonly ScreenRecord[] {
  const gone = new Set(screens);
  for (const { id, about, channel } of records) {
    const isMeant =
      (about !== undefined && (messages.includes(about.message) || channels.includes(about.channel))) ||
      (channel !== null && channels.includes(channel));
    if (isMeant) gone.add(id);
  }
  for (let size = -1; size !== gone.size; ) {
    size = gone.size;
    for (const { id, leansOn = [] } of records) if (leansOn.some((one) => gone.has(one))) gone.add(id);
  }
  return records.filter(({ id }) => gone.has(id));
}
