/** Services of vectors and models that stall, flood or talk nonsense, through the real command line: it always ends well. */
import { afterAll, afterEach, describe, expect, it } from "vitest";
import {
  type Answer,
  type RecordingServer,
  startRecordingServer,
} from "../doubles/models/recording-server.ts";
import { makeFolder, runFootnote } from "../doubles/run-footnote.ts";

const QUESTION = "Who is the keeper of the lantern?";
const folder = makeFolder({
  "corpus/a.md": "The keeper of the lantern is Ines Abara. The tower was built in 1931.\n",
});
afterAll(() => folder.remove());

const servers: RecordingServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const start = async (answer: Answer) => {
  const server = await startRecordingServer(answer);
  servers.push(server);
  return server;
};

/** Vectors for what is asked, as both protocols write them. */
const vectors: Answer = ({ body }, response) => {
  const texts: unknown[] = [Object(JSON.parse(body)).input].flat();
  const embeddings = texts.map((_, at) => [at, 1]);
  const data = embeddings.map((embedding, index) => ({ index, embedding }));
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ embeddings, data }));
};
const silence: Answer = () => undefined;
const nonsense: Answer = (_, response) => response.end("<html>\u001b[31m no");
const flood: Answer = (_, response) => response.end(`[${"[],".repeat(200_000)}[]]`);

const environment = (base: string) => ({
  OLLAMA_HOST: base,
  OPENAI_BASE_URL: `${base}/v1`,
  FOOTNOTE_EMBEDDER_SECONDS: "1",
  FOOTNOTE_EMBEDDER_MEGABYTES: ".3",
});

describe.each(["ollama:m", "openai:m"])("the embedder %s", (embedder) => {
  it.each([
    ["stalls", silence, "in time", "FOOTNOTE_EMBEDDER_SECONDS"],
    ["talks nonsense", nonsense, "cannot be read", "FOOTNOTE_EMBEDDER=none"],
    ["floods", flood, "come to an end", "FOOTNOTE_EMBEDDER_MEGABYTES"],
  ])("that %s is told of in a sentence, at once and later", async (_, answer, words, hint) => {
    for (const well of [0, 1]) {
      const { base } = await start((request, response, turn) =>
        (turn <= well ? vectors : answer)(request, response, turn),
      );
      const env = { ...environment(base), FOOTNOTE_EMBEDDER: embedder };
      for (const command of [["index", "--force"], ["ask", QUESTION], ["doctor"]]) {
        const { code, out, err } = await runFootnote(command, { cwd: folder.path, env });
        expect(code).toBe(command[0] === "doctor" ? 1 : 2);
        expect(out + err).toContain(words);
        expect(out + err).toContain(hint);
        expect(out + err).not.toMatch(/went wrong inside|\n\s+at |\u001b/);
      }
    }
  });

  it.each([
    ["ask", [QUESTION]],
    ["index", ["--force"]],
    ["doctor", []],
    ["chat", []],
  ])("that stalls is no longer waited for after Ctrl-C: %s", async (command, words) => {
    for (const well of [0, 1]) {
      let interrupt = () => {};
      const { base } = await start((request, response, turn) => {
        if (turn <= well) vectors(request, response, turn);
        else interrupt();
      });
      const { code, err } = await runFootnote([command, ...words], {
        cwd: folder.path,
        env: { ...environment(base), FOOTNOTE_EMBEDDER_SECONDS: "600", FOOTNOTE_EMBEDDER: embedder },
        input: `${QUESTION}\n`,
        onStart: (child) => {
          interrupt = () => child.kill("SIGINT");
        },
      });
      expect([code, err]).toEqual([130, expect.stringContaining("Stopped.")]);
    }
  });
});

describe.each(["ollama:m", "openai:m", "anthropic:m"])("the model %s", (model) => {
  it.each([
    ["lines that are no JSON", "application/x-ndjson", '\u001b[31mred\n{"half":\n'],
    ["events that are none", "text/event-stream", "event: thread.message\ndata: \u001b[31m{\n\n"],
    [
      "text of another kind",
      "text/event-stream",
      'data: {"choices":[{"delta":{"content":["\u009b31m"]}}]}\n\n',
    ],
    [
      "names that turn the text",
      "application/json",
      '{"data":[{"id":"\u202ea"}],"models":[{"name":"\u009b31m"}]}',
    ],
    ["one object of nothing", "application/json", "{}\n"],
    ["an error as a list", "application/x-ndjson", '{"error":["\u001b[31m"]}\n'],
  ])("that sends %s has nothing of it printed, and the answer stands", async (_, type, body) => {
    const { base } = await start((_request, response) =>
      response.writeHead(200, { "content-type": type }).end(body),
    );
    const env = { ...environment(base), ANTHROPIC_BASE_URL: base, FOOTNOTE_MODEL: model };
    const asked = await runFootnote(["ask", QUESTION, "--verbose"], { cwd: folder.path, env });
    expect(asked.code).toBe(0);
    expect(asked.out).toContain("The keeper of the lantern is Ines Abara.");
    const examined = await runFootnote(["doctor"], { cwd: folder.path, env });
    for (const { out, err } of [asked, examined])
      expect(out + err).not.toMatch(/[\u001b\u009b\u202e]|went wrong inside|\n\s+at /);
  });
});

describe.each(["ollama:m", "openai:m"])("the list of the server of %s", (model) => {
  it("is no longer waited for after Ctrl-C", async () => {
    let interrupt = () => {};
    const { base } = await start(() => interrupt());
    const { code, err } = await runFootnote(["doctor"], {
      cwd: folder.path,
      env: { ...environment(base), FOOTNOTE_MODEL: model },
      onStart: (child) => {
        interrupt = () => child.kill("SIGINT");
      },
    });
    expect([code, err]).toEqual([130, expect.stringContaining("Stopped.")]);
  });
});

it.each(["0", "-1", "soon", "1e3", "9999"])("bounds of an embedder are not %j", async (value) => {
  for (const name of [
    "FOOTNOTE_EMBEDDER_SECONDS",
    "FOOTNOTE_EMBEDDER_MEGABYTES",
    "FOOTNOTE_MODEL_MEGABYTES",
  ]) {
    const { code, err } = await runFootnote(["sources"], { cwd: folder.path, env: { [name]: value } });
    expect([code, err]).toEqual([2, expect.stringContaining(`${name} takes`)]);
  }
});
