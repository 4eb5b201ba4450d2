/**
 * Measures the Discord bot: the built program against a stand-in in a process of its own, over the shipped corpus.
 * Run: node tests/launch.mjs bench/discord.ts [index folder]
 */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { InteractionRecord } from "../tests/discord-stand-in/person/interaction-record.ts";
import { startRemoteStandIn } from "../tests/discord-stand-in/start-remote-stand-in.ts";

/** No question is asked twice, because a second answer costs nothing. */
const QUESTIONS = readFileSync("tests/evals/questions.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => String(JSON.parse(line).question));
const AT_ONCE = 50;

let asked = 0;
const standIn = await startRemoteStandIn();
const index = process.argv[2] ?? mkdtempSync(join(tmpdir(), "footnote-bench-"));
const bot = spawn(
  process.execPath,
  ["--import", "./bench/event-loop.mjs", "dist/footnote.js", "bot", "--corpus", "corpus", "--index", index],
  {
    env: {
      PATH: process.env.PATH,
      DISCORD_TOKEN: standIn.token,
      FOOTNOTE_DISCORD_API: standIn.url,
      FOOTNOTE_QUESTIONS_PER_MINUTE: "9999",
    },
    stdio: ["ignore", "ignore", "pipe"],
  },
);
let said = "";
bot.stderr.setEncoding("utf8").on("data", (text: string) => {
  said += text;
});
const rows = () => said.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line)] : []));
while (!rows().some(({ event }) => String(event).startsWith("commands"))) await sleep(100);
print("log-in to ready", `${rows().find(({ event }) => event === "ready")?.ms} ms`);

const ask = (at: number) =>
  standIn.person.slash(
    "ask",
    { question: nextQuestion() },
    { user: ["reader", "other", "keeper"][at % 3] ?? "reader" },
  );

await ask(0);
await sleep(3000);
print("memory, idle", `${rss()} MB`);
await eventLoop();

const single: InteractionRecord[] = [];
for (let at = 0; at < AT_ONCE; at += 1) single.push(await ask(at));
report("one after the other", single);
await eventLoop("event loop meanwhile");
report(`${AT_ONCE} at once`, await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => ask(at))));
await eventLoop("event loop meanwhile");

const card = single[0]?.message?.id ?? "";
const turned: InteractionRecord[] = [];
for (let at = 0; at < AT_ONCE; at += 1)
  turned.push(await standIn.person.click(at % 2 === 0 ? "Next" : "Previous", card));
report("turning a page", turned);
const direct: number[] = [];
for (let at = 0; at < 30; at += 1) {
  const record = await standIn.person.say(nextQuestion(), { dm: true });
  direct.push(record.answerMs ?? Number.NaN);
}
print("direct message to answer", quantiles(direct));
print("memory, after", `${rss()} MB`);
print(
  "violations, pings",
  `${(await standIn.seen.violations()).length}, ${(await standIn.seen.pings()).length}`,
);
const stopped = performance.now();
bot.kill("SIGTERM");
const code = await new Promise((resolve) => bot.once("exit", resolve));
print("SIGTERM to exit", `${Math.round(performance.now() - stopped)} ms, code ${code}`);
await standIn.close();

function nextQuestion(): string {
  asked += 1;
  return QUESTIONS[asked % QUESTIONS.length] ?? "";
}

function report(name: string, records: readonly InteractionRecord[]): void {
  print(`${name}: acknowledged`, quantiles(records.map(({ ackMs }) => ackMs ?? Number.NaN)));
  print(`${name}: answered`, quantiles(records.map(({ finalMs }) => finalMs ?? Number.NaN)));
}

function quantiles(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]?.toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms (${values.length})`;
}

function rss(): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${bot.pid}/status`, "utf8"))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}

/** Asks the bot's process for the longest block since the last time. */
async function eventLoop(name?: string): Promise<void> {
  const before = rows().length;
  bot.kill("SIGUSR2");
  await sleep(300);
  const row = rows()
    .slice(before)
    .find(({ event }) => event === "event loop");
  if (name !== undefined && row !== undefined) print(name, `p99 ${row.p99} ms, most ${row.max} ms`);
}

function print(name: string, figures: string): void {
  process.stdout.write(`${name.padEnd(36)} ${figures}\n`);
}
