/** Questions wait in line: a line for each channel, the lines served in turn, so that no channel holds up the others. */

/** Too many are waiting: nothing was begun. */
export class QueueFullError extends Error {
  override readonly name = "QueueFullError";
}

export interface WorkQueue {
  /** Runs `work` in its turn. Rejects with a QueueFullError at once where a line is full. */
  run<T>(line: string, work: () => Promise<T>): Promise<T>;
}

export interface QueueLimits {
  /** Under way at the same time. */
  readonly atOnce: number;
  readonly waitingInLine: number;
  readonly waitingInAll: number;
}

const QUEUE_LIMITS: QueueLimits = { atOnce: 4, waitingInLine: 60, waitingInAll: 300 };

/** Where answers wait for a language model: they cost time, but no work. */
export const PATIENT_QUEUE_LIMITS: QueueLimits = { ...QUEUE_LIMITS, atOnce: 16 };

export function createWorkQueue(limits: QueueLimits = QUEUE_LIMITS): WorkQueue {
  /** In the order in which their turn comes. */
  const lines = new Map<string, (() => Promise<void>)[]>();
  let running = 0;
  let waiting = 0;

  const serve = (): void => {
    while (running < limits.atOnce) {
      const [next] = lines;
      if (next === undefined) return;
      const [name, line] = next;
      const work = line.shift();
      lines.delete(name);
      if (line.length > 0) lines.set(name, line);
      if (work === undefined) continue;
      waiting -= 1;
      running += 1;
      void work().finally(() => {
        running -= 1;
        serve();
      });
    }
  };

  return {
    run(name, work) {
      const line = lines.get(name) ?? [];
      const isFull = line.length >= limits.waitingInLine || waiting >= limits.waitingInAll;
      if (isFull) return Promise.reject(new QueueFullError("too many questions are waiting"));
      return new Promise((resolve, reject) => {
        line.push(() => work().then(resolve, reject));
        lines.set(name, line);
        waiting += 1;
        serve();
      });
    },
  };
}
