/**
 * The driver's client, made careful: what a server says that the driver does not expect ends the connection with a
 * fault, instead of the process or a wait without end, and what cannot log in leaves no connection behind.
 */
import { Socket } from "node:net";
import type { Client, PoolConfig } from "pg";
import { OtherProtocolError } from "./connection-faults.ts";

/** Who hears whether a connection was made, as the driver declares it. */
type Told = ((error: Error) => void) | ((error: null, client: Client) => void);

/** Settings of a pool; its open sockets are kept in `sockets`. */
export function carefulClient(Driver: typeof Client, sockets: Set<Socket>): PoolConfig {
  let latest = new Socket();
  return {
    stream: (of?: SocketPurpose) => {
      latest = openSocket(of ?? {}, sockets);
      return latest;
    },
    Client: class extends Driver {
      readonly #socket: Socket;

      constructor(config?: ConstructorParameters<typeof Client>[0]) {
        super(config);
        this.#socket = latest;
        // That a connection is lost is told to whoever asks next; that nobody listens now must not end the process.
        this.on("error", () => undefined);
        catchUnexpected(this.connection);
      }

      /** The driver leaves the socket open when it cannot log in, and the server waits for a minute. */
      override connect(): Promise<Client>;
      override connect(told: Told): void;
      override connect(told?: Told): Promise<Client> | undefined {
        if (told === undefined) throw new Error("only the pool connects");
        super.connect((error: Error) => {
          if (error) this.#socket.destroy();
          (told as (error: Error) => void)(error);
        });
        return undefined;
      }
    },
  };
}

interface Stream {
  on(event: string, listener: (bytes: Buffer) => void): unknown;
  destroy(error?: Error): unknown;
}

/** What the driver throws while it reads a message would end the process: nobody stands above it. */
function catchUnexpected(connection: object): void {
  const attach: unknown = Reflect.get(connection, "attachListeners");
  if (typeof attach !== "function") throw new Error("the driver reads its messages otherwise");
  Reflect.set(connection, "attachListeners", (stream: Stream) => {
    const read = (listener: (bytes: Buffer) => void) => (bytes: Buffer) => {
      try {
        listener(bytes);
      } catch (error) {
        stream.destroy(error instanceof Error ? error : new OtherProtocolError());
      }
    };
    const on: Stream["on"] = (event, listener) =>
      stream.on(event, event === "data" ? read(listener) : listener);
    attach.call(connection, { on, destroy: (error?: Error) => stream.destroy(error) });
  });
}

/** What the driver says of a connection that it makes. */
interface SocketPurpose {
  readonly ssl?: unknown;
  readonly sslNegotiation?: string;
}

/** First bytes of a PostgreSQL server: to a greeting, and to the question whether it speaks TLS. */
const GREETINGS = ["R", "E", "N", "v"];
const TLS_ANSWERS = ["S", "N"];

/** A socket that fails at once when what answers is not PostgreSQL, instead of waiting for the rest of a message. */
function openSocket({ ssl, sslNegotiation }: SocketPurpose, sockets: Set<Socket>): Socket {
  const socket = new Socket();
  sockets.add(socket);
  socket.once("close", () => sockets.delete(socket));
  const asksForTls = ssl !== undefined && ssl !== false;
  if (asksForTls && sslNegotiation === "direct") return socket;
  socket.once("data", (bytes: Buffer) => {
    const first = bytes.toString("latin1", 0, 1);
    const isExpected = asksForTls
      ? first === "E" || (bytes.length === 1 && TLS_ANSWERS.includes(first))
      : GREETINGS.includes(first);
    if (!isExpected) socket.destroy(new OtherProtocolError());
  });
  return socket;
}
