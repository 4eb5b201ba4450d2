/** Lets the process turn to whatever waits, such as Ctrl-C: answers from memory alone never do by themselves. */
import { setImmediate } from "node:timers/promises";

/** Resolves in the next turn of the event loop; rejects when `signal` is aborted by then. */
export async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  signal?.throwIfAborted();
}
