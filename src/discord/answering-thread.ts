/** One life of the answering thread, seen from outside: requests go in, answers come out, a death is noticed. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { UserError } from "../errors.ts";
import { AnsweringError, type RefreshCounts, type WhileAsking } from "./answering.ts";
import type {
  CloneableFault,
  Reply,
  ThreadMessage,
  ThreadOrder,
  ThreadSettings,
  Work,
} from "./answering-protocol.ts";

export interface ThreadEvents {
  readonly onRefreshed: (counts: RefreshCounts) => void;
  readonly onStale: (fault: Error) => void;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
  readonly onStatement?: WhileAsking["onStatement"];
}

export class AnsweringThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #events: ThreadEvents;
  readonly #ready: Promise<void>;
  #settleReady: Waiting | null = null;
  #requests = 0;
  #gone: AnsweringError | null = null;

  constructor(settings: ThreadSettings, events: ThreadEvents, script: string | URL = findScript()) {
    this.#events = events;
    this.#ready = new Promise((resolve, reject) => {
      this.#settleReady = { resolve: () => resolve(), reject };
    });
    this.#ready.catch(() => undefined);
    // Without the flags of this process: a loader or an inspector of the caller is not for the thread.
    this.#worker = new Worker(script, { workerData: settings, execArgv: [] });
    this.#worker.on("message", (message: ThreadMessage) => this.#take(message));
    this.#worker.on("error", (error) => this.#end(error));
    this.#worker.on("exit", () => this.#end());
  }

  get isGone(): boolean {
    return this.#gone !== null;
  }

  /** When the sources are open. Rejects with a UserError where they cannot be opened. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  /** What the worker makes of it. Rejects with an AnsweringError when the thread dies. */
  async request<W extends Work>(
    work: W,
    values: readonly unknown[],
    { onStatement, signal }: WhileAsking = {},
  ): Promise<Reply<W>> {
    if (this.#gone !== null) throw this.#gone;
    signal?.throwIfAborted();
    const number = ++this.#requests;
    const giveUp = () => this.#order({ giveUp: number });
    const reply = new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject, ...(onStatement && { onStatement }) });
      this.#order({ number, work, values });
    });
    signal?.addEventListener("abort", giveUp, { once: true });
    // The thread is of the same build, and types do not travel between threads.
    return (reply as Promise<Reply<W>>).finally(() => signal?.removeEventListener("abort", giveUp));
  }

  #order(order: ThreadOrder): void {
    this.#worker.postMessage(order);
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #take(message: ThreadMessage): void {
    if (message.kind === "ready") this.#settleReady?.resolve(undefined);
    else if (message.kind === "unready") this.#settleReady?.reject(errorOf(message.fault));
    else if (message.kind === "refreshed") this.#events.onRefreshed(message.counts);
    else if (message.kind === "stale") this.#events.onStale(errorOf(message.fault));
    else if (message.kind === "statement") this.#waiting.get(message.number)?.onStatement?.(message.shown);
    else if (message.kind === "done") this.#claim(message.number)?.resolve(message.value);
    else this.#claim(message.number)?.reject(errorOf(message.fault));
  }

  #claim(number: number): Waiting | undefined {
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    return waiting;
  }

  #end(cause?: unknown): void {
    this.#gone ??= new AnsweringError("gone", { cause });
    this.#settleReady?.reject(this.#gone);
    for (const { reject } of this.#waiting.values()) reject(this.#gone);
    this.#waiting.clear();
  }
}

function errorOf({ message, hint, stack }: CloneableFault): Error {
  if (hint !== null) return new UserError(message, hint);
  const error = new Error(message);
  if (stack !== null) error.stack = stack;
  return error;
}

/** The bundled script lies beside the bundle; while the sources are run as they are, it lies in dist. */
function findScript(): string {
  const beside = fileURLToPath(new URL("answering-worker.js", import.meta.url));
  return existsSync(beside)
    ? beside
    : fileURLToPath(new URL("../../dist/answering-worker.js", import.meta.url));
}
