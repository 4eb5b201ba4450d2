/** What the bot remembers: screens for their buttons, on disk; answers for as long as the index is the same. */
import { appendFileSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createAnswerMemory } from "../../src/discord/answer-memory.ts";
import type { ScreenRecord } from "../../src/discord/screen-record.ts";
import { createScreenStore } from "../../src/discord/screen-store.ts";
import { madeAnswer } from "../doubles/made-answer.ts";
import { temporaryFolder } from "./running-bot.ts";

describe("the store of screens", () => {
  const record = (id: string, more: Partial<ScreenRecord> = {}): ScreenRecord => ({
    id,
    kind: "ask",
    inputs: ["What?"],
    standalone: null,
    source: null,
    owner: "1",
    channel: "c",
    at: 1000,
    print: "p",
    ...more,
  });
  const line = (id: string, at: number) => JSON.stringify(record(id, { at }));
  const fail = (error: unknown) => {
    throw error;
  };

  it("reads back what another process wrote, and forgets what is old", async () => {
    const file = join(temporaryFolder(), "deep", "screens.jsonl");
    let now = 2000;
    const first = createScreenStore(file, fail, () => now);
    await first.add(record("a"));
    await first.add(record("b"));
    const second = createScreenStore(file, fail, () => now);
    expect(await second.get("a")).toEqual(record("a"));
    expect((await second.lastIn("c", 1)).map(({ id }) => id)).toEqual(["b"]);
    now = 31 * 24 * 3_600_000;
    expect(await second.get("a")).toBeNull();
  });

  it("bears lines that are none", async () => {
    const file = join(temporaryFolder(), "screens.jsonl");
    writeFileSync(file, `not json\n{"id":1}\n${JSON.stringify({ ...record("x"), kind: "rm" })}\n`);
    appendFileSync(file, `${JSON.stringify(record("good"))}\n{"id":"half`);
    const store = createScreenStore(file, fail, () => 2000);
    expect(await store.get("good")).not.toBeNull();
    expect(await store.get("x")).toBeNull();
  });

  it("goes on in memory where nothing can be written", async () => {
    const blocked = join(temporaryFolder(), "file");
    writeFileSync(blocked, "");
    const faults: unknown[] = [];
    const store = createScreenStore(
      join(blocked, "screens.jsonl"),
      (error) => faults.push(error),
      () => 2000,
    );
    await store.add(record("a"));
    expect(await store.get("a")).not.toBeNull();
    expect(faults).toHaveLength(1);
  });

  it("takes the newest answer of a channel for the last, whoever wrote it", async () => {
    const file = join(temporaryFolder(), "screens.jsonl");
    const store = createScreenStore(file, fail, () => 5000);
    await store.add(record("mine", { at: 4000 }));
    appendFileSync(file, `${JSON.stringify(record("theirs", { at: 3000 }))}\n`);
    expect(await store.get("theirs")).not.toBeNull();
    expect((await store.lastIn("c", 9)).map(({ id }) => id)).toEqual(["theirs", "mine"]);
  });

  it("writes its file anew, without what is old, when it starts", async () => {
    const file = join(temporaryFolder(), "screens.jsonl");
    writeFileSync(file, ["old", "new"].map((id) => `${line(id, id === "old" ? -4e9 : 1000)}\n`).join(""));
    const store = createScreenStore(file, fail, () => 2000);
    expect(await store.get("new")).not.toBeNull();
    expect(readFileSync(file, "utf8")).toBe(`${line("new", 1000)}\n`);
  });

  it("takes what is removed out of its file, where it stands, and the last of two lines for the record", async () => {
    const file = join(temporaryFolder(), "screens.jsonl");
    const store = createScreenStore(file, fail, () => 2000);
    await store.add(record("a", { inputs: ["first wording"] }));
    await store.add(record("b"));
    // Another process adds meanwhile.
    appendFileSync(file, `${line("c", 1000)}\n`);
    await store.add(record("a", { inputs: ["last wording"] }));
    expect(readFileSync(file, "utf8")).not.toContain("first wording");
    expect((await createScreenStore(file, fail, () => 2000).get("a"))?.inputs).toEqual(["last wording"]);
    const gone = await store.remove({ screens: ["a", "made-up"], messages: [], channels: [] });
    expect(gone.map(({ id }) => id)).toEqual(["a"]);
    expect(
      readFileSync(file, "utf8")
        .trim()
        .split(/\s*\n\s*/),
    ).toEqual([line("b", 1000), line("c", 1000)]);
    expect(await createScreenStore(file, fail, () => 2000).get("a")).toBeNull();
  });

  it("writes its file anew once a day while it runs, for nobody else to read", async () => {
    const file = join(temporaryFolder(), "screens.jsonl");
    let now = 2000;
    const store = createScreenStore(file, fail, () => now);
    await store.add(record("a"));
    now += 30 * 24 * 3_600_000;
    await store.add(record("b", { at: now }));
    expect(readFileSync(file, "utf8")).toBe(`${line("b", now)}\n`);
    expect(statSync(file).mode & 0o077).toBe(0);
  });
});

describe("the memory of answers", () => {
  it("asks the same question once, until the index is another one or the answer failed", async () => {
    let asked = 0;
    const app = {
      revision: "1",
      ask: async (question: string) => {
        asked += 1;
        if (question === "bad") throw new Error("no");
        return madeAnswer([`Answer ${asked}.`]);
      },
    };
    const memory = createAnswerMemory(app);
    const first = await memory.ask("a", {});
    expect(await memory.ask("a", {})).toBe(first);
    expect(await memory.ask("a", { sourceIds: ["x"] })).not.toBe(first);
    expect(await memory.ask("a", { previous: first })).not.toBe(first);
    expect(asked).toBe(3);
    app.revision = "2";
    expect(await memory.ask("a", {})).not.toBe(first);
    await expect(memory.ask("bad", {})).rejects.toThrow("no");
    await expect(memory.ask("bad", {})).rejects.toThrow("no");
    expect(asked).toBe(6);
  });
});
