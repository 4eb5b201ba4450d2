/** Lets somebody wait until something is so, woken by events and never by sleeping a guessed time. */

export interface Bell {
  /** Says that something changed: everyone who waits looks again. */
  ring(): void;
  /** The first value of `look` that is neither null nor undefined nor false; null when `ms` pass before. */
  until<Found>(look: () => Found | null | undefined | false, ms: number): Promise<Found | null>;
}

export function createBell(): Bell {
  const waiting = new Set<() => void>();
  return {
    ring() {
      for (const look of [...waiting]) look();
    },
    until(look, ms) {
      return new Promise((resolve, reject) => {
        const stop = (): void => {
          waiting.delete(again);
          clearTimeout(timer);
        };
        const again = (): void => {
          try {
            const found = look();
            if (found === null || found === undefined || found === false) return;
            stop();
            resolve(found);
          } catch (error) {
            stop();
            reject(error);
          }
        };
        const timer = setTimeout(() => {
          stop();
          resolve(null);
        }, ms);
        waiting.add(again);
        again();
      });
    },
  };
}
