/** How the bot comes back: later each time, never all at once, and within the log-ins that Discord grants. */
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { backOffSeconds, type Pace } from "../../src/discord/back-off.ts";
import type { StandInSettings } from "../discord-stand-in/settings.ts";
import { startStandIn } from "../discord-stand-in/start-stand-in.ts";
import { COMMAND_COUNT, startBot } from "./running-bot.ts";

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A clock that goes on by what is waited for. Waits of more than ten minutes end only when they are let. */
class TurnedPace implements Pace {
  readonly pauses: number[] = [];
  letGo: () => void = () => undefined;
  #ahead = 0;

  now(): number {
    return Date.now() + this.#ahead;
  }

  random(): number {
    return 0.5;
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    this.pauses.push(ms);
    if (ms > 600_000)
      await new Promise<void>((resolve, reject) => {
        this.letGo = resolve;
        signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
      });
    this.#ahead += ms;
  }

  turn(ms: number): void {
    this.#ahead += ms;
  }
}

async function start(settings: Partial<StandInSettings> = {}) {
  const standIn = await startStandIn(settings);
  const pace = new TurnedPace();
  const bot = startBot(standIn, { pace });
  ends.push(
    () => bot.stop().catch(() => undefined),
    () => standIn.close(),
  );
  return { standIn, pace, bot };
}

describe("pauses", () => {
  it("double up to a minute, and differ from bot to bot", () => {
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.nat(5000), chance, (attempt, random) => {
        const seconds = backOffSeconds(attempt, () => random);
        const middle = attempt < 6 ? 2 ** attempt : 60;
        expect(seconds).toBeGreaterThanOrEqual(0.75 * middle);
        expect(seconds).toBeLessThanOrEqual(1.25 * middle);
      }),
    );
    expect(backOffSeconds(3, () => 0)).not.toBe(backOffSeconds(3, () => 0.9));
  });
});

describe("a gateway that is down", () => {
  it("is tried later each time, and found again when it is back", async () => {
    const { standIn, pace, bot } = await start();
    expect(await standIn.untilReady(COMMAND_COUNT)).toBe(true);
    await standIn.untilIdle();
    pace.pauses.length = 0;
    await standIn.faults.outage(true);
    // The first break is mended almost at once; then 1, 2, 4 … 60 seconds.
    const expected = [125, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000];
    await expect.poll(() => pace.pauses.length, { timeout: 15_000 }).toBeGreaterThanOrEqual(expected.length);
    await standIn.faults.outage(false);
    expect(pace.pauses.slice(0, expected.length)).toEqual(expected);
    expect(await standIn.gateway.untilConnected(1)).toBe(true);
    const record = await standIn.person.slash("ask", { question: "What is it?" });
    expect(record.failure).toBeNull();
    const said = bot.log.filter(({ event, again_in_seconds: s }) => event === "no connection" && s === 60);
    expect(said.length).toBeGreaterThan(0);
  });

  it("is not tried any more once the bot is stopped", async () => {
    const { standIn, pace, bot } = await start();
    expect(await standIn.untilReady(COMMAND_COUNT)).toBe(true);
    await standIn.faults.outage(true);
    await expect.poll(() => pace.pauses.length, { timeout: 15_000 }).toBeGreaterThan(2);
    await bot.stop();
    const tried = pace.pauses.length;
    await standIn.faults.outage(false);
    // The library goes on after half a second, whoever has given the connection up.
    await standIn.untilIdle(1500);
    expect(await standIn.seen.connections()).toBe(0);
    expect(pace.pauses.length).toBe(tried);
  });

  it("that drops each connection at once is not hurried, until one holds", async () => {
    const { standIn, pace } = await start();
    expect(await standIn.untilReady(COMMAND_COUNT)).toBe(true);
    await standIn.untilIdle();
    const reconnects = async () => {
      pace.pauses.length = 0;
      await standIn.gateway.untilConnected(0);
      expect(await standIn.gateway.untilConnected(1)).toBe(true);
      await standIn.untilIdle();
      return pace.pauses[0];
    };
    const seen: (number | undefined)[] = [];
    for (let n = 0; n < 3; n += 1) {
      await standIn.gateway.cut();
      seen.push(await reconnects());
    }
    expect(seen).toEqual([125, 1000, 2000]);
    pace.turn(61_000);
    await standIn.gateway.cut();
    expect(await reconnects()).toBe(125);
  });
});

describe("log-ins", () => {
  it("are not made beyond what Discord grants a day, and go on when there are new ones", async () => {
    const { standIn, pace, bot } = await start({ logIns: 2 });
    expect(await standIn.untilReady(COMMAND_COUNT)).toBe(true);
    await standIn.untilIdle();
    await standIn.gateway.invalidate(false);
    expect(await standIn.gateway.untilIdentified(2)).toBe(true);
    await standIn.untilIdle();
    await standIn.gateway.invalidate(false);
    await expect
      .poll(() => bot.log.some(({ event }) => event === "no log-ins left"), { timeout: 15_000 })
      .toBe(true);
    await standIn.untilIdle();
    expect(await standIn.seen.identifies()).toBe(2);
    expect(pace.pauses.at(-1)).toBeGreaterThan(3_500_000);
    await standIn.gateway.grantLogIns(1);
    pace.letGo();
    expect(await standIn.gateway.untilIdentified(3)).toBe(true);
    expect(await standIn.seen.violations()).toEqual([]);
  });

  it("are told of where none are left from the start", async () => {
    const { standIn, bot } = await start({ logIns: 0 });
    await expect
      .poll(() => bot.log.some(({ message }) => /used up its log-ins of today/.test(String(message))))
      .toBe(true);
    await standIn.untilIdle();
    expect(await standIn.seen.identifies()).toBe(0);
  });
});
