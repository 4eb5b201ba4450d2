/**
 * Answers from a thread of its own: with a time limit, and with a new thread when the old one dies or hangs. What was
 * under way is asked once more then; what kills two threads is given up.
 */
import { type Answering, AnsweringError, type AskedOptions, type WhileAsking } from "./answering.ts";
import type { Reply, ThreadSettings, Work } from "./answering-protocol.ts";
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
/** Beyond the time a model has, to understand a follow-up and to answer: it gives up by itself. */
const BEYOND_MODEL_MS = 15_000;
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
  readonly #answerPatienceMs: number;
  readonly #options: ServiceOptions;
  #thread: AnsweringThread;
  #closed = false;

  constructor(settings: ThreadSettings, options: ServiceOptions) {
    this.#options = options;
    const { model, modelSettings } = settings.config;
    const ofModel = model === "none" ? 0 : 2000 * modelSettings.answerSeconds + BEYOND_MODEL_MS;
    this.#answerPatienceMs = Math.max(options.patienceMs ?? PATIENCE_MS, ofModel);
    this.#start = () => new AnsweringThread(settings, options, options.script);
    this.#thread = this.#start();
  }

  open(): Promise<void> {
    return this.#thread.ready;
  }

  ask(
    question: string,
    options: AskedOptions = {},
    meanwhile: WhileAsking = {},
  ): ReturnType<Answering["ask"]> {
    return this.#request("ask", [question, options], this.#answerPatienceMs, meanwhile);
  }

  cite(...values: Parameters<Answering["cite"]>): ReturnType<Answering["cite"]> {
    return this.#request("cite", values);
  }

  sources(): ReturnType<Answering["sources"]> {
    return this.#request("sources", []);
  }

  checkQuote(...values: Parameters<Answering["checkQuote"]>): ReturnType<Answering["checkQuote"]> {
    return this.#request("checkQuote", values);
  }

  quotationsIn(...values: Parameters<Answering["quotationsIn"]>): ReturnType<Answering["quotationsIn"]> {
    return this.#request("quotationsIn", values);
  }

  refresh(): ReturnType<Answering["refresh"]> {
    return this.#request("refresh", [], REFRESH_PATIENCE_MS);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#thread.stop();
  }

  async #request<W extends Work>(
    work: W,
    values: readonly unknown[],
    patienceMs = this.#options.patienceMs ?? PATIENCE_MS,
    meanwhile: WhileAsking = {},
  ): Promise<Reply<W>> {
    const ask = (thread: AnsweringThread) => {
      const reply = thread.ready.then(() => thread.request(work, values, meanwhile));
      return within(patienceMs, reply);
    };
    const thread = this.#living();
    try {
      return await ask(thread);
    } catch (error) {
      if (!(error instanceof AnsweringError) || this.#closed) throw error;
      if (error.kind === "slow") {
        await thread.stop();
        throw error;
      }
      return ask(this.#living());
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
