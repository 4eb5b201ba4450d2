/** Counts what is under way, so that the bot can finish it before it ends, and say so where it cannot. */

export interface Turn {
  /** True once: whoever claims the turn gives its one answer. */
  claim(): boolean;
  end(): void;
}

export interface WorkInHand {
  /** `abandon` answers in place of the work when there is no time left for it. */
  begin(abandon?: () => Promise<unknown>): Turn;
  /** Waits for everything under way, at most `ms`; then abandons the rest and returns how much that was. */
  drain(ms: number): Promise<number>;
}

/** For the last words, when time has run out. */
const LAST_WORDS_MS = 1000;

interface Held {
  isClaimed: boolean;
  readonly abandon: (() => Promise<unknown>) | undefined;
}

export function createWorkInHand(): WorkInHand {
  const held = new Set<Held>();
  let onEmpty: (() => void) | null = null;
  return {
    begin(abandon) {
      const one: Held = { isClaimed: false, abandon };
      held.add(one);
      return {
        claim() {
          if (one.isClaimed) return false;
          one.isClaimed = true;
          return true;
        },
        end() {
          held.delete(one);
          if (held.size === 0) onEmpty?.();
        },
      };
    },
    async drain(ms) {
      const isEmpty = new Promise<void>((resolve) => {
        onEmpty = resolve;
        if (held.size === 0) resolve();
      });
      await within(ms, isEmpty);
      const left = [...held];
      const lastWords = left.map((one) => {
        if (one.isClaimed || one.abandon === undefined) return undefined;
        one.isClaimed = true;
        return one.abandon().catch(() => undefined);
      });
      await within(left.length === 0 ? 0 : LAST_WORDS_MS, Promise.all(lastWords));
      return left.length;
    },
  };
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
