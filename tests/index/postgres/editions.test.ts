/** Several makers share one database: each keeps an edition of its own, and none undoes the work of another. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Embedder } from "../../../src/embedders/embedder.ts";
import { openIndex } from "../../../src/index/open-index.ts";
import { HashEmbedder } from "../../doubles/hash-embedder.ts";
import { DATABASE_NAME, startTestDatabase, type TestDatabase } from "../../doubles/postgres/test-database.ts";

const database: TestDatabase = await startTestDatabase();
let folder: string;
let corpusPath: string;
let url: string;
let corpora = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "footnote-editions-"));
});

afterAll(async () => {
  await database.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  corpora += 1;
  corpusPath = join(folder, `corpus-${corpora}`);
  url = database.urlWith({ settings: `corpus=e${corpora}` });
  await mkdir(corpusPath);
  await writeShips(14);
});

const writeShips = (ships: number) =>
  writeFile(join(corpusPath, "harbour.md"), `Ice held ${ships} ships. The keeper wrote a letter.\n`);
/** What opening with an embedder found and did, and the text it then holds. */
async function use(embedder: Embedder | null, indexPath = url) {
  const { index, report } = await openIndex({ corpusPath, indexPath, embedder });
  await index.loadTexts?.();
  const text = index.sources[0]?.text;
  await index.close();
  return { ...report, text, hasVectors: index.hasVectors };
}
const editions = () =>
  database.query<{ number: number; embedder: string | null; retired: boolean }>(
    `SELECT number, embedder, retired_at IS NOT NULL AS retired FROM "${database.schema}".editions
     WHERE corpus = 'e${corpora}' ORDER BY number`,
  );
const letPass = (interval: string, where = "true") =>
  database.query(
    `UPDATE "${database.schema}".editions SET used_at = used_at - interval '${interval}' WHERE corpus = 'e${corpora}' AND ${where}`,
  );

describe.skipIf(!database.hasVectors)(
  `makers that share a database on ${DATABASE_NAME}${database.hasVectors ? "" : " (skipped: it has no pgvector)"}`,
  () => {
    it("each bring their own edition up to date, and make no edition twice", async () => {
      const makers = [null, new HashEmbedder(), new HashEmbedder({ dimensions: 16 })];
      for (const embedder of makers)
        expect(await use(embedder)).toMatchObject({ text: expect.stringContaining("14") });
      for (const ships of [15, 16]) {
        await writeShips(ships);
        for (const embedder of makers)
          expect(await use(embedder)).toMatchObject({
            ...{ rebuilt: null, changed: ["harbour.md"], hasVectors: embedder !== null },
            text: expect.stringContaining(`${ships}`),
          });
        for (const embedder of makers)
          expect(await use(embedder)).toMatchObject({ rebuilt: null, changed: [] });
      }
      expect(await editions()).toHaveLength(3);
    });

    it("say which edition they read when they may not make their own", async () => {
      await use(null);
      const reader = await use(new HashEmbedder(), `${url}&access=read`);
      expect(reader.notes).toEqual([expect.stringContaining("answers rest on words alone")]);
      expect(await editions()).toHaveLength(1);
    });

    it("keep the editions last used however long ago, and drop the others once nobody has used them for a day", async () => {
      const others = [8, 16, 24, 32].map((dimensions) => new HashEmbedder({ dimensions }));
      for (const embedder of others) {
        await use(embedder);
        await letPass("2 days");
      }
      await use(null);
      const left = (await editions()).filter(({ retired }) => !retired);
      expect(left.map(({ number }) => number)).toEqual(
        (await editions()).slice(-3).map(({ number }) => number),
      );
      expect((await use(others[3] ?? null)).rebuilt).toBeNull();
      expect((await use(others[0] ?? null)).rebuilt).not.toBeNull();
    });

    it("are known to use an edition that they only answer from", async () => {
      const { index } = await openIndex({ corpusPath, indexPath: url, embedder: null });
      await letPass("2 days");
      await expect
        .poll(
          async () => {
            await index.latest?.();
            return (
              await database.query(
                `SELECT 1 FROM "${database.schema}".editions WHERE corpus = 'e${corpora}' AND used_at > now() - interval '1 hour'`,
              )
            ).length;
          },
          { timeout: 20_000, interval: 300 },
        )
        .toBe(1);
      await index.close();
    });

    it("leave each other the vectors that a stopped build has made", async () => {
      const stopped = new HashEmbedder();
      await use(null);
      await database.query(
        `INSERT INTO "${database.schema}".made_vectors (embedder, key, embedding) VALUES ($1, 'another', 'vector')`,
        [`${stopped.id} ${stopped.dimensions}`],
      );
      await use(new HashEmbedder());
      const kept = await database.query(
        `SELECT 1 FROM "${database.schema}".made_vectors WHERE key = 'another'`,
      );
      expect(kept).toHaveLength(1);
    });
  },
);
