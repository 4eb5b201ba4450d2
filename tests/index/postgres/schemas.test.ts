/** Which schemas are taken, made, brought up to date or refused; and that nothing is ever written into a foreign one. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { UserError } from "../../../src/errors.ts";
import { openIndex } from "../../../src/index/open-index.ts";
import { examineDatabase } from "../../../src/index/postgres/examine-database.ts";
import { MIGRATIONS } from "../../../src/index/postgres/migrations.ts";
import { openSharedRecords } from "../../../src/index/postgres/shared-records.ts";
import { DATABASE_NAME, startTestDatabase, type TestDatabase } from "../../doubles/postgres/test-database.ts";
import { readWholeIndex } from "./whole-index.ts";

let database: TestDatabase;
let folder: string;
let corpusPath: string;

beforeAll(async () => {
  [database, folder] = await Promise.all([startTestDatabase(), mkdtemp(join(tmpdir(), "footnote-schemas-"))]);
  corpusPath = join(folder, "harbour.md");
  await writeFile(corpusPath, "Ice held 14 ships in the harbour.\n");
});

afterAll(async () => {
  await database.stop();
  await rm(folder, { recursive: true, force: true });
});

const urlOf = (schema: string) => database.url.replace(`schema=${database.schema}`, `schema=${schema}`);
const open = (schema: string, settings = "") =>
  openIndex({ corpusPath, indexPath: `${urlOf(schema)}${settings}`, embedder: null });
const listObjects = (schema: string) =>
  database.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = $1 ORDER BY 1`,
    [schema],
  );
/** A schema for one test, with what it holds from the start. */
async function withSchema(
  work: (schema: string) => Promise<void>,
  ...made: readonly string[]
): Promise<void> {
  const schema = `${database.schema}_own`;
  await database.query(`CREATE SCHEMA "${schema}"`);
  try {
    for (const statement of made) await database.query(statement.replaceAll("OWN", `"${schema}"`));
    await work(schema);
  } finally {
    await database.query(`DROP SCHEMA "${schema}" CASCADE`);
  }
}

describe(`a schema on ${DATABASE_NAME}`, () => {
  it.each(["user", "select", "order", "table", "_", "a".repeat(63)])("may be called %s", async (schema) => {
    const { index } = await open(schema);
    expect((await readWholeIndex(index)).size).toBe(1);
    await index.close();
    const records = openSharedRecords(urlOf(schema));
    await records.add({ id: "x", group: null, at: 1, body: "y" });
    expect(await records.get("x")).toMatchObject({ body: "y" });
    await records.close();
    expect(await examineDatabase(urlOf(schema), corpusPath)).toMatchObject({ indexed: { passages: 1 } });
    await database.query(`DROP SCHEMA "${schema}" CASCADE`);
  });

  it("that is there and empty is taken", async () => {
    await withSchema(async (schema) => {
      await (await open(schema)).index.close();
    });
  });

  const FOREIGN: readonly (readonly [string, readonly string[]])[] = [
    ["a table", ["CREATE TABLE OWN.news (a integer)"]],
    ["a table by one of our names", ["CREATE TABLE OWN.sources (a integer)"]],
    ["a view", ["CREATE VIEW OWN.v AS SELECT 1"]],
    ["a sequence", ["CREATE SEQUENCE OWN.s"]],
    [
      "a version that is no number",
      ["CREATE TABLE OWN.footnote_schema (version text)", "INSERT INTO OWN.footnote_schema VALUES ('3')"],
    ],
    ["a table of versions with other columns", ["CREATE TABLE OWN.footnote_schema (a integer)"]],
    ["a table of versions without one", ["CREATE TABLE OWN.footnote_schema (version integer)"]],
    [
      "a version below the first",
      ["CREATE TABLE OWN.footnote_schema (version integer)", "INSERT INTO OWN.footnote_schema VALUES (0)"],
    ],
    [
      "two versions",
      [
        "CREATE TABLE OWN.footnote_schema (version integer)",
        "INSERT INTO OWN.footnote_schema VALUES (1), (2)",
      ],
    ],
    [
      "the version and no tables",
      [
        "CREATE TABLE OWN.footnote_schema (version integer)",
        `INSERT INTO OWN.footnote_schema VALUES (${MIGRATIONS.length})`,
      ],
    ],
    [
      "an older version and foreign tables",
      [
        "CREATE TABLE OWN.footnote_schema (version integer)",
        "INSERT INTO OWN.footnote_schema VALUES (1)",
        "CREATE TABLE OWN.records (a integer)",
      ],
    ],
    [
      "a newer version",
      ["CREATE TABLE OWN.footnote_schema (version integer)", "INSERT INTO OWN.footnote_schema VALUES (99)"],
    ],
  ];
  it.each(FOREIGN)("that holds %s is refused, and stays as it is", async (_, made) => {
    await withSchema(
      async (schema) => {
        const before = await listObjects(schema);
        for (const settings of ["", "&access=read"]) {
          const fault: unknown = await open(schema, settings).catch((error: unknown) => error);
          expect(fault).toBeInstanceOf(UserError);
          expect((fault as UserError).message).toMatch(/schema|database/);
        }
        expect(await listObjects(schema)).toEqual(before);
      },
      ...made,
    );
  });

  it("that is refused is told by the doctor too, who changes nothing", async () => {
    const { index } = await open(database.schema);
    await index.close();
    for (const made of [
      "CREATE TABLE OWN.news (a integer)",
      "CREATE TABLE OWN.footnote_schema AS SELECT 99 AS version",
    ])
      await withSchema(async (schema) => {
        const before = await listObjects(schema);
        const found = await examineDatabase(urlOf(schema), corpusPath);
        expect(found).toMatchObject({ schemaFault: { name: "UserError" }, indexed: null });
        expect(await listObjects(schema)).toEqual(before);
      }, made);
  });

  it("that holds an older version is brought up to date, but not by who only reads", async () => {
    await withSchema(async (schema) => {
      await (await open(schema)).index.close();
      await database.query(`UPDATE "${schema}".footnote_schema SET version = 2`);
      await expect(open(schema, "&access=read")).rejects.toThrow("older Footnote");
      const { index, report } = await open(schema);
      expect(report).toMatchObject({ new: [], changed: [], rebuilt: null });
      await index.close();
      await (await open(schema, "&access=read")).index.close();
    });
  });
});

describe(`a corpus on ${DATABASE_NAME}`, () => {
  it.each(["Nouvelles du soir", "ニュース", "हिन्दी", "a.b-c_d", "A".repeat(100), "select", "__proto__"])(
    "may be called %s, and is another one than all others",
    async (name) => {
      const named = `&corpus=${encodeURIComponent(name)}`;
      await (await open(database.schema, named)).index.close();
      const away = await openIndex({
        corpusPath: join(folder, "nowhere"),
        indexPath: `${database.url}${named}`,
        embedder: null,
      });
      expect((await readWholeIndex(away.index)).size).toBe(1);
      await away.index.close();
      const rows = await database.query(`SELECT 1 FROM "${database.schema}".corpora WHERE name = $1`, [name]);
      expect(rows).toHaveLength(1);
    },
  );

  it("is the same one however its accents are typed", async () => {
    await (await open(database.schema, `&corpus=${encodeURIComponent("caf\u00e9")}`)).index.close();
    const again = await open(database.schema, `&corpus=${encodeURIComponent("cafe\u0301")}`);
    expect(again.report.new).toEqual([]);
    await again.index.close();
  });

  it.each(["", " ", "a/b", "a\0b", "a\nb", "\ufffd", "😀", "a".repeat(101)])(
    "may not be called %j",
    async (name) => {
      await expect(open(database.schema, `&corpus=${encodeURIComponent(name)}`)).rejects.toMatchObject({
        name: "UserError",
      });
    },
  );
});
