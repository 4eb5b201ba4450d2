/**
 * Measures how long a cold `footnote ask` takes, against Node alone, and where the time goes.
 * Usage: node tests/launch.mjs bench/start.ts [bundle] [rounds]. The bundle must be built.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";

const [bundle = "dist/footnote.js", rounds = "10"] = process.argv.slice(2);
const program = resolve(bundle);
const index = mkdtempSync(join(tmpdir(), "footnote-start-"));
const question = "Who was expelled from the country?";

interface Run {
  readonly wallMs: number;
  readonly answerMs: number;
}

try {
  const bare = medianOf(() => run(["-e", "0"], "none"));
  say("node -e 0", bare, bare);
  say(
    "footnote --version",
    medianOf(() => run([program, "--version"], "none")),
    bare,
  );
  for (const embedder of ["none", "default"]) {
    run([program, "index", "--index", index], embedder);
    say(
      `footnote sources, ${embedder}`,
      medianOf(() => run([program, "sources", "--index", index], embedder)),
      bare,
    );
    const ask = medianOf(() => run([program, "ask", question, "--index", index, "--json"], embedder));
    say(`footnote ask, ${embedder}`, ask, bare);
  }
} finally {
  rmSync(index, { recursive: true, force: true });
}

function run(argumentsOfNode: readonly string[], embedder: string): Run {
  const started = performance.now();
  const { stdout } = spawnSync(process.execPath, argumentsOfNode, {
    env: { ...process.env, FOOTNOTE_EMBEDDER: embedder },
    encoding: "utf8",
  });
  const wallMs = performance.now() - started;
  const answer: unknown = stdout.startsWith("{") ? JSON.parse(stdout) : null;
  return { wallMs, answerMs: totalOf(answer) };
}

/** What the answer says of its own time: the question's vector, the search and the choice of quotes. */
function totalOf(answer: unknown): number {
  if (typeof answer !== "object" || answer === null || !("timings" in answer)) return 0;
  const { timings } = answer;
  if (typeof timings !== "object" || timings === null || !("totalMs" in timings)) return 0;
  return Number(timings.totalMs);
}

/** The run of median wall time. */
function medianOf(work: () => Run): Run {
  const runs = Array.from({ length: Number(rounds) }, work).sort((a, b) => a.wallMs - b.wallMs);
  return runs[runs.length >> 1] ?? { wallMs: 0, answerMs: 0 };
}

function say(what: string, { wallMs, answerMs }: Run, bare: Run): void {
  const times = (wallMs / bare.wallMs).toFixed(1);
  const own = answerMs === 0 ? "" : `; ${answerMs.toFixed(0)} ms of it from question to answer`;
  process.stdout.write(
    `${what.padEnd(28)} ${wallMs.toFixed(0).padStart(5)} ms  ${times} times node -e 0${own}\n`,
  );
}
