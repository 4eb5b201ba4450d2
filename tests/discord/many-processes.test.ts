import { afterEach, describe, expect, it } from "vitest";
import { readBotConfig } from "../../src/config.ts";
import type { ScreenRecord } from "../../src/discord/screen-record.ts";
import { createSharedScreenStore, type KeptRecords } from "../../src/discord/shared-screen-store.ts";
import { startBoth } from "./running-bot.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const shardsOf = (text: string) => readBotConfig({ DISCORD_TOKEN: "a.b.c", FOOTNOTE_SHARDS: text }).shards;

describe("FOOTNOTE_SHARDS", () => {
  it.each([
    ["auto", "auto"],
    ["3", { ids: [0, 1, 2], count: 3 }],
    ["0-1/4", { ids: [0, 1], count: 4 }],
    [" 2/4 ", { ids: [2], count: 4 }],
    ["", null],
  ])("reads %j", (text, shards) => {
    expect(shardsOf(text)).toEqual(shards);
  });

  it.each(["0", "many", "4/4", "2-1/4", "1-9/4", "-1", "1/0", "99999999"])("refuses %j", (text) => {
    expect(() => shardsOf(text)).toThrow("names no shards");
  });

  it("is what a bot needs that is in too many servers for one connection", async () => {
    const { bot, close } = await startBoth({ environment: { FOOTNOTE_SHARDS: "auto" } }, { shards: 2 });
    closing.push(close);
    expect(bot.log.filter(({ event }) => event === "ready")).toHaveLength(1);
  });
});

/** A database that two processes share, and that may be away. */
class MemoryRecords implements KeptRecords {
  readonly all = new Map<string, Parameters<KeptRecords["add"]>[0]>();
  isAway = false;

  async add(record: Parameters<KeptRecords["add"]>[0]): Promise<void> {
    this.#check();
    this.all.set(record.id, record);
  }

  async get(id: string): Promise<{ readonly body: string } | null> {
    this.#check();
    return this.all.get(id) ?? null;
  }

  async newestOf(group: string, most: number): Promise<readonly { readonly body: string }[]> {
    this.#check();
    const own = [...this.all.values()].filter((record) => record.group === group);
    return own.sort((a, b) => a.at - b.at).slice(-most);
  }

  async remove(ids: readonly string[], groups: readonly string[]) {
    this.#check();
    const gone = [...this.all.values()].filter(
      ({ id, group }) => ids.includes(id) || (group !== null && groups.includes(group)),
    );
    for (const { id } of gone) this.all.delete(id);
    return gone;
  }

  async dropBefore(at: number): Promise<void> {
    for (const record of this.all.values()) if (record.at < at) this.all.delete(record.id);
  }

  #check(): void {
    if (this.isAway) throw new Error("away");
  }
}

const DAY_MS = 24 * 60 * 60 * 1000;
const screen = (id: string, at: number, changes: Partial<ScreenRecord> = {}): ScreenRecord => ({
  ...{
    id,
    kind: "ask",
    inputs: ["Who?"],
    standalone: null,
    source: null,
    owner: "1",
    channel: "7",
    at,
    print: "",
  },
  ...changes,
});

describe("screens of two processes", () => {
  it("are found by both", async () => {
    const records = new MemoryRecords();
    const [one, two] = [0, 1].map(() =>
      createSharedScreenStore(
        records,
        () => undefined,
        () => 100 * DAY_MS,
      ),
    );
    const shown = [1, 2, 3].map((at) => screen(`s${at}`, 100 * DAY_MS - 10 + at));
    for (const [at, record] of shown.entries()) await (at % 2 === 0 ? one : two)?.add(record);
    expect(await two?.get("s1")).toEqual(shown[0]);
    expect(await one?.get("s2")).toEqual(shown[1]);
    expect(await one?.lastIn("7", 2)).toEqual(shown.slice(1));
    expect(await one?.get("made-up")).toBeNull();
  });

  it("are remembered by the process that showed them while the database is away", async () => {
    const records = new MemoryRecords();
    const faults: unknown[] = [];
    const store = createSharedScreenStore(
      records,
      (error) => faults.push(error),
      () => 1,
    );
    records.isAway = true;
    await store.add(screen("s1", 1));
    await store.add(screen("s2", 1));
    expect((await store.get("s1"))?.id).toBe("s1");
    expect((await store.lastIn("7", 9)).map(({ id }) => id)).toEqual(["s1", "s2"]);
    expect(await store.get("other")).toBeNull();
    expect(faults).toHaveLength(1);
    records.isAway = false;
    await store.add(screen("s3", 1));
    expect([...records.all.keys()]).toEqual(["s3"]);
  });

  it("are removed for both, with what leans on them, as soon as the database is back", async () => {
    const records = new MemoryRecords();
    const [one, two] = [0, 1].map(() =>
      createSharedScreenStore(
        records,
        () => undefined,
        () => 1,
      ),
    );
    const about = { message: "55", channel: "7" };
    await one?.add(screen("s1", 1));
    await one?.add({ ...screen("s2", 1), leansOn: ["s1"] });
    await one?.add({ ...screen("s3", 1), kind: "check", channel: null, about });
    await one?.add(screen("s4", 1));
    const gone = { screens: ["s1"], messages: ["55"], channels: [] };
    records.isAway = true;
    await one?.remove(gone);
    expect(await one?.get("s1")).toBeNull();
    records.isAway = false;
    await one?.add(screen("s5", 1));
    expect([...records.all.keys()].sort()).toEqual(["s4", "s5"]);
    const known = await two?.remove({ screens: [], messages: [], channels: ["7"] });
    expect(known?.map(({ id }) => id).sort()).toEqual(["s4", "s5"]);
    expect(records.all.size).toBe(0);
  });

  it("are told to whoever removes them, also where removals follow each other closely", async () => {
    const records = new MemoryRecords();
    const [one, two] = [0, 1].map(() =>
      createSharedScreenStore(
        records,
        () => undefined,
        () => 1,
      ),
    );
    const ids = ["s1", "s2", "s3"];
    for (const id of ids) await one?.add(screen(id, 1));
    // A record that is being added must not take the removals behind it along.
    const adding = two?.add(screen("s4", 1));
    const removed = await Promise.all(
      ids.map((id) => two?.remove({ screens: [id], messages: [], channels: [] })),
    );
    await adding;
    expect(removed.map((gone) => gone?.map(({ id }) => id))).toEqual(ids.map((id) => [id]));
    expect([...records.all.keys()]).toEqual(["s4"]);
  });

  it("are forgotten after thirty days", async () => {
    const records = new MemoryRecords();
    let now = 0;
    const store = createSharedScreenStore(
      records,
      () => undefined,
      () => now,
    );
    await store.add(screen("old", 0));
    now = 30 * DAY_MS;
    expect(await store.get("old")).toBeNull();
    await store.add(screen("new", now));
    expect([...records.all.keys()]).toEqual(["new"]);
  });
});
