/** The time a model has: until its first word, and for all of it. When it is over, whatever is under way is aborted. */

export interface TimeLimits {
  /** Milliseconds to the first token, repeated attempts included. */
  readonly firstTokenMs: number;
  /** Milliseconds for all of it. */
  readonly wholeMs: number;
}

export class Watch {
  readonly #controller = new AbortController();
  readonly #outside: AbortSignal | undefined;
  readonly #stop: () => void;
  readonly #aborted: Promise<never>;
  readonly #whole: NodeJS.Timeout;
  readonly #first: NodeJS.Timeout;
  readonly #firstEnds: number;
  #begun = false;
  #expired: "first" | "whole" | null = null;

  /** `outside` aborts it too. */
  constructor({ firstTokenMs, wholeMs }: TimeLimits, outside?: AbortSignal) {
    this.#outside = outside;
    this.#stop = () => this.#controller.abort();
    if (outside?.aborted) this.#stop();
    outside?.addEventListener("abort", this.#stop, { once: true });
    this.#aborted = new Promise((_, reject) => {
      const giveUp = () => reject(new Error("aborted"));
      if (this.signal.aborted) giveUp();
      this.signal.addEventListener("abort", giveUp, { once: true });
    });
    this.#aborted.catch(() => undefined);
    this.#first = setTimeout(() => this.#expire("first"), firstTokenMs);
    this.#whole = setTimeout(() => this.#expire("whole"), wholeMs);
    this.#firstEnds = performance.now() + Math.min(firstTokenMs, wholeMs);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Whether the first token has come. */
  get hasBegun(): boolean {
    return this.#begun;
  }

  /** Which time is over; null when none is. */
  get expired(): "first" | "whole" | null {
    return this.#expired;
  }

  begin(): void {
    this.#begun = true;
    clearTimeout(this.#first);
  }

  /** What `work` comes to; rejects as soon as the time is over, even if the work does not heed the signal. */
  orAborted<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.#aborted]);
  }

  /** Whether a first token could still come after such a wait. */
  allows(waitMs: number): boolean {
    return !this.signal.aborted && performance.now() + waitMs < this.#firstEnds;
  }

  async wait(ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const waited = new Promise<void>((done) => {
      timer = setTimeout(done, ms);
    });
    await this.orAborted(waited).finally(() => clearTimeout(timer));
  }

  /** Closes what is open. Must be called however it ends. */
  close(): void {
    clearTimeout(this.#first);
    clearTimeout(this.#whole);
    this.#outside?.removeEventListener("abort", this.#stop);
    this.#stop();
  }

  #expire(which: "first" | "whole"): void {
    this.#expired ??= which;
    this.#stop();
  }
}
