/** A wire between a client and a server that a test may cut. */
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { closeServer } from "./queueing-proxy.ts";

export class CuttingProxy {
  readonly port: number;
  readonly #close: () => Promise<void>;
  readonly #sockets: Set<Socket>;
  #answersLeft = Number.POSITIVE_INFINITY;
  #isDown = false;
  /** How often the wire was cut. */
  cuts = 0;
  /** How many did not get through since it went down. */
  refused = 0;

  private constructor(port: number, sockets: Set<Socket>, close: () => Promise<void>) {
    this.port = port;
    this.#sockets = sockets;
    this.#close = close;
  }

  static async start(host: string, serverPort: number): Promise<CuttingProxy> {
    const sockets = new Set<Socket>();
    const server = createServer((client) => proxy.#join(client, connect(serverPort, host)));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const proxy = new CuttingProxy((server.address() as AddressInfo).port, sockets, () =>
      closeServer(server, sockets),
    );
    return proxy;
  }

  /** How many clients are connected now. */
  readonly clients = (): number => this.#sockets.size / 2;

  /** Cuts everything in the middle of the server's answer after this many more chunks of answers. */
  cutAfter(answers: number): void {
    this.#answersLeft = answers;
  }

  /** From now on nobody gets through. */
  goDown(): void {
    this.#isDown = true;
    this.#cut();
  }

  comeBack(): void {
    this.#isDown = false;
  }

  close(): Promise<void> {
    return this.#close();
  }

  #join(client: Socket, upstream: Socket): void {
    for (const socket of [client, upstream]) {
      this.#sockets.add(socket);
      socket.setNoDelay(true);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        this.#sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    if (this.#isDown) {
      this.refused += 1;
      client.destroy();
      return;
    }
    client.on("data", (chunk) => upstream.write(chunk));
    upstream.on("data", (chunk) => {
      this.#answersLeft -= 1;
      if (this.#answersLeft >= 0) {
        client.write(chunk);
        return;
      }
      client.write(chunk.subarray(0, chunk.length >> 1));
      this.#answersLeft = Number.POSITIVE_INFINITY;
      this.#cut();
    });
  }

  #cut(): void {
    this.cuts += 1;
    for (const socket of this.#sockets) socket.destroy();
  }
}
