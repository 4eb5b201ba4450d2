/** An index in use: once replaced it is closed, but not before the last one who reads it is done. */
import type { CorpusIndex } from "./corpus-index.ts";

export class IndexLease {
  readonly index: CorpusIndex;
  #users = 0;
  #isRetired = false;

  constructor(index: CorpusIndex) {
    this.index = index;
  }

  /** What `work` returns; the index stays open until it has. */
  async use<T>(work: (index: CorpusIndex) => Promise<T>): Promise<T> {
    this.#users += 1;
    try {
      return await work(this.index);
    } finally {
      this.#users -= 1;
      await this.#closeIfDone();
    }
  }

  /** Closes the index now, or when its last user is done. */
  retire(): Promise<void> {
    this.#isRetired = true;
    return this.#closeIfDone();
  }

  async #closeIfDone(): Promise<void> {
    if (this.#isRetired && this.#users === 0) await this.index.close();
  }
}
