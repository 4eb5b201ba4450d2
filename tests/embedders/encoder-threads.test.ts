import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { EncoderEmbedder } from "../../src/embedders/encoder-embedder.ts";
import { EncoderThread } from "../../src/embedders/encoder-thread.ts";

const folder = await mkdtemp(join(tmpdir(), "footnote-threads-"));
let scripts = 0;

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("an encoder whose thread dies", () => {
  it("has it replaced, and the texts encoded", async () => {
    const { embedder, started } = await embedderWith(["process.exit(1)", ANSWER]);
    expect(await embedder.embedQuery("any")).toHaveLength(512);
    expect(await embedder.embedDocuments(["one", "two"])).toHaveLength(2);
    expect(started()).toBe(2);
    await embedder.close();
  });

  it("has it replaced as often as one good thread follows", async () => {
    const { embedder } = await embedderWith([ANSWER_ONCE, ANSWER_ONCE, ANSWER_ONCE]);
    for (let call = 0; call < 3; call++) expect(await embedder.embedQuery("any")).toHaveLength(512);
    await embedder.close();
  });

  it("says so when the next one dies too", async () => {
    const { embedder, started } = await embedderWith([
      "process.exit(1)",
      "throw new Error('no memory')",
      ANSWER,
    ]);
    await expect(embedder.embedDocuments(["any"])).rejects.toMatchObject({
      name: "UserError",
      message: expect.stringContaining("encoder"),
      hint: expect.stringContaining("FOOTNOTE_EMBEDDER"),
    });
    expect(started()).toBe(2);
    await embedder.close();
  });
});

describe("a thread that runs out of memory", () => {
  it("is gone, and does not take the process with it", async () => {
    const script = join(folder, `${++scripts}.mjs`);
    await writeFile(
      script,
      `import { parentPort } from "node:worker_threads";
      const hoard = [];
      parentPort.on("message", () => { for (;;) hoard.push(new Array(10_000).fill(hoard.length + 0.5)); });`,
    );
    const starts = [
      () => new EncoderThread(script, { maxOldGenerationSizeMb: 16 }),
      () => new EncoderThread(good),
    ];
    const good = join(folder, `${++scripts}.mjs`);
    await writeFile(good, `import { parentPort } from "node:worker_threads";\n${ANSWER}\n`);
    const embedder = new EncoderEmbedder(() => (starts.shift() ?? (() => new EncoderThread(good)))());
    expect(await embedder.embedDocuments(["one", "two"])).toHaveLength(2);
    await embedder.close();
  });
});

describe("an encoder that cannot be loaded", () => {
  it("says why", async () => {
    const { embedder } = await embedderWith([
      "parentPort.on('message', ({ number }) => parentPort.postMessage({ number, fault: 'weights are missing' }))",
    ]);
    await expect(embedder.embedQuery("any")).rejects.toMatchObject({
      name: "UserError",
      message: expect.stringContaining("weights are missing"),
    });
    await embedder.close();
  });
});

describe("a closed encoder", () => {
  it("refuses texts", async () => {
    const { embedder, started } = await embedderWith([ANSWER]);
    await embedder.close();
    await expect(embedder.embedQuery("any")).rejects.toThrow("closed");
    expect(started()).toBe(0);
  });

  it("rejects what was under way", async () => {
    const { embedder } = await embedderWith(["setInterval(() => undefined, 1000)"]);
    const waiting = expect(embedder.embedQuery("any")).rejects.toThrow();
    await embedder.close();
    await waiting;
  });
});

const REPLY = "parentPort.postMessage({ number, vectors: new Float32Array(512 * texts.length).fill(1) })";
const ANSWER = `parentPort.on('message', ({ number, texts }) => ${REPLY})`;
const ANSWER_ONCE = `parentPort.once('message', ({ number, texts }) => { ${REPLY}; })`;

/** Its first thread runs the first script, and so on; the last one is repeated. */
async function embedderWith(bodies: readonly string[]) {
  const files = await Promise.all(
    bodies.map(async (body) => {
      const file = join(folder, `${++scripts}.mjs`);
      await writeFile(file, `import { parentPort } from "node:worker_threads";\n${body}\n`);
      return file;
    }),
  );
  let started = 0;
  const embedder = new EncoderEmbedder(() => new EncoderThread(files[Math.min(started++, files.length - 1)]));
  return { embedder, started: () => started };
}
