/** First responses go before answers: work that can wait stands back while responses are on their way to Discord. */

export interface FirstResponses {
  /** Counts the response as on its way until it settles. */
  sending<T>(response: Promise<T>): Promise<T>;
  /** When none is on its way, or after a short while: work is never held back for long. */
  sent(): Promise<void>;
}

/** Longest that work stands back, milliseconds. */
const LONGEST_MS = 150;

export function createFirstResponses(): FirstResponses {
  let onWay = 0;
  let waiting: (() => void)[] = [];
  const done = (): void => {
    onWay -= 1;
    if (onWay > 0) return;
    const all = waiting;
    waiting = [];
    for (const go of all) go();
  };
  return {
    sending(response) {
      onWay += 1;
      return response.finally(done);
    },
    sent() {
      if (onWay === 0) return Promise.resolve();
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, LONGEST_MS);
        waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    },
  };
}
