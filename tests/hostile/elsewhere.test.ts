/** Whatever the environment says to the libraries that Footnote uses: what is asked goes to the server that is named. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RecordingServer, startRecordingServer } from "../doubles/models/recording-server.ts";
import { makeFolder, runFootnote } from "../doubles/run-footnote.ts";

const KEYS = {
  OPENAI_API_KEY: "sk-marked-openai-0123456789",
  ANTHROPIC_API_KEY: "sk-marked-anthropic-0123456789",
};
const OTHERS = "marked-for-others";
const QUESTION = "Who is the keeper of the lantern?";
const folder = makeFolder({
  "corpus/a.md": "The keeper of the lantern is Ines Abara. The tower was built in 1931.\n",
});

let named: RecordingServer;
let elsewhere: RecordingServer;
beforeAll(async () => {
  elsewhere = await startRecordingServer((_, response) => response.end("{}"));
  named = await startRecordingServer(({ path, body }, response, turn) => {
    if (turn > 1 && !/models|tags|embed/.test(path)) {
      response.writeHead(307, { location: `${elsewhere.base}${path}` }).end();
      return;
    }
    response.setHeader("content-type", "application/json");
    const texts: unknown[] = [Object(JSON.parse(body || "{}")).input ?? []].flat();
    const embeddings = texts.map((_, at) => [at, 1]);
    const data = embeddings.map((embedding, index) => ({ index, embedding }));
    response.end(JSON.stringify({ embeddings, data }));
  });
});
afterAll(async () => {
  await Promise.all([named.close(), elsewhere.close()]);
  folder.remove();
});

/** Variables by which proxies, tracing and clients of these services are told where to go and what to send. */
const misleading = () => {
  const there = elsewhere.base;
  const [anthropic, openai] = ["ANTHROPIC", "OPENAI"].map((name) => ({
    [`${name}_CUSTOM_HEADERS`]: `x-custom: ${OTHERS}`,
    [`${name}_LOG`]: "debug",
    [`${name}_AUTH_TOKEN`]: OTHERS,
    [`${name}_ADMIN_KEY`]: OTHERS,
    [`${name}_ORG_ID`]: OTHERS,
    [`${name}_ORGANIZATION`]: OTHERS,
    [`${name}_PROJECT_ID`]: OTHERS,
    [`${name}_API_URL`]: there,
    [`${name}_PROFILE`]: OTHERS,
  }));
  const proxies = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"].flatMap((name) => [name, name.toLowerCase()]);
  const tracing = ["LANGSMITH", "LANGCHAIN"].flatMap((name) => [
    [`${name}_TRACING`, "true"],
    [`${name}_TRACING_V2`, "true"],
    [`${name}_ENDPOINT`, there],
    [`${name}_API_KEY`, OTHERS],
  ]);
  return {
    ...anthropic,
    ...openai,
    ...Object.fromEntries(proxies.map((name) => [name, there])),
    ...Object.fromEntries(tracing),
    LANGSMITH_GATEWAY: there,
    LANGSMITH_GATEWAY_API_KEY: OTHERS,
    OLLAMA_BASE_URL: there,
    OLLAMA_API_KEY: OTHERS,
    AZURE_OPENAI_API_KEY: OTHERS,
    AZURE_OPENAI_BASE_PATH: there,
  };
};

describe.each(["ollama", "openai", "anthropic"])("with a model of %s", (provider) => {
  it.each([
    ["ask", [QUESTION]],
    ["doctor", []],
    ["index", ["--force"]],
  ] as const)(
    "%s speaks to the server that is named, and sends it what it is to have",
    async (command, words) => {
      const before = named.reached.length;
      const { code, out, err } = await runFootnote([command, ...words], {
        cwd: folder.path,
        env: {
          ...misleading(),
          ...KEYS,
          FOOTNOTE_MODEL: `${provider}:m`,
          FOOTNOTE_EMBEDDER: provider === "anthropic" ? "none" : `${provider}:m`,
          OLLAMA_HOST: named.base,
          OPENAI_BASE_URL: `${named.base}/v1`,
          ANTHROPIC_BASE_URL: named.base,
        },
      });
      expect(elsewhere.connections).toBe(0);
      expect(code === 0 || code === 1).toBe(true);
      expect(out + err).not.toMatch(/marked-/);
      const reached = named.reached.slice(before);
      if (command !== "index") expect(reached.length).toBeGreaterThan(0);
      for (const { headers } of reached) {
        const sent = JSON.stringify(headers);
        expect(sent).not.toContain(OTHERS);
        for (const [name, key] of Object.entries(KEYS))
          expect(sent.includes(key)).toBe(name.toLowerCase().startsWith(provider));
        expect(Object.keys(headers).filter((name) => name.startsWith("x-stainless"))).toEqual([]);
      }
    },
  );
});
