/** A server that lets anybody in, as PostgreSQL does, and then fails in the way it is told to. */
import { type AddressInfo, createServer, type Socket } from "node:net";
import { closeServer } from "./queueing-proxy.ts";

/** What it does with a client: fail when it logs in, or with its first statement, or do as the function says. */
export type Behaviour =
  | { readonly refuses: string; readonly says?: string }
  | { readonly fails: string; readonly says?: string }
  | ((socket: Socket) => void);

export interface FaultyServer {
  readonly port: number;
  /** How many clients are connected now. */
  readonly clients: () => number;
  close(): Promise<void>;
}

export async function startFaultyServer(behaviour: Behaviour): Promise<FaultyServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
    if (typeof behaviour === "function") behaviour(socket);
    else socket.once("data", () => serve(socket, behaviour));
    // What nobody listens to is thrown away, so that the end is seen.
    socket.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    clients: () => sockets.size,
    close: () => closeServer(server, sockets),
  };
}

function serve(socket: Socket, behaviour: Exclude<Behaviour, (socket: Socket) => void>): void {
  if ("refuses" in behaviour) {
    socket.end(errorMessage("FATAL", behaviour.refuses, behaviour.says));
    return;
  }
  letIn(socket);
  socket.on("data", (bytes) => {
    // The settings of a new connection are taken.
    if (bytes.includes("SET client_encoding")) socket.write(Buffer.concat([DONE, READY]));
    else socket.write(Buffer.concat([errorMessage("ERROR", behaviour.fails, behaviour.says), READY]));
  });
}

/** Answers a greeting: the user is welcome. */
export function letIn(socket: Socket): void {
  socket.write(Buffer.concat([message("R", Buffer.from([0, 0, 0, 0])), READY]));
}

export function errorMessage(severity: string, code: string, says = "as it was told to"): Buffer {
  const fields = [`S${severity}`, `V${severity}`, `C${code}`, `M${says}`].map((field) => `${field}\0`);
  return message("E", Buffer.from(`${fields.join("")}\0`));
}

function message(letter: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.write(letter, "latin1");
  head.writeInt32BE(4 + body.length, 1);
  return Buffer.concat([head, body]);
}

const READY = message("Z", Buffer.from("I"));
const DONE = message("C", Buffer.from("SET\0"));
