/** However an opening ends, it leaves no connection behind, and a stop ends it whatever it waits for. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Embedder } from "../../../src/embedders/embedder.ts";
import { openIndex } from "../../../src/index/open-index.ts";
import type { RefreshProgress } from "../../../src/index/refresh-progress.ts";
import { HashEmbedder } from "../../doubles/hash-embedder.ts";
import { CuttingProxy } from "../../doubles/postgres/cutting-proxy.ts";
import { startFaultyServer } from "../../doubles/postgres/faulty-server.ts";
import { DATABASE_NAME, startTestDatabase, type TestDatabase } from "../../doubles/postgres/test-database.ts";

let database: TestDatabase;
let wire: CuttingProxy;
let folder: string;
let corpusPath: string;
let url: string;
let corpora = 0;

beforeAll(async () => {
  [database, folder] = await Promise.all([startTestDatabase(), mkdtemp(join(tmpdir(), "footnote-stopped-"))]);
  wire = await CuttingProxy.start(database.host, database.port);
});

afterAll(async () => {
  await wire.close();
  await database.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  corpora += 1;
  corpusPath = join(folder, `corpus-${corpora}`);
  url = database.urlWith({ port: wire.port, settings: `corpus=s${corpora}` });
  await mkdir(corpusPath);
  await writeFile(join(corpusPath, "harbour.md"), "Ice held 14 ships. The keeper wrote a letter.\n");
});

const open = (
  options: {
    readonly corpusPath?: string;
    readonly indexPath?: string;
    readonly embedder?: Embedder;
    readonly signal?: AbortSignal;
    readonly onProgress?: (progress: RefreshProgress) => void;
  } = {},
) => openIndex({ corpusPath, indexPath: url, embedder: null, ...options });
const expectNobodyConnected = (clients: () => number = wire.clients) =>
  expect.poll(clients, { timeout: 10_000, interval: 20 }).toBe(0);
const takeLease = () =>
  database.query(
    `UPDATE "${database.schema}".corpora SET builder = 'another', builder_until = now() + interval '1 hour'`,
  );
const giveLease = () => database.query(`UPDATE "${database.schema}".corpora SET builder = NULL`);

describe(`an opening on ${DATABASE_NAME} that fails`, () => {
  it("leaves nobody connected", async () => {
    await expect(open({ corpusPath: join(folder, "nowhere") })).rejects.toMatchObject({ name: "UserError" });
    await expectNobodyConnected();
    const empty = join(folder, `empty-${corpora}`);
    await mkdir(empty);
    await expect(open({ corpusPath: empty })).rejects.toMatchObject({ name: "UserError" });
    await expectNobodyConnected();
    if (!database.hasVectors) return;
    const broken = new HashEmbedder();
    broken.embedDocuments = () => Promise.reject(new Error("no vectors today"));
    await expect(open({ embedder: broken })).rejects.toThrow("no vectors today");
    await expectNobodyConnected();
    // The right to build was given back.
    await (await open({ embedder: new HashEmbedder() })).index.close();
    await expectNobodyConnected();
  });

  it("leaves what others opened by the same address connected", async () => {
    const { index } = await open();
    await Promise.all(
      Array.from({ length: 5 }, async () => {
        await expect(open({ corpusPath: join(folder, "nowhere"), indexPath: `${url}x` })).rejects.toThrow();
        await (await open()).index.close();
      }),
    );
    expect((await index.searchFullText(["ship"], 1)).length).toBe(1);
    await index.close();
    await expectNobodyConnected();
  });
});

describe(`an opening on ${DATABASE_NAME} that is stopped`, () => {
  /** Fails with the reason of the stop, and not before it. */
  async function expectStopped(
    openWith: (signal: AbortSignal) => Promise<unknown>,
    whenToStop: Promise<unknown>,
  ): Promise<void> {
    const stop = new AbortController();
    const reason = new Error("stopped");
    const opening = openWith(stop.signal).then(
      () => "opened",
      (error: unknown) => error,
    );
    await whenToStop;
    stop.abort(reason);
    expect(await opening).toBe(reason);
  }
  const signalled = () => {
    let give: () => void = () => undefined;
    const given = new Promise<void>((resolve) => {
      give = resolve;
    });
    return { given, give };
  };

  it("while it waits for another builder ends at once, and leaves the turn of the other", async () => {
    await (await open()).index.close();
    await takeLease();
    await writeFile(join(corpusPath, "new.md"), "A second text.\n");
    const { given, give } = signalled();
    await expectStopped(
      (signal) => open({ signal, onProgress: ({ phase }) => phase === "waiting" && give() }),
      given,
    );
    await expectNobodyConnected();
    const [row] = await database.query<{ builder: string }>(
      `SELECT builder FROM "${database.schema}".corpora WHERE name = 's${corpora}'`,
    );
    expect(row?.builder).toBe("another");
    await giveLease();
  });

  it("while it builds gives its turn back, and the next one goes on", async () => {
    const { given, give } = signalled();
    await expectStopped(
      (signal) => open({ signal, onProgress: ({ phase }) => phase === "writing" && give() }),
      given,
    );
    await expectNobodyConnected();
    const { index, report } = await open();
    expect(report.new).toEqual(["harbour.md"]);
    await index.close();
  });

  it("while a server is silent ends at once", async () => {
    for (const isLetIn of [false, true]) {
      const { given, give } = signalled();
      const server = await startFaultyServer((socket) => {
        socket.once("data", () => {
          if (isLetIn) socket.write(Buffer.from("5200000008000000005a0000000549", "hex"));
          give();
        });
      });
      const indexPath = `postgres://me@127.0.0.1:${server.port}/news?connect_timeout=600&timeout=600`;
      await expectStopped((signal) => open({ indexPath, signal }), given);
      await expectNobodyConnected(server.clients);
      await server.close();
    }
  });

  it("while the database is down ends at once", async () => {
    await (await open()).index.close();
    wire.goDown();
    const cuts = () => expect.poll(() => wire.refused, { timeout: 10_000, interval: 20 }).toBeGreaterThan(1);
    await expectStopped((signal) => open({ signal }), cuts());
    wire.comeBack();
    await (await open()).index.close();
  });

  it("before it began asks nothing", async () => {
    await expect(open({ signal: AbortSignal.abort(new Error("stopped")) })).rejects.toThrow("stopped");
    await expectNobodyConnected();
  });

  it("afterwards is no matter to the index that was opened", async () => {
    const stop = new AbortController();
    const { index } = await open({ signal: stop.signal });
    stop.abort();
    expect((await index.searchFullText(["ship"], 1)).length).toBe(1);
    await index.close();
  });
});
