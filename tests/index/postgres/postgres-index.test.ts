import { afterAll, beforeAll, describe } from "vitest";
import { openIndex } from "../../../src/index/open-index.ts";
import { describeCorpusIndex } from "../../contracts/corpus-index.ts";
import { DATABASE_NAME, startTestDatabase, type TestDatabase } from "../../doubles/postgres/test-database.ts";

const database: TestDatabase = await startTestDatabase();

beforeAll(() => undefined);
afterAll(() => database.stop());

describe.skipIf(!database.hasVectors)(
  `PostgresIndex on ${DATABASE_NAME}${database.hasVectors ? "" : " (skipped: it has no pgvector)"}`,
  () => {
    describeCorpusIndex("PostgresIndex", async (corpusPath, embedder) => {
      return (await openIndex({ corpusPath, indexPath: database.url, embedder })).index;
    });
  },
);
