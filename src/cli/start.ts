#!/usr/bin/env node
/** Starts the command line. The one place that decides how the process ends. */
import { faultText } from "./fault.ts";
import { runProgram } from "./program.ts";

// A reader that has seen enough (`| head -1`) closes the pipe: that is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 2));
}

// Some libraries remark on things with console.log, but standard output belongs to data.
console.log = console.error;

// A defect outside of any command is told like every other fault. (Node would exit with 1: "the sources do not say".)
process.on("uncaughtException", (error) => {
  process.stderr.write(faultText(error));
  process.exit(2);
});

/** 128 + SIGINT: what shells expect of a command that Ctrl-C ended. */
const INTERRUPTED = 130;

/** A second Ctrl-C so soon is the first one, told again by npx. Milliseconds. */
const ECHO_MS = 500;

const stop = new AbortController();
let stoppedAt = 0;
process.on("SIGINT", () => {
  if (stop.signal.aborted && performance.now() - stoppedAt > ECHO_MS) process.exit(INTERRUPTED);
  if (!stop.signal.aborted) stoppedAt = performance.now();
  stop.abort();
});
process.on("SIGTERM", () => stop.abort());

try {
  process.exitCode = await runProgram(process.argv.slice(2), stop.signal);
} catch (error) {
  process.exitCode = stop.signal.aborted ? INTERRUPTED : 2;
  process.stderr.write(stop.signal.aborted ? "Stopped.\n" : faultText(error));
}
