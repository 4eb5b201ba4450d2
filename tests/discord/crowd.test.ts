/** A crowd on a bad day: many people, two hundred questions at once, and requests that fail at random. */
import { expect, it } from "vitest";
import type { Fault } from "../discord-stand-in/faults.ts";
import type { InteractionRecord } from "../discord-stand-in/person/interaction-record.ts";
import type { SayRecord } from "../discord-stand-in/person/say.ts";
import { expectClean, startBoth } from "./running-bot.ts";

const PEOPLE = 50;
const QUESTIONS_EACH = 4;
const FAULTS = 30;
const BUSY = "I have my hands full right now. Please ask again in a moment.";
/** So many wait in the line of a channel before anybody is refused. */
const LEAST_ANSWERED = 60;

/** What the network and the server do wrong before anybody is told that an answer stands. */
const faults: readonly Fault[] = [
  { kind: "status", status: 502 },
  { kind: "reset" },
  { kind: "lost", how: "rst" },
  { kind: "lost", how: "fin" },
  { kind: "slow", ms: 300 },
  { kind: "rate limit", retryAfter: 0.2 },
];
const routes = ["interaction.callback", "original.edit", "message.create", "thread.start"];

it("gets one answer or one refusal each, whatever fails", async () => {
  const environment = { FOOTNOTE_QUESTIONS_PER_MINUTE: "1000" };
  const { standIn, bot, close } = await startBoth(
    { environment },
    { extraPeople: PEOPLE, patienceMs: 30_000, requestsPerSecond: 1000 },
  );
  bot.answering.delayMs = 5;
  const pick = createPicker(7);
  for (let count = 0; count < FAULTS; count += 1)
    await standIn.faults.next(pick(routes), pick(faults), 1, Math.floor(pick(SPREAD)));

  const slash = (n: number, at: number): Promise<InteractionRecord> =>
    standIn.person.slash("ask", { question: `What is it, ${n} and ${at}?` }, { user: `person-${n}` });
  const say = (n: number, at: number): Promise<SayRecord> =>
    standIn.person.say(`What is it, ${n} and ${at}?`, {
      user: `person-${n}`,
      ...(n % 4 === 1 ? { dm: true } : { mention: true, channel: "general" }),
    });
  const people = Array.from({ length: PEOPLE }, (_, n) => n);
  const turns = Array.from({ length: QUESTIONS_EACH }, (_, at) => at);
  const [commands, messages] = await Promise.all([
    Promise.all(people.filter((n) => n % 2 === 0).flatMap((n) => turns.map((at) => slash(n, at)))),
    Promise.all(people.filter((n) => n % 2 === 1).flatMap((n) => turns.map((at) => say(n, at)))),
  ]);
  await standIn.untilIdle();

  for (const { id } of commands) {
    const record = await standIn.seen.record(id);
    expect(record).toMatchObject({ acknowledgement: "deferred reply", failure: null, followUps: [] });
  }
  expect(messages.map(({ answers }) => answers.length)).toEqual(messages.map(() => 1));
  const all = await standIn.seen.botMessages();
  expect(all).toHaveLength(PEOPLE * QUESTIONS_EACH);
  const refused = all.filter(({ text }) => text === BUSY);
  expect(all.filter((one) => !refused.includes(one) && !one.text.includes("The first quote"))).toEqual([]);
  expect(all.length - refused.length).toBeGreaterThanOrEqual(LEAST_ANSWERED);
  expect(all.filter(({ isLoading }) => isLoading)).toEqual([]);
  expect(all.filter(({ text }) => /undefined|null|\[object|NaN/.test(text))).toEqual([]);
  await expectClean(standIn);
  await close();
}, 60_000);

/** How many requests of a route go well before its fault. */
const SPREAD = Array.from({ length: 40 }, (_, at) => at);

/** Picks from lists, always the same way (a linear congruential generator). */
function createPicker(seed: number): <T>(list: readonly T[]) => T {
  let state = seed;
  return (list) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    const picked = list[Math.floor((state / 2 ** 32) * list.length)];
    if (picked === undefined) throw new RangeError("There is nothing to pick from.");
    return picked;
  };
}
