/**
 * Answers from a thread of its own: with a time limit, and with a new thread when the old one dies or hangs. What was
 * under way is asked once more then; what kills two threads is given up.
 */
import type { Answer } from "../ground/answer.ts";
import type { QuoteInPlace } from "../ground/cite-in-context.ts";
import type { SourceSummary } from "../ground/source-summary.ts";
import type { QuoteReport } from "../quotes/report-check.ts";
import { type Answering, AnsweringError, type RefreshCounts } from "./answering.ts";
import type { ThreadSettings, Work } from "./answering-protocol.ts";
import { AnsweringThread, type ThreadEvents } from "./answering-thread.ts";

export interface ServiceOptions extends ThreadEvents {
  readonly onRestart: (cause: Error) => void;
  /** Gives up opening the sources. */
  readonly signal?: AbortSignal;
  /** Script of the thread; by default the bundled one. */
  readonly script?: string | URL;
  /** Milliseconds for an answer. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 30_000;
/** Reading the sources anew may take long; an interaction lives 15 minutes. */
const REFRESH_PATIENCE_MS = 14 * 60_000;

/** Starts the thread and waits until the sources are open. Rejects with a UserError where they cannot be. */
export async function startAnswering(settings: ThreadSettings, options: ServiceOptions): Promise<Answering> {
  const service = new ThreadAnswering(settings, options);
  const stop = () => void service.close();
  options.signal?.addEventListener("abort", stop, { once: true });
  try {
    await service.open();
    return service;
  } finally {
    options.signal?.removeEventListener("abort", stop);
  }
}

class ThreadAnswering implements Answering {
  readonly #start: () => AnsweringThread;
  readonly #options: ServiceOptions;
  #thread: AnsweringThread;
  #closed = false;

  constructor(settings: ThreadSettings, options: ServiceOptions) {
    this.#options = options;
    this.#start = () => new AnsweringThread(settings, options, options.script);
    this.#thread = this.#start();
  }

  open(): Promise<void> {
    return this.#thread.ready;
  }

  ask(question: string, options = {}): Promise<Answer> {
    return this.#request("ask", [question, options]) as Promise<Answer>;
  }

  cite(id: string, around: number): Promise<QuoteInPlace> {
    return this.#request("cite", [id, around]) as Promise<QuoteInPlace>;
  }

  sources(): Promise<readonly SourceSummary[]> {
    return this.#request("sources", []) as Promise<readonly SourceSummary[]>;
  }

  checkQuote(claimed: string, source?: string): Promise<QuoteReport> {
    return this.#request("checkQuote", [claimed, source]) as Promise<QuoteReport>;
  }

  quotationsIn(text: string): Promise<readonly string[]> {
    return this.#request("quotationsIn", [text]) as Promise<readonly string[]>;
  }

  refresh(): Promise<RefreshCounts> {
    return this.#request("refresh", [], REFRESH_PATIENCE_MS) as Promise<RefreshCounts>;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#thread.stop();
  }

  async #request(
    work: Work,
    values: readonly unknown[],
    patienceMs = this.#options.patienceMs ?? PATIENCE_MS,
  ) {
    const thread = this.#living();
    try {
      return await within(
        patienceMs,
        thread.ready.then(() => thread.request(work, values)),
      );
    } catch (error) {
      if (!(error instanceof AnsweringError) || this.#closed) throw error;
      if (error.kind === "slow") {
        await thread.stop();
        throw error;
      }
      const next = this.#living();
      return within(
        patienceMs,
        next.ready.then(() => next.request(work, values)),
      );
    }
  }

  /** The thread, or a new one in the place of one that died. */
  #living(): AnsweringThread {
    if (!this.#thread.isGone || this.#closed) return this.#thread;
    this.#options.onRestart(new AnsweringError("gone"));
    this.#thread = this.#start();
    return this.#thread;
  }
}

/** Rejects as slow when `ms` pass first. */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AnsweringError("slow")), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
