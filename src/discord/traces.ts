/**
 * What the bot has left on Discord because of a message, and how it is taken away again when the message is deleted.
 * In memory alone, the latest first: of older answers only their records are known.
 */
export interface Traces {
  /** `undo` takes away what has the id `key`: a message, a thread, an answer that only one person sees. */
  note(messageId: string, key: string, undo: () => Promise<unknown>): void;
  /** How to take away everything that a message left; from then on it left nothing. */
  take(messageId: string): readonly (() => Promise<unknown>)[];
  /** The bot's own message shows this screen. */
  noteCard(cardId: string, screen: string): void;
  /** The screen that a message of the bot's shows; null for one that is not known (any more). */
  screenOn(cardId: string): string | null;
}

const MOST_MESSAGES = 5000;

export function createTraces(most = MOST_MESSAGES): Traces {
  const left = new Map<string, Map<string, () => Promise<unknown>>>();
  const cards = new Map<string, string>();
  return {
    note(messageId, key, undo) {
      const all = left.get(messageId) ?? new Map();
      left.delete(messageId);
      left.set(messageId, all.set(key, undo));
      const [oldest] = left.keys();
      if (left.size > most && oldest !== undefined) left.delete(oldest);
    },
    take(messageId) {
      const all = [...(left.get(messageId)?.values() ?? [])];
      left.delete(messageId);
      return all;
    },
    noteCard(cardId, screen) {
      cards.set(cardId, screen);
      const [oldest] = cards.keys();
      if (cards.size > most && oldest !== undefined) cards.delete(oldest);
    },
    screenOn: (cardId) => cards.get(cardId) ?? null,
  };
}
