/** Runs a contestant in a process of its own, and reads what it reports. */
import { spawn } from "node:child_process";
import type { AskingReport, BuildReport } from "./run-contestant.ts";

/** Null when it takes longer than `patienceMs`, or breaks: why, is on standard error. */
export function buildContestant(
  name: string,
  corpus: string,
  store: string,
  patienceMs: number,
): Promise<BuildReport | null> {
  return run<BuildReport>([name, "build", corpus, store], patienceMs).catch((error: Error) => {
    process.stderr.write(`${name}: ${error.message}\n`);
    return null;
  });
}

export function askContestant(
  name: string,
  corpus: string,
  store: string,
  questions: string,
): Promise<AskingReport> {
  return run<AskingReport>([name, "ask", corpus, store, questions], 3_600_000);
}

function run<T>(words: readonly string[], patienceMs: number): Promise<T> {
  const script = ["tests/launch.mjs", "bench/contestants/run-contestant.ts"];
  const child = spawn(process.execPath, ["--max-old-space-size=4096", ...script, ...words], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    child.kill("SIGKILL");
  }, patienceMs);
  return new Promise((resolve, reject) => {
    child.once("close", (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(JSON.parse(said.trim().split("\n").at(-1) ?? "") as T);
      else reject(new Error(isLate ? "took too long" : `ended with ${code}`));
    });
  });
}
