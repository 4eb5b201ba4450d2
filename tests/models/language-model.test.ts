/** Every provider through the same port: what is read, what goes wrong and how it is said, and that it always ends. */
import { afterEach, describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import { createLanguageModel } from "../../src/models/create-language-model.ts";
import type { LanguageModel } from "../../src/models/language-model.ts";
import { ModelFault } from "../../src/models/model-fault.ts";
import { type ModelScript, says } from "../doubles/models/scripted-reply.ts";
import {
  MODEL_KEY,
  MODEL_PROTOCOLS,
  type ModelServer,
  type ModelServerOptions,
  startModelServer,
} from "../doubles/models/start-model-server.ts";

const PROMPT = { system: "You answer.", user: "What is it?" };
const PATIENT = { firstTokenSeconds: 20, answerSeconds: 20, backoffMs: 1 };
const HASTY = { firstTokenSeconds: 0.2, answerSeconds: 0.4, backoffMs: 1 };

const servers: ModelServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe.each(MODEL_PROTOCOLS)("a model that speaks the protocol of %s", (protocol) => {
  const connect = async (script: ModelScript, limits = PATIENT, options?: ModelServerOptions) => {
    const server = await startModelServer(protocol, script, options);
    servers.push(server);
    const { services } = readConfig({}, server.environment);
    const model = await createLanguageModel(server.model, services, { ...limits, promptsPath: null });
    if (model === null) throw new Error("there is no model");
    return { server, model };
  };

  it("is read as it writes, with the tokens it reports", async () => {
    const { model, server } = await connect(() => says("Îles, “ïn” 日本 🦊\nand so on. [S1]"));
    const { text, usage } = await read(model);
    expect(text).toBe("Îles, “ïn” 日本 🦊\nand so on. [S1]");
    expect(usage).toEqual({ inputTokens: 6, outputTokens: expect.any(Number) });
    expect(usage.outputTokens).toBeGreaterThan(5);
    expect(server.asked).toMatchObject([{ model: "test", ...PROMPT, temperature: 0, stream: true }]);
    expect(server.asked[0]?.key).toBe(protocol === "ollama" ? "" : MODEL_KEY);
    expect(model.id).toBe(`${protocol}:test`);
  });

  it("may answer in one piece", async () => {
    const { model } = await connect(() => says("All at once. [S1]"), PATIENT, { neverStreams: true });
    expect(await read(model)).toMatchObject({ text: "All at once. [S1]", usage: { inputTokens: 6 } });
    expect((await read(model)).text).toBe("All at once. [S1]");
  });

  it("may say nothing", async () => {
    const { model } = await connect(() => says(""));
    expect((await read(model)).text).toBe("");
  });

  it("is asked again when it is busy", async () => {
    const { model, server } = await connect((_, turn) =>
      turn < 3 ? { kind: "error", status: turn === 1 ? 429 : 503, retryAfter: "0" } : says("At last."),
    );
    expect((await read(model)).text).toBe("At last.");
    expect(server.asked).toHaveLength(3);
  });

  it("is not waited for longer than a first token may take", async () => {
    const { model, server } = await connect(() => ({ kind: "error", status: 429, retryAfter: "50" }));
    await expect(read(model)).rejects.toMatchObject({ kind: "busy" });
    expect(server.asked).toHaveLength(1);
  });

  it("is asked three times when it fails, and no more", async () => {
    const { model, server } = await connect(() => ({ kind: "error", status: 500, saying: "out of memory" }));
    await expect(read(model)).rejects.toMatchObject({
      kind: "failed",
      message: `The language model ${protocol}:test failed (500).`,
      hint: expect.stringMatching(/^It said: out of memory\. [A-Z]/),
    });
    expect(server.asked).toHaveLength(3);
  });

  it("is asked again when it hangs up before it said anything", async () => {
    const { model, server } = await connect((_, turn) => (turn === 1 ? { kind: "hangs-up" } : says("Here.")));
    expect((await read(model)).text).toBe("Here.");
    expect(server.asked).toHaveLength(2);
  });

  it.each([
    [401, "refused"],
    [403, "refused"],
    [404, "unknown"],
    [400, "refused"],
  ])("is asked once when it says %i", async (status, kind) => {
    const { model, server } = await connect(() => ({ kind: "error", status }));
    await expect(read(model)).rejects.toMatchObject({ kind });
    expect(server.asked).toHaveLength(1);
  });

  it("is asked without a temperature when it takes none", async () => {
    const { model, server } = await connect(({ temperature }) =>
      temperature === undefined
        ? says("Without.")
        : { kind: "error", status: 400, saying: "temperature is not supported with this model" },
    );
    expect((await read(model)).text).toBe("Without.");
    expect((await read(model)).text).toBe("Without.");
    expect(server.asked.map(({ temperature }) => temperature)).toEqual([0, undefined, undefined]);
  });

  it("never has its key repeated", async () => {
    const saying = `Incorrect API key provided: ${MODEL_KEY}, also sk-live-abc***********wxyz. Bearer ${MODEL_KEY}`;
    const { model } = await connect(() => ({ kind: "error", status: 401, saying }));
    const fault = await read(model).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(ModelFault);
    const { message, hint, stack, cause } = fault as ModelFault;
    expect(hint).toContain("Incorrect API key provided: (key)");
    for (const said of [message, hint, stack, String(cause)]) expect(said).not.toMatch(/0123456789|wxyz/);
  });

  it("is given up when nobody is there", async () => {
    const { model, server } = await connect(() => says("No."));
    await server.close();
    await expect(read(model)).rejects.toMatchObject({
      kind: "unreachable",
      message: `The language model ${protocol}:test cannot be reached.`,
      hint: expect.stringMatching(/^Nobody answers at http:\/\/127/),
    });
  });

  it("is given up when the first token does not come", async () => {
    const { model, server } = await connect(() => ({ kind: "silent" }), HASTY);
    await expect(read(model)).rejects.toMatchObject({
      kind: "slow",
      message: expect.stringContaining("said nothing in time"),
    });
    await server.abandoned;
    expect(server.asked).toHaveLength(1);
  });

  it("is given up when it stops in the middle, and not asked again", async () => {
    const { model, server } = await connect(() => says("It begins and then", "stalls"), HASTY);
    const { text, fault } = await readUntilFault(model);
    expect(text).toContain("It begins");
    expect(fault).toMatchObject({ kind: "slow", message: expect.stringContaining("did not finish in time") });
    await server.abandoned;
    expect(server.asked).toHaveLength(1);
  });

  it("is not asked again when its connection breaks in the middle", async () => {
    const { model, server } = await connect(() => says("It begins and then it breaks", "cut"));
    const { text, fault } = await readUntilFault(model);
    expect(text).toContain("It begins");
    expect(fault).toMatchObject({ kind: "cut" });
    expect(server.asked).toHaveLength(1);
  });

  it("may break off or stall in the middle of one piece", async () => {
    const cut = await connect(() => says("All at once.", "cut"), PATIENT, { neverStreams: true });
    await expect(read(cut.model)).rejects.toMatchObject({ kind: "cut" });
    const stalled = await connect(() => says("All at once.", "stalls"), HASTY, { neverStreams: true });
    await expect(read(stalled.model)).rejects.toMatchObject({ kind: "slow" });
  });

  it("is cut off when it writes without end and nobody stops it", async () => {
    const { model, server } = await connect(() => says(endless("word after word ".repeat(2_000))));
    const { fault } = await readUntilFault(model);
    expect(fault).toMatchObject({ kind: "flood" });
    await server.abandoned;
  });

  it("has its connection closed when its reader has enough", async () => {
    const { model, server } = await connect(() => says(endless("again ")));
    let pieces = 0;
    for await (const { text } of model.stream(PROMPT)) if (text !== "" && ++pieces === 3) break;
    await server.abandoned;
    expect(pieces).toBe(3);
  });

  it.each([
    ["before it says anything", () => ({ kind: "silent" }) as const],
    ["while it writes", () => says(endless("again "))],
    ["while it stalls", () => says("It begins and", "stalls")],
    ["while it is waited for", () => ({ kind: "error", status: 429, retryAfter: "15" }) as const],
  ])("is cancelled %s", async (_, script) => {
    const { model, server } = await connect(script);
    const controller = new AbortController();
    const reading = readUntilFault(model, controller.signal, () => controller.abort(new Error("enough")));
    while (server.asked.length === 0) await new Promise((done) => setTimeout(done, 5));
    setTimeout(() => controller.abort(new Error("enough")), 20);
    expect((await reading).fault).toEqual(new Error("enough"));
    while (server.open > 0) await new Promise((done) => setTimeout(done, 5));
  });

  it("is not asked at all when it is cancelled before", async () => {
    const { model, server } = await connect(() => says("No."));
    await expect(read(model, AbortSignal.abort(new Error("never")))).rejects.toThrow("never");
    expect(server.asked).toHaveLength(0);
  });

  it.each([
    ["no JSON", "{ this is none\n\ndata: neither is this\n\n"],
    ["JSON of another kind", `{"choices":"none"}\n\ndata: [1,2]\n\ndata: null\n\n`],
    ["bytes", "\u0000\u0001\xff\xfe\r\n\r\n"],
    ["nothing", ""],
  ])("comes to an end when it sends %s", async (_, body) => {
    const { model } = await connect(() => ({
      kind: "raw",
      body: Buffer.from(body, "latin1"),
      type: "text/event-stream",
    }));
    const { text, fault } = await readUntilFault(model);
    expect(text).toBe("");
    expect(fault === null || fault instanceof ModelFault).toBe(true);
  });
});

describe("which model is meant", () => {
  const create = (setting: string, environment: Record<string, string> = {}) => {
    const { model, services, modelSettings } = readConfig({ model: setting }, environment);
    return createLanguageModel(model, services, modelSettings);
  };

  it("is none by default", async () => {
    expect(readConfig({}, {}).model).toBe("none");
    expect(await create("none")).toBeNull();
    expect(readConfig({}, { FOOTNOTE_MODEL: "ollama:llama3.2:3b" }).model).toBe("ollama:llama3.2:3b");
  });

  it.each(["gpt", "mistral:7b", "openai", "openai:", "ollama: ", "anthropic:a b", ":x"])(
    "is refused when it is %j",
    (setting) => {
      expect(() => readConfig({ model: setting }, {})).toThrow(
        expect.objectContaining({ name: "UserError", hint: expect.stringContaining("ollama:<model>") }),
      );
    },
  );

  it("wants a key where its service does", async () => {
    await expect(create("openai:gpt")).rejects.toMatchObject({
      message: "The model openai:gpt needs a key.",
      hint: expect.stringContaining("OPENAI_API_KEY"),
    });
    await expect(create("anthropic:opus")).rejects.toMatchObject({
      hint: expect.stringContaining("ANTHROPIC_API_KEY"),
    });
    expect(await create("openai:gpt", { OPENAI_BASE_URL: "http://127.0.0.1:1/v1" })).not.toBeNull();
    expect(await create("ollama:llama")).not.toBeNull();
  });

  it.each([
    ["openai:a", "OPENAI_BASE_URL", "not an address"],
    ["openai:a", "OPENAI_BASE_URL", "ftp://example.org"],
    ["anthropic:a", "ANTHROPIC_BASE_URL", "http://me:secret@example.org"],
    ["ollama:a", "OLLAMA_HOST", "http://me:secret@example.org"],
    ["ollama:a", "OLLAMA_HOST", "http://"],
  ])("is refused for %s at %s=%s, without repeating it", async (setting, variable, value) => {
    const fault = await create(setting, { [variable]: value }).catch((error: unknown) => error);
    expect(fault).toMatchObject({
      name: "UserError",
      message: `${variable} is no web address that can be used.`,
    });
    expect(JSON.stringify(fault) + String(fault)).not.toContain("secret");
  });

  it.each(["0", "-1", "soon", "1e3", "99999"])("does not take %j seconds", (value) => {
    expect(() => readConfig({}, { FOOTNOTE_MODEL_SECONDS: value })).toThrow(
      /FOOTNOTE_MODEL_SECONDS takes seconds/,
    );
  });
});

/** The same piece for ever. */
function* endless(piece: string): Iterable<string> {
  for (;;) yield piece;
}

async function read(model: LanguageModel, signal?: AbortSignal) {
  const { text, usage, fault } = await readUntilFault(model, signal);
  if (fault !== null) throw fault;
  return { text, usage };
}

async function readUntilFault(model: LanguageModel, signal?: AbortSignal, onText?: () => void) {
  let text = "";
  let [inputTokens, outputTokens] = [0, 0];
  const said = () => ({ text, usage: { inputTokens, outputTokens } });
  try {
    for await (const piece of model.stream(PROMPT, signal)) {
      text += piece.text;
      inputTokens = Math.max(inputTokens, piece.usage?.inputTokens ?? 0);
      outputTokens = Math.max(outputTokens, piece.usage?.outputTokens ?? 0);
      if (text.length > 1_000) onText?.();
    }
    return { ...said(), fault: null };
  } catch (fault) {
    return { ...said(), fault };
  }
}
