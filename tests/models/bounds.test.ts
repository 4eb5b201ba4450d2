/** Every client of a model's server is bounded in bytes and in time, and says which bound it was and who sets it. */
import { createServer, type Socket } from "node:net";
import { pipeline, Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { createEmbedder } from "../../src/embedders/create-embedder.ts";
import { createLanguageModel } from "../../src/models/create-language-model.ts";
import { examineModel } from "../../src/models/examine-model.ts";
import type { ModelFault } from "../../src/models/model-fault.ts";
import { type Answer, startRecordingServer } from "../doubles/models/recording-server.ts";

const MEGABYTE = 1_000_000;
/** What a server manages to send before it is stopped: the bound, and what lies in buffers on the way. */
const MOST_SENT = 60 * MEGABYTE;
const MOST_WRITTEN = 200 * MEGABYTE;

/** Some kilobytes that unpack to fifty times what may be read. */
const BOMB = gzipSync(Buffer.alloc(50 * MEGABYTE, " "));

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

type Fault = Pick<ModelFault, "name" | "message" | "hint">;
interface Bounds {
  readonly seconds: number;
  readonly megabytes: number;
  readonly signal?: AbortSignal;
}
type Client = (base: string, bounds: Bounds) => Promise<Fault | null>;

const servicesAt = (base: string) =>
  readConfig({}, { OLLAMA_HOST: base, OPENAI_BASE_URL: base, ANTHROPIC_BASE_URL: base }).services;

const asking =
  (setting: string): Client =>
  (base, { seconds, megabytes, signal }) =>
    faultIn(async () => {
      const model = await createLanguageModel(setting, servicesAt(base), {
        firstTokenSeconds: seconds,
        answerSeconds: seconds,
        replyMegabytes: megabytes,
        promptsPath: null,
        backoffMs: 1,
      });
      for await (const _ of model?.stream({ system: null, user: "Who?" }, signal) ?? []);
    });
const embedding =
  (setting: string): Client =>
  (base, { seconds, megabytes, signal }) =>
    faultIn(async () => {
      const limits = { seconds, replyMegabytes: megabytes, signal };
      const embedder = await createEmbedder(setting, servicesAt(base), limits);
      await embedder?.embedDocuments(["one", "two"]);
    });
const examining =
  (setting: string): Client =>
  (base, { seconds, megabytes, signal }) =>
    faultIn(async () => {
      const limits = { answerSeconds: seconds, replyMegabytes: megabytes, signal };
      const found = await examineModel(setting, servicesAt(base), limits);
      if (found.state === "fault")
        throw Object.assign(new Error(found.message), { ...found, name: "UserError" });
    });

const MODELS: readonly (readonly [string, Client])[] = ["ollama", "openai", "anthropic"].flatMap(
  (provider) => [
    [`the model of ${provider}`, asking(`${provider}:m`)] as const,
    [`the list of ${provider}`, examining(`${provider}:m`)] as const,
  ],
);
const EMBEDDERS: readonly (readonly [string, Client])[] = ["ollama", "openai"].map(
  (provider) => [`the embedder of ${provider}`, embedding(`${provider}:m`)] as const,
);

const PATIENT = { seconds: 20, megabytes: 1 };
const HASTY = { seconds: 0.3, megabytes: 1 };

describe.each([...MODELS, ...EMBEDDERS])("%s", (name, client) => {
  const ofEmbedder = name.startsWith("the embedder");
  const bytesVariable = ofEmbedder ? "FOOTNOTE_EMBEDDER_MEGABYTES" : "FOOTNOTE_MODEL_MEGABYTES";

  it.each(["application/json", "text/event-stream", "application/x-ndjson", "text/html"])(
    "stops reading %s that has no end",
    async (type) => {
      const flood = endless(200, { "content-type": type }, Buffer.alloc(100_000, "[1,"));
      const base = await start(flood.answer);
      const fault = await client(base, PATIENT);
      expect(fault).toMatchObject({ name: "UserError", message: expect.stringContaining("come to an end") });
      expect(fault?.hint).toContain(bytesVariable);
      await flood.stopped;
      expect(flood.sent()).toBeLessThan(MOST_SENT);
    },
  );

  it.each([400, 401, 404, 500, 503])(
    "stops reading an error that has no end, of status %i",
    async (status) => {
      const flood = endless(status, { "retry-after": "50" }, Buffer.alloc(100_000, "no "));
      const base = await start(flood.answer);
      const fault = await client(base, HASTY);
      if (fault !== null)
        expect(fault).toMatchObject({ name: "UserError", hint: expect.stringMatching(/\w/) });
      await flood.stopped;
      expect(flood.sent()).toBeLessThan(MOST_SENT);
    },
  );

  it("unpacks no more than it may read", async () => {
    const base = await start((_, response) => {
      response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" }).end(BOMB);
    });
    const fault = await client(base, PATIENT);
    expect(fault).toMatchObject({ name: "UserError", hint: expect.stringContaining(bytesVariable) });
  });

  it("unpacks nothing that is packed more than once", async () => {
    const twice = gzipSync(gzipSync(Buffer.alloc(MEGABYTE, " ")));
    const base = await start((_, response) => {
      response
        .writeHead(200, { "content-type": "text/event-stream", "content-encoding": "gzip, gzip" })
        .end(twice);
    });
    expect(await client(base, PATIENT)).toMatchObject({ message: expect.stringContaining("not asked for") });
  });

  it.each([
    ["says nothing at all", () => undefined],
    ["begins and says no more", (socket: Socket) => void socket.write("HTTP/1.1 200 OK\r\n\r\n")],
    ["drips heads", (socket: Socket) => drip(socket, "HTTP/1.1 200 OK\r\n", "x-a: b\r\n")],
    ["drips remarks before an answer", (socket: Socket) => drip(socket, "", "HTTP/1.1 103 Early\r\n\r\n")],
    ["drips a body", (socket: Socket) => drip(socket, "HTTP/1.1 200 OK\r\n\r\n", " ")],
    ["drips an error", (socket: Socket) => drip(socket, "HTTP/1.1 500 No\r\n\r\n", "no ")],
  ])("waits no longer than it may for a server that %s", async (_, onRequest) => {
    const base = await startRaw(onRequest);
    const fault = await client(base, HASTY);
    expect(fault).toMatchObject({
      name: "UserError",
      message: expect.stringMatching(/in time|failed|HTTP 500/),
    });
    if (fault?.message.includes("in time")) expect(fault.hint).toMatch(/_SECONDS|seconds at most/);
  });

  it.each([
    ["heads without end", "HTTP/1.1 200 OK\r\n", "x-a: b\r\n"],
    ["a head without end", "HTTP/1.1 200 OK\r\nx-a: ", "b"],
    ["what is no HTTP", "", "SSH-2.0-x \u001b[31m\r\n"],
    ["a chunk size without end", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n", "0"],
  ])("reads no %s", async (_, head, more) => {
    let sent = 0;
    const base = await startRaw((socket) => {
      const block = Buffer.alloc(100_000, more);
      const go = () => {
        while (!socket.destroyed && sent < MOST_WRITTEN) {
          sent += block.length;
          if (!socket.write(block)) return void socket.once("drain", go);
        }
      };
      socket.write(head);
      go();
    });
    const fault = await client(base, { seconds: 1, megabytes: 1 });
    expect(fault).toMatchObject({ name: "UserError", hint: expect.stringMatching(/\w/) });
    expect(`${fault?.message}${fault?.hint}`).not.toMatch(/\p{Cc}/u);
    // Each attempt may fill the buffers on the way.
    expect(sent).toBeLessThan(MOST_SENT);
  });

  it.each([
    ["another protocol", "HTTP/1.1 101 Switching\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n"],
    ["nothing", "HTTP/1.1 204 No\r\n\r\n"],
    ["a status that is none", "HTTP/1.1 999 No\r\ncontent-length: 0\r\n\r\n"],
    ["what it says is packed, and is not", "HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\n\r\nhello"],
    ["a length below none", "HTTP/1.1 401 No\r\ncontent-length: -1\r\n\r\nx"],
    ["half of it", "HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{"],
    ["no chunk", "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n"],
  ])("says what is wrong when its server answers with %s", async (_, answer) => {
    const base = await startRaw((socket) => void socket.end(answer));
    const fault = await client(base, PATIENT);
    expect(fault).toMatchObject({ name: "UserError", hint: expect.stringMatching(/\w/) });
    expect(fault?.message).not.toMatch(/in time|cannot be reached/);
    expect(`${fault?.message}${fault?.hint}`).not.toContain("undefined");
  });

  it("is ended from outside, whatever it waits for", async () => {
    for (const onRequest of [
      () => undefined,
      (socket: Socket) => drip(socket, "HTTP/1.1 200 OK\r\n\r\n", " "),
      (socket: Socket) => void socket.end("HTTP/1.1 503 Busy\r\nretry-after: 15\r\n\r\n"),
    ]) {
      const controller = new AbortController();
      const base = await startRaw((socket) => {
        onRequest(socket);
        setTimeout(() => controller.abort(new Error("enough")), 50);
      });
      const fault = await client(base, { ...PATIENT, signal: controller.signal });
      // A list is asked for once: a busy server is told of, not waited for.
      if (!name.startsWith("the list") || controller.signal.aborted)
        expect(fault?.message).toMatch(/enough|busy/);
    }
  });
});

describe.each(EMBEDDERS)("%s", (_, client) => {
  const answerWith = async (...replies: readonly (readonly unknown[])[]) => {
    const base = await start((request, response, turn) => {
      const vectors = replies[Math.min(turn, replies.length) - 1] ?? [];
      response.setHeader("content-type", "application/json");
      const data = vectors.map((embedding, index) => ({ embedding, index }));
      response.end(request.path.endsWith("/embed") ? json({ embeddings: vectors }) : json({ data }));
    });
    return client(base, PATIENT);
  };

  it.each([
    ["too few vectors", [[1, 2]]],
    [
      "too many vectors",
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
    ],
    [
      "vectors of another length",
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
    ],
    ["vectors of two lengths", [[1, 2], [3]]],
    [
      "no numbers",
      [
        [1, 2],
        [1, "2"],
      ],
    ],
    [
      "nothing in a place",
      [
        [1, 2],
        [null, 1],
      ],
    ],
    [
      "numbers beyond all",
      [
        [1, 2],
        [1, "1e999"],
      ],
    ],
    [
      "numbers whose squares are",
      [
        [1, 2],
        [1e200, 1e200],
      ],
    ],
    ["no list", [[1, 2], { length: 2, 0: 1, 1: 2 }]],
    ["nothing", [[1, 2], null]],
  ])("takes no %s for vectors", async (_name, second) => {
    expect(await answerWith([[1, 2]], second)).toMatchObject({
      name: "UserError",
      message: expect.stringContaining("no usable vectors"),
    });
  });

  it.each([
    ["a vector longer than any", [Array.from({ length: 30_000 }, () => 0.5)]],
    ["an empty one", [[]]],
  ])("takes no %s at the beginning either", async (_name, first) => {
    expect(await answerWith(first)).toMatchObject({ message: expect.stringContaining("no usable vectors") });
  });
});

it("a connection that was kept, and closed by its server, is opened anew", async () => {
  let asked = 0;
  const base = await startRaw((socket) => {
    const answer = () => {
      asked += 1;
      const body = json({ embeddings: [[3, 4]] });
      socket.write(`HTTP/1.1 200 OK\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
    };
    answer();
    socket.once("data", () => socket.destroy());
  });
  const embedder = await createEmbedder("ollama:m", servicesAt(base));
  for (let turn = 0; turn < 5; turn += 1) expect(await embedder?.embedQuery("four")).toEqual([0.6, 0.8]);
  expect(asked).toBe(6);
});

it("vectors are put in the order their places name", async () => {
  const base = await start((request, response) => {
    const texts: string[] = JSON.parse(request.body).input;
    const data = texts.map((text, index) => ({ index, embedding: [text.length, 1] }));
    response.setHeader("content-type", "application/json");
    response.end(json({ data: data.reverse() }));
  });
  const embedder = await createEmbedder("openai:m", servicesAt(base));
  const [short = [], long = []] = (await embedder?.embedDocuments(["a", "abcdefghi"])) ?? [];
  expect([short[0], long[0]].map((value = 0) => Math.round(value * 10))).toEqual([7, 10]);
});

function json(value: unknown): string {
  return JSON.stringify(value).replaceAll('"1e999"', "1e999");
}

/** The same block for ever, or until nobody reads it any more. */
function endless(status: number, headers: Readonly<Record<string, string>>, block: Buffer) {
  let sent = 0;
  let stop = () => {};
  const stopped = new Promise<void>((done) => {
    stop = done;
  });
  function* blocks() {
    for (; sent < MOST_WRITTEN; sent += block.length) yield block;
  }
  const answer: Answer = (_, response) => {
    response.writeHead(status, headers);
    pipeline(Readable.from(blocks()), response, stop);
  };
  return { answer, stopped, sent: () => sent };
}

function drip(socket: Socket, head: string, more: string): void {
  if (head !== "") socket.write(head);
  const timer = setInterval(() => socket.destroyed || socket.write(more), 20);
  socket.once("close", () => clearInterval(timer));
}

async function start(answer: Answer): Promise<string> {
  const server = await startRecordingServer(answer);
  open.push(server);
  return server.base;
}

/** A server below HTTP: called when the first bytes of a request have come. */
async function startRaw(onRequest: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.once("data", () => onRequest(socket));
    socket.resume();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  open.push({
    close: () =>
      new Promise((done) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => done());
      }),
  });
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
}

async function faultIn(work: () => Promise<void>): Promise<Fault | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return error as Fault;
  }
}
