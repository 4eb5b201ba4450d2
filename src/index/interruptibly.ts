/**
 * Ctrl-C in the middle of work that does not wait for anything. Handlers of signals run only when the thread is free;
 * Node can end a script in a context of its own from outside, which costs a millisecond or two to set up.
 */
import { createContext, Script } from "node:vm";
import { isMainThread } from "node:worker_threads";

const SCRIPT = new Script("work()");

/** Of a text, in UTF-16 code units: what is done with a shorter one takes a fraction of a second. */
const LONG = 500_000;

/**
 * What `work` returns, which goes through a text of that length. Where the process listens for Ctrl-C, one that is
 * pressed meanwhile ends `work` in the middle, without its `finally`, and is told to the listeners; then this throws.
 * So `work` must change nothing that stays.
 */
export function interruptibly<T>(length: number, work: () => T): T {
  if (length < LONG || !isMainThread || process.listenerCount("SIGINT") === 0) return work();
  const done: { result?: T } = {};
  const context = createContext({
    work: () => {
      done.result = work();
    },
  });
  try {
    SCRIPT.runInContext(context, { breakOnSigint: true });
  } catch (error) {
    // The error is of the script's own context, so it is no `Error` of this one.
    const isInterrupted = Object(error).code === "ERR_SCRIPT_EXECUTION_INTERRUPTED";
    if (!isInterrupted) throw error;
    process.emit("SIGINT");
    throw new Error("interrupted by Ctrl-C");
  }
  return done.result as T;
}
