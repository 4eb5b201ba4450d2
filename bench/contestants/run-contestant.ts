/**
 * One contestant in a process of its own, so that its memory and its start are its own: builds or asks, and prints what
 * that took as one line of JSON. Arguments: name, `build` or `ask`, corpus, store, file of questions (JSON lines).
 */
import { readFileSync } from "node:fs";
import type { Found } from "./contestant.ts";
import { CONTESTANTS } from "./contestants.ts";

/** What came of asking; times in milliseconds. */
export interface AskingReport {
  readonly openMs: number;
  readonly firstMs: number;
  readonly latencies: readonly number[];
  readonly found: readonly (readonly Found[] | null)[];
  readonly megabytes: number;
}

export interface BuildReport {
  readonly buildMs: number;
  readonly megabytes: number;
}

// What the build puts in: an index names the program that made it.
Object.assign(globalThis, { FOOTNOTE_VERSION: "bench" });
const [, , name = "", task, corpus = "", store = "", file] = process.argv;
const contestant = CONTESTANTS[name];
if (contestant === undefined) throw new Error(`There is no contestant ${name}.`);
const started = performance.now();
if (task === "build") {
  await contestant.build(corpus, store);
  report({ buildMs: performance.now() - started, megabytes: megabytes() });
} else {
  const questions: string[] = readFileSync(file ?? "", "utf8")
    .trim()
    .split("\n")
    .map((line) => String(JSON.parse(line).question));
  const searcher = await contestant.open(corpus, store);
  const openMs = performance.now() - started;
  const latencies: number[] = [];
  const found: (readonly Found[] | null)[] = [];
  for (const question of questions) {
    const asked = performance.now();
    found.push(await searcher.search(question));
    latencies.push(performance.now() - asked);
  }
  await searcher.close();
  report({ openMs, firstMs: openMs + (latencies[0] ?? 0), latencies, found, megabytes: megabytes() });
}
process.exit(0);

function megabytes(): number {
  return process.resourceUsage().maxRSS / 1024;
}

function report(value: AskingReport | BuildReport): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}
