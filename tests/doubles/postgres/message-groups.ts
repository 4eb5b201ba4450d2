/**
 * Cuts what one end of a PostgreSQL connection sends into what must not be torn apart (protocol 3.0, "Message
 * Flow"): of the client everything up to a query or a sync, of the server everything up to the word that it is ready.
 */

/** Bytes that belong together. */
export interface ClientGroup {
  readonly bytes: Buffer;
  /** Whether the server will say that it is ready once it is done with them. */
  readonly isAnswered: boolean;
}

const [QUERY, SYNC, READY] = ["Q", "S", "Z"].map((letter) => letter.charCodeAt(0));

/** Takes the client's bytes as they come; gives groups as they are complete. */
export class ClientReader {
  #rest = Buffer.alloc(0);
  #group: Buffer[] = [];
  #isStarted = false;

  read(chunk: Buffer): readonly ClientGroup[] {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    const groups: ClientGroup[] = [];
    for (let message = this.#next(); message !== null; message = this.#next()) {
      this.#group.push(message);
      const isAnswered = !this.#isStarted || message[0] === QUERY || message[0] === SYNC;
      this.#isStarted = true;
      if (!isAnswered && message[0] !== "X".charCodeAt(0)) continue;
      groups.push({ bytes: Buffer.concat(this.#group), isAnswered });
      this.#group = [];
    }
    return groups;
  }

  /** The first message has no letter before its length. */
  #next(): Buffer | null {
    const prefix = this.#isStarted ? 1 : 0;
    if (this.#rest.length < prefix + 4) return null;
    const length = prefix + this.#rest.readInt32BE(prefix);
    if (this.#rest.length < length) return null;
    const message = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return message;
  }
}

/** Takes the server's bytes as they come; says of each ready message whether a transaction is open. */
export class ServerReader {
  #rest = Buffer.alloc(0);

  read(chunk: Buffer): readonly { readonly isInTransaction: boolean }[] {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    const ready: { isInTransaction: boolean }[] = [];
    while (this.#rest.length >= 5) {
      const length = 1 + this.#rest.readInt32BE(1);
      if (this.#rest.length < length) break;
      if (this.#rest[0] === READY) ready.push({ isInTransaction: this.#rest[5] !== "I".charCodeAt(0) });
      this.#rest = this.#rest.subarray(length);
    }
    return ready;
  }
}
