/** The thread that answers: what it says comes back, its death is survived once, its silence is not waited for. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.ts";
import type { Answering } from "../../src/discord/answering.ts";
import { startAnswering } from "../../src/discord/answering-service.ts";
import { temporaryFolder } from "./running-bot.ts";

/** A thread that does as the question tells it. */
const THREAD = `
import { existsSync, writeFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
const tell = (message) => parentPort.postMessage(message);
parentPort.on("message", ({ number, work, values: [question] }) => {
  const [order, file] = String(question).split(" ");
  if (order === "die" || (order === "die-once" && !existsSync(file))) {
    if (file !== undefined) writeFileSync(file, "");
    process.exit(1);
  }
  if (order === "hang") for (;;);
  if (order === "wrong") tell({ kind: "failed", number, fault: { message: "No.", hint: "Do it so.", stack: null } });
  else if (order === "broken") tell({ kind: "failed", number, fault: { message: "Oh.", hint: null, stack: "s" } });
  else tell({ kind: "done", number, value: { question, work } });
});
if (workerData.config.corpusPath === "missing")
  tell({ kind: "unready", fault: { message: "There is no corpus.", hint: "Make one.", stack: null } });
else tell({ kind: "ready" });
if (workerData.watch) tell({ kind: "refreshed", counts: { added: 1, changed: 0, removed: 0, unchanged: 0 } });
`;

const open: Answering[] = [];
afterEach(async () => {
  for (const answering of open.splice(0)) await answering.close();
});

async function start({ corpus = "there", watch = false } = {}) {
  const folder = temporaryFolder();
  const script = join(folder, "thread.mjs");
  writeFileSync(script, THREAD);
  const seen = { restarts: 0, refreshed: 0 };
  const answering = await startAnswering(
    { config: readConfig({ corpus }, {}), watch },
    {
      script: pathToFileURL(script),
      patienceMs: 1500,
      onRestart: () => {
        seen.restarts += 1;
      },
      onRefreshed: () => {
        seen.refreshed += 1;
      },
      onStale: () => undefined,
    },
  );
  open.push(answering);
  return { answering, seen, marker: join(folder, "marker") };
}

describe("the answering thread", () => {
  it("answers what it is asked, each question its own", async () => {
    const { answering } = await start();
    const answers = await Promise.all(["a", "b", "c"].map((question) => answering.ask(question)));
    expect(answers).toEqual(["a", "b", "c"].map((question) => ({ question, work: "ask" })));
  });

  it("hands on what a person can mend as such, and a defect as a defect", async () => {
    const { answering } = await start();
    await expect(answering.ask("wrong")).rejects.toMatchObject({ name: "UserError", hint: "Do it so." });
    await expect(answering.ask("broken")).rejects.toMatchObject({ name: "Error", message: "Oh." });
  });

  it("that cannot open its sources says why", async () => {
    await expect(start({ corpus: "missing" })).rejects.toMatchObject({ message: "There is no corpus." });
  });

  it("that dies is replaced, and the question asked again", async () => {
    const { answering, seen, marker } = await start();
    await expect(answering.ask(`die-once ${marker}`)).resolves.toMatchObject({ work: "ask" });
    expect(seen.restarts).toBe(1);
  });

  it("is not killed by one question again and again", async () => {
    const { answering, seen } = await start();
    await expect(answering.ask("die")).rejects.toMatchObject({ kind: "gone" });
    expect(seen.restarts).toBe(1);
    await expect(answering.ask("fine")).resolves.toMatchObject({ question: "fine" });
  });

  it("that hangs is given up, and the next question gets a new one", async () => {
    const { answering } = await start();
    await expect(answering.ask("hang")).rejects.toMatchObject({ kind: "slow" });
    await expect(answering.ask("fine")).resolves.toMatchObject({ question: "fine" });
  });

  it("tells of what its watch took in", async () => {
    const { answering, seen } = await start({ watch: true });
    await answering.ask("a");
    expect(seen.refreshed).toBe(1);
  });
});
