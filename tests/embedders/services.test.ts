import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createEmbedder } from "../../src/embedders/create-embedder.ts";

/** What the stand-in was asked: the texts of each call, its path and its key. */
interface Call {
  readonly path: string;
  readonly key: string | undefined;
  readonly model: string;
  readonly texts: readonly string[];
}

let server: Server | undefined;
let calls: Call[] = [];

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  calls = [];
});

describe("an Ollama embedder", () => {
  it("asks the server for vectors, and gives them unit length", async () => {
    const ollamaHost = await serve(({ texts }) => ({ embeddings: texts.map((text) => [3, text.length, 0]) }));
    const embedder = await createEmbedder("ollama:nomic-embed-text:v1.5", { ollamaHost });
    expect(embedder).toMatchObject({ id: "ollama:nomic-embed-text:v1.5", dimensions: 3 });
    expect(await embedder?.embedQuery("four")).toEqual([0.6, 0.8, 0]);
    expect(calls[0]).toMatchObject({ path: "/api/embed", model: "nomic-embed-text:v1.5" });
  });

  it("asks for many texts a few at a time, in order", async () => {
    const ollamaHost = await serve(({ texts }) => ({
      embeddings: texts.map((text) => [Number(text) || 1, 1]),
    }));
    const embedder = await createEmbedder("ollama:m", { ollamaHost });
    const vectors = await embedder?.embedDocuments(Array.from({ length: 100 }, (_, place) => `${place + 1}`));
    expect(vectors?.map(([a = 0, b = 1]) => Math.round(a / b))).toEqual(
      Array.from({ length: 100 }, (_, at) => at + 1),
    );
    expect(Math.max(...calls.map(({ texts }) => texts.length))).toBeLessThanOrEqual(32);
  });

  it("takes a host without http:// before it", async () => {
    const host = await serve(({ texts }) => ({ embeddings: texts.map(() => [1]) }));
    expect(await createEmbedder("ollama:m", { ollamaHost: host.replace("http://", "") })).toMatchObject({
      dimensions: 1,
    });
  });

  it.each([
    ["an error", () => ({ error: "model not found" }), 404, "model not found"],
    ["an error without words", () => ({}), 500, "HTTP 500"],
    ["no vectors", () => ({ embeddings: [] }), 200, "no usable vectors"],
    ["vectors of no length", () => ({ embeddings: [[]] }), 200, "no usable vectors"],
    ["vectors that are none", () => ({ embeddings: ["abc"] }), 200, "no usable vectors"],
    ["vectors of text", () => ({ embeddings: [["1", "2"]] }), 200, "no usable vectors"],
    ["something else", () => null, 200, "no usable vectors"],
  ])("says so when the server answers with %s", async (_, reply, status, said) => {
    const ollamaHost = await serve(reply, status);
    await expect(createEmbedder("ollama:m", { ollamaHost })).rejects.toMatchObject({
      name: "UserError",
      message: expect.stringContaining(said),
      hint: expect.stringContaining("ollama pull m"),
    });
  });

  it("says so when there is no server", async () => {
    const ollamaHost = await serve(() => null);
    server?.close();
    server?.closeAllConnections();
    await expect(createEmbedder("ollama:m", { ollamaHost })).rejects.toMatchObject({ name: "UserError" });
  });
});

describe("an OpenAI embedder", () => {
  it("asks the server for vectors with the key, and gives them unit length", async () => {
    const host = await serve(openaiReply);
    const embedder = await createEmbedder("openai:small", {
      openaiBaseUrl: `${host}/v1`,
      openaiApiKey: "secret",
    });
    expect(embedder).toMatchObject({ id: "openai:small", dimensions: 2 });
    expect(await embedder?.embedDocuments(["four"])).toEqual([[0.6, 0.8]]);
    expect(calls[0]).toMatchObject({ path: "/v1/embeddings", model: "small", key: "Bearer secret" });
  });

  it("needs no key for a server of one's own", async () => {
    const openaiBaseUrl = `${await serve(openaiReply)}/v1`;
    expect(await createEmbedder("openai:small", { openaiBaseUrl })).toMatchObject({ dimensions: 2 });
  });

  it("needs a key otherwise", async () => {
    await expect(createEmbedder("openai:small")).rejects.toMatchObject({
      name: "UserError",
      hint: expect.stringContaining("OPENAI_API_KEY"),
    });
  });

  it("says so when the server refuses", async () => {
    const openaiBaseUrl = `${await serve(() => ({ error: { message: "no such model" } }), 404)}/v1`;
    await expect(createEmbedder("openai:small", { openaiBaseUrl })).rejects.toMatchObject({
      name: "UserError",
      message: expect.stringContaining("no such model"),
    });
  });
});

describe("the name of an embedder", () => {
  it.each(["", "best", "ollama", "ollama:", "openai: ", "gemini:x"])("may not be %j", async (name) => {
    await expect(createEmbedder(name)).rejects.toMatchObject({ name: "UserError" });
  });

  it("may be none, for full text alone", async () => {
    expect(await createEmbedder("none")).toBeNull();
  });
});

function openaiReply({ texts }: Call) {
  return { data: texts.map((text, index) => ({ object: "embedding", index, embedding: [3, text.length] })) };
}

/** Starts a stand-in on the loopback that answers each call with `reply`; gives its address. */
function serve(reply: (call: Call) => unknown, status = 200): Promise<string> {
  const listening = createServer(async (request, response) => {
    const { model, input } = JSON.parse(await readBody(request));
    const call = {
      path: request.url ?? "",
      key: request.headers.authorization,
      model,
      texts: [input].flat(),
    };
    calls.push(call);
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(reply(call)));
  });
  server = listening;
  return new Promise((resolve) => {
    listening.listen(0, "127.0.0.1", () => {
      const { port } = listening.address() as AddressInfo;
      resolve(`http://127.0.0.1:${port}`);
    });
  });
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
