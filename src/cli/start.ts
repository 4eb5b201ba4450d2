/** Runs the command line. The one place that decides how the process ends. */
import { systemFault, UserError } from "../errors.ts";
import { faultText } from "./fault.ts";
import { runProgram } from "./program.ts";

/** 128 + SIGINT: what shells expect of a command that Ctrl-C ended. */
const INTERRUPTED = 130;

/** A second Ctrl-C so soon is the first one, told again by npx. Milliseconds. */
const ECHO_MS = 500;

/** Runs the command that was typed; the process ends with its exit code. Never rejects. */
export async function start(): Promise<void> {
  watchStreams();
  // Some libraries remark on things with console.log, but standard output belongs to data.
  console.log = console.error;
  // A defect outside of any command is told like every other fault. (Node would exit with 1: "the sources do not say".)
  process.on("uncaughtException", endWith);
  const stop = listenForSignals();
  try {
    process.exitCode = await runProgram(process.argv.slice(2), stop);
  } catch (error) {
    process.exitCode = stop.aborted ? INTERRUPTED : 2;
    process.stderr.write(stop.aborted ? "Stopped.\n" : faultText(error));
  }
}

/** A reader that has seen enough (`| head -1`) closes the pipe: that is no fault. Nobody need read the remarks. */
function watchStreams(): void {
  process.stderr.on("error", () => undefined);
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(0);
    const fault = systemFault(error, "standard output");
    endWith(
      fault === null ? error : new UserError(fault.message, "look where the output goes, and try again"),
    );
  });
}

function endWith(error: unknown): never {
  process.stderr.write(faultText(error));
  process.exit(2);
}

function listenForSignals(): AbortSignal {
  const stop = new AbortController();
  let stoppedAt = 0;
  process.on("SIGINT", () => {
    if (stop.signal.aborted && performance.now() - stoppedAt > ECHO_MS) process.exit(INTERRUPTED);
    if (!stop.signal.aborted) stoppedAt = performance.now();
    stop.abort();
  });
  process.on("SIGTERM", () => stop.abort());
  // A file that would grow too large is then an error to be told, and does not end the process without a word.
  if (process.platform !== "win32") process.on("SIGXFSZ", () => undefined);
  return stop.signal;
}
