/** The best few of many scored numbers, without sorting the many. */

export interface Scored {
  readonly label: number;
  readonly score: number;
}

/** Keeps the `k` of highest score; equal scores in order of label. A heap whose root is the worst kept. */
export class TopMatches {
  readonly #k: number;
  readonly #heap: Scored[] = [];

  constructor(k: number) {
    this.#k = Math.max(0, Math.floor(k));
  }

  /** No lower score is kept any more; minus infinity while there is room. */
  get floor(): number {
    return this.#heap.length < this.#k ? Number.NEGATIVE_INFINITY : (this.#heap[0]?.score ?? 0);
  }

  add(label: number, score: number): void {
    const heap = this.#heap;
    if (heap.length < this.#k) {
      heap.push({ label, score });
      this.#rise(heap.length - 1);
      return;
    }
    const worst = heap[0];
    if (worst === undefined || score < worst.score || (score === worst.score && label > worst.label)) return;
    heap[0] = { label, score };
    this.#sink();
  }

  /** What was kept, best first. */
  sorted(): Scored[] {
    return [...this.#heap].sort(byScore);
  }

  #rise(from: number): void {
    const heap = this.#heap;
    for (let place = from; place > 0; ) {
      const parent = (place - 1) >> 1;
      const [above, below] = [heap[parent], heap[place]];
      if (above === undefined || below === undefined || byScore(below, above) <= 0) return;
      heap[parent] = below;
      heap[place] = above;
      place = parent;
    }
  }

  #sink(): void {
    const heap = this.#heap;
    for (let place = 0; ; ) {
      let worst = place;
      for (const child of [2 * place + 1, 2 * place + 2]) {
        const [a, b] = [heap[child], heap[worst]];
        if (a !== undefined && b !== undefined && byScore(a, b) > 0) worst = child;
      }
      const [moved, child] = [heap[place], heap[worst]];
      if (worst === place || moved === undefined || child === undefined) return;
      heap[place] = child;
      heap[worst] = moved;
      place = worst;
    }
  }
}

function byScore(a: Scored, b: Scored): number {
  return b.score - a.score || a.label - b.label;
}
