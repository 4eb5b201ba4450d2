import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../../src/index/postgres/database.ts";
import { parseDatabaseUrl } from "../../../src/index/postgres/database-address.ts";
import { openSharedRecords } from "../../../src/index/postgres/shared-records.ts";
import { fromStored, fromStoredValue, jsonText, toStored } from "../../../src/index/postgres/stored-text.ts";
import { DATABASE_NAME, startTestDatabase, type TestDatabase } from "../../doubles/postgres/test-database.ts";

/** Any code units, the troublesome ones often: NUL, halves of surrogate pairs, the mark, its digits, quotes. */
const anyString = fc
  .array(
    fc.oneof(
      fc.integer({ min: 0, max: 0xffff }),
      fc.constantFrom(
        0,
        0xd800,
        0xdbff,
        0xdc00,
        0xdfff,
        0xfdd0,
        0xffff,
        0x30,
        0x66,
        0x64,
        0x5c,
        0x27,
        0x22,
        0x0a,
      ),
    ),
    { maxLength: 60 },
  )
  .map((units) => String.fromCharCode(...units));
const MEGABYTE = `${"Plain words, and then: ".repeat(5)}\0\ud800\ufdd0fdd0😀\udc00'"\\\n`.repeat(9_000);

describe("a string as it is stored", () => {
  it("holds nothing that PostgreSQL does not take, and is read as it was", () => {
    fc.assert(
      fc.property(anyString, (text) => {
        const stored = toStored(text);
        expect(stored.isWellFormed() && !stored.includes("\0")).toBe(true);
        expect(fromStored(stored)).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it("is another one for another string", () => {
    fc.assert(
      fc.property(anyString, anyString, (one, other) => {
        expect(toStored(one) === toStored(other)).toBe(one === other);
      }),
    );
  });

  it("is itself when nothing in it is troublesome", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        if (!/[\0\ufdd0]/.test(text)) expect(toStored(text)).toBe(text);
      }),
    );
  });
});

describe(`any string on ${DATABASE_NAME}`, () => {
  let server: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    server = await startTestDatabase();
    database = await openDatabase(parseDatabaseUrl(server.url));
  });
  afterAll(async () => {
    await database.close();
    await server.stop();
  });

  const throughServer = async (text: string) => {
    const [row] = await database.read<{ one: string; list: string[]; nested: unknown; keyed: unknown }>(
      "SELECT $1::text AS one, $2::text[] AS list, $3::json AS nested, $4::jsonb AS keyed",
      [text, [text, "", text], jsonText([{ text, more: [text, null, 1] }]), jsonText({ text })],
    );
    return row;
  };
  const asGiven = (text: string) => ({
    one: text,
    list: [text, "", text],
    nested: [{ text, more: [text, null, 1] }],
    keyed: { text },
  });

  it("comes back as it went in: alone, in a list, in JSON", async () => {
    await fc.assert(
      fc.asyncProperty(anyString, async (text) => {
        expect(await throughServer(text)).toEqual(asGiven(text));
      }),
      { numRuns: 150 },
    );
  });

  it("comes back as it went in when it is long", async () => {
    expect(MEGABYTE.length).toBeGreaterThan(1_000_000);
    const [row] = await database.read<{ one: string; nested: string[] }>(
      "SELECT $1::text AS one, $2::json AS nested",
      [MEGABYTE, jsonText([MEGABYTE])],
    );
    expect(row?.one === MEGABYTE && row.nested[0] === MEGABYTE).toBe(true);
  });

  it("comes back as it went in from a record that processes share", async () => {
    const [one, two] = [openSharedRecords(server.url), openSharedRecords(server.url)];
    await fc.assert(
      fc.asyncProperty(fc.uuid(), anyString, anyString, async (id, group, body) => {
        const record = { id, group, at: 1, body };
        await one.add(record);
        expect(await two.get(id)).toEqual(record);
        expect(await two.newestOf(group, 9)).toContainEqual(record);
      }),
      { numRuns: 40 },
    );
    await Promise.all([one.close(), two.close()]);
  });

  it("leaves what is no string alone", () => {
    const bytes = Buffer.from([0, 255]);
    expect(fromStoredValue({ bytes, at: 1, no: null, yes: true, list: [1, 2] })).toEqual({
      ...{ bytes, at: 1, no: null, yes: true, list: [1, 2] },
    });
  });
});
