/**
 * Ten minutes of a bad day: the built bot against a stand-in, two hundred people, a fault every second, texts that
 * change. Run: npm run soak -- [--seconds 600] [--seed n]. Ends with 1 when a question had no answer or two, when
 * Discord would have complained, or when memory grew.
 */

import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { findOpenApi } from "../tests/discord-stand-in/open-api.ts";
import { startRemoteStandIn } from "../tests/discord-stand-in/start-remote-stand-in.ts";
import { createBadLuck } from "./soak/bad-luck.ts";
import { createChangingCorpus } from "./soak/changing-corpus.ts";
import { createCrowd } from "./soak/crowd.ts";
import { seededRandom } from "./soak/random.ts";
import { startSoakedBot } from "./soak/soaked-bot.ts";

const PEOPLE = 200;
const QUESTION_EVERY_MS = 150;
const FAULT_EVERY_MS = 1000;
const CHANGE_EVERY_MS = 5000;
const SAMPLE_EVERY_MS = 2000;
/** Of the mean of the second quarter, that of the last may be as much more. */
const GROWTH = 1.15;

const { values } = parseArgs({
  options: { seconds: { type: "string", default: "600" }, seed: { type: "string", default: "1" } },
});
const seconds = Number(values.seconds);
const random = seededRandom(Number(values.seed));

const standIn = await startRemoteStandIn({
  openapi: findOpenApi(),
  extraPeople: PEOPLE,
  patienceMs: 45_000,
  maxActiveThreads: 100_000,
});
const corpus = createChangingCorpus(random);
const bot = await startSoakedBot(standIn, corpus.folder);
const crowd = createCrowd(standIn, random, PEOPLE);
const luck = createBadLuck(standIn, random);
const memory: number[] = [];

const until = performance.now() + seconds * 1000;
const every = async (ms: number, act: () => void | Promise<void>) => {
  while (performance.now() < until) {
    await sleep(ms);
    await act();
  }
};
await Promise.all([
  every(QUESTION_EVERY_MS, () => crowd.act()),
  every(FAULT_EVERY_MS, () => luck.strike()),
  every(CHANGE_EVERY_MS, () => corpus.change()),
  every(SAMPLE_EVERY_MS, () => void memory.push(bot.megabytes())),
]);
await standIn.faults.clear();
await crowd.settled();
await standIn.untilIdle(2000);

const told = await crowd.examine(luck.disturbances);
const quarter = (at: number) => mean(memory.slice((memory.length * at) / 4, (memory.length * (at + 1)) / 4));
const growth = quarter(3) / quarter(1);
const breaches = {
  violations: await standIn.seen.violations(),
  pings: await standIn.seen.pings(),
  unguarded: await standIn.seen.unguarded(),
  "schema findings": await standIn.seen.schemaFindings(),
};
const exit = await bot.stop();
await standIn.close();
corpus.remove();

print("seconds, people, faults, changed files", `${seconds}, ${PEOPLE}, ${luck.struck}, ${corpus.changes}`);
for (const [what, count] of Object.entries(told.counts)) print(what, String(count));
for (const problem of told.problems.slice(0, 20)) print("PROBLEM", problem);
print("memory by quarter (MB)", [0, 1, 2, 3].map((at) => quarter(at).toFixed(0)).join(", "));
for (const [what, found] of Object.entries(breaches))
  print(what, found.length === 0 ? "0" : `${found.length}: ${JSON.stringify(found[0])}`);
print("restarts of the answering thread", String(bot.restarts()));
print("exit code", String(exit));
const isClean = Object.values(breaches).every((found) => found.length === 0);
const isFlat = memory.length < 20 || growth <= GROWTH;
if (told.problems.length > 0 || !isClean || !isFlat || exit !== 0) process.exitCode = 1;
print("verdict", process.exitCode === 1 ? "not clean" : "clean");

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
}

function print(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(40)} ${value}\n`);
}
