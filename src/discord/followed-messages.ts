/**
 * Follows the messages that are being answered. What becomes of them meanwhile decides what may still be shown: of a
 * deleted message nothing, of an edited one only its new text.
 */

/** A message's text for as long as it is its text. */
export interface TextVersion {
  readonly text: string;
  /** Aborted when the text changes, and when the message is gone. */
  readonly signal: AbortSignal;
}

export interface FollowedMessage {
  readonly isGone: boolean;
  /** Aborted when the message, or a channel that its answer needs, is gone. */
  readonly gone: AbortSignal;
  /** The text as it stands now. */
  readonly version: TextVersion;
  /** The answer goes to this thread: it is given up when the thread goes. */
  alsoIn(channelId: string): void;
  end(): void;
}

export interface FollowedMessages {
  /** Begins to follow. What was told of the message before counts. `text` null: edits of it do not matter. */
  follow(id: string, channelId: string, text: string | null): FollowedMessage;
  /** Whether the message is known to be deleted. */
  isDeleted(id: string): boolean;
  /** The message has this text now. `text` null: it is not for the bot any more, as if it were gone. */
  edited(id: string, text: string | null): void;
  deleted(ids: readonly string[]): void;
  channelsDeleted(channelIds: readonly string[]): void;
  /** All that are followed. */
  all(): readonly { readonly id: string; readonly channelId: string }[];
}

/** Deleted messages remembered: one may be told of before its message is taken in, and long before its answer is. */
const MOST_DELETED = 5000;
/** Edits of messages that are not followed (yet). */
const MOST_EDITS = 100;

class Followed implements FollowedMessage {
  readonly channelId: string;
  readonly channels: Set<string>;
  readonly #gone = new AbortController();
  readonly #onEnd: () => void;
  #superseded = new AbortController();
  #text: string | null;

  constructor(channelId: string, text: string | null, onEnd: () => void) {
    this.channelId = channelId;
    this.channels = new Set([channelId]);
    this.#text = text;
    this.#onEnd = onEnd;
  }

  get isGone(): boolean {
    return this.#gone.signal.aborted;
  }

  get gone(): AbortSignal {
    return this.#gone.signal;
  }

  get version(): TextVersion {
    return { text: this.#text ?? "", signal: this.#superseded.signal };
  }

  alsoIn(channelId: string): void {
    this.channels.add(channelId);
  }

  end(): void {
    this.#onEnd();
  }

  change(text: string | null): void {
    if (text === this.#text || this.#text === null || this.isGone) return;
    if (text === null) {
      this.lose();
      return;
    }
    this.#text = text;
    const before = this.#superseded;
    this.#superseded = new AbortController();
    before.abort();
  }

  lose(): void {
    this.#gone.abort();
    this.#superseded.abort();
  }
}

export function createFollowedMessages(): FollowedMessages {
  const followed = new Map<string, Set<Followed>>();
  const deleted = new Set<string>();
  const edits = new Map<string, string | null>();
  const each = (id: string, act: (one: Followed) => void): void => {
    for (const one of followed.get(id) ?? []) act(one);
  };
  return {
    follow(id, channelId, text) {
      const together = followed.get(id) ?? new Set();
      followed.set(id, together);
      const one: Followed = new Followed(channelId, text, () => {
        together.delete(one);
        if (together.size === 0 && followed.get(id) === together) followed.delete(id);
      });
      together.add(one);
      const edited = edits.get(id);
      if (edited !== undefined) one.change(edited);
      if (deleted.has(id)) one.lose();
      return one;
    },
    isDeleted: (id) => deleted.has(id),
    edited(id, text) {
      edits.delete(id);
      edits.set(id, text);
      dropOldest(edits, MOST_EDITS);
      each(id, (one) => one.change(text));
    },
    deleted(ids) {
      for (const id of ids) {
        deleted.add(id);
        dropOldest(deleted, MOST_DELETED);
        edits.delete(id);
        each(id, (one) => one.lose());
      }
    },
    channelsDeleted(channelIds) {
      for (const together of followed.values())
        for (const one of together) if (channelIds.some((id) => one.channels.has(id))) one.lose();
    },
    all: () =>
      [...followed].flatMap(([id, together]) => [...together].map(({ channelId }) => ({ id, channelId }))),
  };
}

function dropOldest(all: Map<string, unknown> | Set<string>, most: number): void {
  const [oldest] = all.keys();
  if (all.size > most && oldest !== undefined) all.delete(oldest);
}
