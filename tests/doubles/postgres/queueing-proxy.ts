/**
 * Lets several clients use a server that has one session for all of them, as PGlite has: a client's query, with all
 * messages of it, and a transaction from its begin to its end, has the server to itself. So it acts as a transaction
 * pooler does, and what relies on a session of its own fails here.
 */
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { ClientReader, ServerReader } from "./message-groups.ts";

export interface QueueingProxy {
  readonly port: number;
  close(): Promise<void>;
}

/** `isIdle`: whether the server has no transaction open. */
export async function startQueueingProxy(serverPort: number, isIdle: () => boolean): Promise<QueueingProxy> {
  const turns = new Turns();
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    sockets.add(client);
    client.on("close", () => sockets.delete(client));
    serve(client, serverPort, turns, isIdle);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => closeServer(server, sockets),
  };
}

function serve(client: Socket, serverPort: number, turns: Turns, isIdle: () => boolean): void {
  const upstream = connect(serverPort, "127.0.0.1");
  const [fromClient, fromServer] = [new ClientReader(), new ServerReader()];
  let release: (() => void) | null = null;
  let sending: Promise<void> = Promise.resolve();
  let isGone = false;
  client.setNoDelay(true);
  upstream.setNoDelay(true);
  client.on("data", (chunk) => {
    for (const { bytes, isAnswered } of fromClient.read(chunk))
      sending = sending.then(async () => {
        if (isAnswered && release === null) release = await turns.take();
        if (isGone) finish();
        else upstream.write(bytes);
      });
  });
  upstream.on("data", (chunk) => {
    client.write(chunk);
    for (const { isInTransaction } of fromServer.read(chunk))
      if (!isInTransaction) {
        release?.();
        release = null;
      }
  });
  const finish = async (): Promise<void> => {
    isGone = true;
    client.destroy();
    upstream.destroy();
    // The server takes back what the client left open.
    while (release !== null && !isIdle()) await sleep(2);
    release?.();
    release = null;
  };
  for (const socket of [client, upstream]) {
    socket.on("error", () => undefined);
    socket.on("close", () => void finish());
  }
}

/** One at a time, in the order of asking. */
class Turns {
  #last: Promise<void> = Promise.resolve();

  /** Resolves with what ends the turn. */
  async take(): Promise<() => void> {
    const before = this.#last;
    let end: () => void = () => undefined;
    this.#last = new Promise((resolve) => {
      end = resolve;
    });
    await before;
    return end;
  }
}

export async function closeServer(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
