/** What the bot remembers: screens for their buttons, on disk; answers for as long as the index is the same. */
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
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
    expect((await second.lastIn("c"))?.id).toBe("b");
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

  it("writes its file anew when most of it is old", async () => {
    const file = join(temporaryFolder(), "screens.jsonl");
    const old = `${JSON.stringify(record("old", { at: -4e9 }))}\n`.repeat(800);
    writeFileSync(file, `${old}${JSON.stringify(record("new"))}\n`);
    const store = createScreenStore(file, fail, () => 2000);
    expect(await store.get("new")).not.toBeNull();
    expect(readFileSync(file, "utf8")).toBe(`${JSON.stringify(record("new"))}\n`);
  });
});

describe("the memory of answers", () => {
  it("asks the same question once, until the index is refreshed or the answer failed", async () => {
    let asked = 0;
    let report = {};
    const app = {
      get report() {
        return report;
      },
      ask: async (question: string) => {
        asked += 1;
        if (question === "bad") throw new Error("no");
        return madeAnswer([`Answer ${asked}.`]);
      },
    } as unknown as App;
    const memory = createAnswerMemory();
    const first = await memory.get(app, "a", {});
    expect(await memory.get(app, "a", {})).toBe(first);
    expect(await memory.get(app, "a", { sourceIds: ["x"] })).not.toBe(first);
    expect(await memory.get(app, "a", { previous: first })).not.toBe(first);
    expect(asked).toBe(3);
    report = {};
    expect(await memory.get(app, "a", {})).not.toBe(first);
    await expect(memory.get(app, "bad", {})).rejects.toThrow("no");
    await expect(memory.get(app, "bad", {})).rejects.toThrow("no");
    expect(asked).toBe(6);
  });
});
