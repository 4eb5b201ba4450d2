/** A server on the loopback that answers as a test says, and remembers all that reached it. */
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Reached {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface RecordingServer {
  readonly port: number;
  /** `http://127.0.0.1:<port>`. */
  readonly base: string;
  readonly reached: readonly Reached[];
  /** Connections, also those that asked for nothing. */
  readonly connections: number;
  close(): Promise<void>;
}

export type Answer = (request: Reached, response: ServerResponse, turn: number) => void;

export async function startRecordingServer(answer: Answer): Promise<RecordingServer> {
  const reached: Reached[] = [];
  let connections = 0;
  const server = createServer(async (request, response) => {
    const { method = "", url: path = "", headers } = request;
    const one = { method, path, headers, body: await readBody(request) };
    reached.push(one);
    answer(one, response, reached.length);
  });
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    base: `http://127.0.0.1:${port}`,
    reached,
    get connections() {
      return connections;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString("utf8");
}
