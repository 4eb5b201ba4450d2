// Loaded into a process with --import: tells on standard error, when told to stop, how long its event loop was blocked.
import { monitorEventLoopDelay } from "node:perf_hooks";
import { isMainThread } from "node:worker_threads";

if (isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  process.on("SIGUSR2", () => {
    const ms = (nanoseconds) => Math.round(nanoseconds / 1e5) / 10;
    const row = { event: "event loop", p99: ms(delay.percentile(99)), max: ms(delay.max) };
    process.stderr.write(`${JSON.stringify(row)}\n`);
    delay.reset();
    delay.enable();
  });
}
