/** Nothing leaves for where it was not sent: every client of a model's server meets every way of sending on. */
import type { ServerResponse } from "node:http";
import { createServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { createEmbedder } from "../../src/embedders/create-embedder.ts";
import { createLanguageModel } from "../../src/models/create-language-model.ts";
import { examineModel } from "../../src/models/examine-model.ts";
import {
  type Answer,
  type RecordingServer,
  startRecordingServer,
} from "../doubles/models/recording-server.ts";

const KEY = "sk-sent-nowhere-0123456789";
const QUESTION = "what-nobody-else-may-read";
const STATUSES = [300, 301, 302, 303, 305, 307, 308];

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

interface Fault {
  readonly name: string;
  readonly message: string;
  readonly hint: string;
}

/** Sends what a client has to send to the server at `base`; what it is told when that does not work. */
type Client = (base: string) => Promise<Fault | null>;

const settingsFor = (base: string) =>
  readConfig(
    {},
    {
      OLLAMA_HOST: base,
      OPENAI_BASE_URL: `${base}/v1`,
      ANTHROPIC_BASE_URL: base,
      OPENAI_API_KEY: KEY,
      ANTHROPIC_API_KEY: KEY,
    },
  );

const asking =
  (setting: string): Client =>
  async (base) => {
    const { services, modelSettings } = settingsFor(base);
    const limits = { ...modelSettings, backoffMs: 1 };
    const model = await createLanguageModel(setting, services, limits);
    return faultIn(async () => {
      for await (const _ of model?.stream({ system: null, user: QUESTION }) ?? []);
    });
  };
const embedding =
  (setting: string): Client =>
  (base) =>
    faultIn(async () => {
      const embedder = await createEmbedder(setting, settingsFor(base).services);
      await embedder?.embedQuery(QUESTION);
    });
const examining =
  (setting: string): Client =>
  async (base) => {
    const found = await examineModel(setting, settingsFor(base).services);
    return found.state === "well" ? null : { name: "UserError", ...found };
  };

const CLIENTS: readonly (readonly [string, Client])[] = [
  ["the model of ollama", asking("ollama:m")],
  ["the model of openai", asking("openai:m")],
  ["the model of anthropic", asking("anthropic:m")],
  ["the embedder of ollama", embedding("ollama:m")],
  ["the embedder of openai", embedding("openai:m")],
  ["the list of ollama", examining("ollama:m")],
  ["the list of openai", examining("openai:m")],
  ["the list of anthropic", examining("anthropic:m")],
];

const meet = async (answer: Answer) => {
  const elsewhere = await start((_, response) => response.end("{}"));
  const first = await start((request, response, turn) => {
    request.path.startsWith("/elsewhere") ? response.end("{}") : answer(request, response, turn);
  });
  return { elsewhere, first };
};

const expectRefused = (fault: Fault | null, host: string) => {
  expect(fault).toMatchObject({ name: "UserError", hint: expect.stringMatching(/\w/) });
  expect(fault?.message).toContain(host);
  expect(fault?.message).toContain("redirect");
  expect(`${fault?.message}${fault?.hint}`).not.toMatch(/secret|elsewhere|question|0123456789/);
};

/** What the first request of each kind gets, so that a later one is the first to be sent on. */
const FIRST_ANSWERS: readonly (readonly [string, (response: ServerResponse) => void])[] = [
  ["the model", (response) => response.writeHead(503, { "retry-after": "0" }).end()],
  ["the embedder", oneVector],
];

describe.each(CLIENTS)("%s", (_, client) => {
  it.each(STATUSES)("follows no %i", async (status) => {
    const { elsewhere, first } = await meet((_, response) =>
      response
        .writeHead(status, { location: `http://u:secret@127.0.0.1:${elsewhere.port}/elsewhere?question=1#x` })
        .end("gone"),
    );
    expectRefused(await client(first.base), `127.0.0.1:${elsewhere.port}`);
    expect(elsewhere.connections).toBe(0);
    expect(first.reached).toHaveLength(1);
  });

  it.each(STATUSES)("follows no %i that leads back to its own server, or nowhere", async (status) => {
    const { first } = await meet((_, response) =>
      response.writeHead(status, { location: "/elsewhere" }).end(),
    );
    expectRefused(await client(first.base), `127.0.0.1:${first.port}`);
    expect(first.reached).toHaveLength(1);
    const { first: silent } = await meet((_, response) => response.writeHead(status).end());
    expectRefused(await client(silent.base), "without saying where");
    expect(silent.reached).toHaveLength(1);
  });

  it.each([
    ["another scheme", () => "https://127.0.0.1:1/elsewhere", "127.0.0.1:1 (https)"],
    ["no scheme", () => "//other.example:81/elsewhere", "other.example:81"],
    ["a name", (port: number) => `http://localhost:${port}/elsewhere`, "localhost:"],
    ["a key in the name", () => `http://${KEY}.example/elsewhere`, "(key).example"],
    ["letters of another script", () => "http://b%C3%BCro.example/elsewhere", "xn--bro-hoa.example"],
    ["signs", () => "http://a`$(b)'*.example/elsewhere", "a??(b)??.example"],
    ["no web address", () => "javascript:alert(1)", "no web address"],
    ["a file", () => "file:///etc/hostname", "no web address"],
    ["what is none", () => "http://[::1/elsewhere", "no web address"],
  ])("follows none to %s", async (_, location, host) => {
    const { elsewhere, first } = await meet((_request, response) =>
      response.writeHead(307, { location: location(elsewhere.port) }).end(),
    );
    expectRefused(await client(first.base), host);
    expect(elsewhere.connections + first.reached.length).toBe(1);
  });

  it("takes no other hint of another address", async () => {
    const { elsewhere, first } = await meet((_, response) => {
      const there = `${elsewhere.base}/elsewhere`;
      response.writeHead(200, {
        "content-type": "application/json",
        refresh: `0; url=${there}`,
        location: there,
        "content-location": there,
        link: `<${there}>; rel="next"`,
        "alt-svc": `h2="127.0.0.1:${elsewhere.port}"`,
        "x-accel-redirect": there,
      });
      response.end(
        JSON.stringify({ location: there, url: there, next: there, has_more: true, base_url: there }),
      );
    });
    await client(first.base);
    expect(elsewhere.connections).toBe(0);
  });

  it("obeys no redirect of a connection that is only half HTTP", async () => {
    const elsewhere = await start((_, response) => response.end("{}"));
    const raw = createServer((socket) => {
      socket.on("error", () => undefined);
      socket.once("data", () =>
        socket.end(
          Buffer.from(
            `HTTP/1.1 302 \x9b31mFound\r\nLocation: ${elsewhere.base}/\x9b31melsewhere\r\nConnection: close\r\n\r\n`,
            "latin1",
          ),
        ),
      );
    });
    await new Promise<void>((done) => raw.listen(0, "127.0.0.1", done));
    open.push({ close: () => new Promise((done) => raw.close(() => done())) });
    const fault = await client(`http://127.0.0.1:${(raw.address() as { port: number }).port}`);
    expect(fault?.name).toBe("UserError");
    expect(`${fault?.message}${fault?.hint}`).not.toMatch(/\p{Cc}|elsewhere/u);
    expect(elsewhere.connections).toBe(0);
  });
});

describe.each(FIRST_ANSWERS)("a later request of %s", (kind, answerFirst) => {
  it.each(CLIENTS.filter(([name]) => name.startsWith(kind)))(
    "is not sent on either: %s",
    async (_, client) => {
      const { elsewhere, first } = await meet((_request, response, turn) => {
        if (turn === 1) answerFirst(response);
        else response.writeHead(308, { location: `${elsewhere.base}/elsewhere` }).end();
      });
      expectRefused(await client(first.base), `127.0.0.1:${elsewhere.port}`);
      expect(elsewhere.connections).toBe(0);
      expect(first.reached).toHaveLength(2);
    },
  );
});

function oneVector(response: ServerResponse): void {
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ embeddings: [[1, 2]], data: [{ index: 0, embedding: [1, 2] }] }));
}

async function start(answer: Answer): Promise<RecordingServer> {
  const server = await startRecordingServer(answer);
  open.push(server);
  return server;
}

async function faultIn(work: () => Promise<void>): Promise<Fault | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return error as Fault;
  }
}
