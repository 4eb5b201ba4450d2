import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CorpusIndex } from "../../../src/index/corpus-index.ts";
import { openIndex } from "../../../src/index/open-index.ts";
import { HashEmbedder } from "../../doubles/hash-embedder.ts";
import { CuttingProxy } from "../../doubles/postgres/cutting-proxy.ts";
import { DATABASE_NAME, startTestDatabase, type TestDatabase } from "../../doubles/postgres/test-database.ts";
import { type Builders, bundleBuilder } from "./start-builder.ts";
import { readWholeIndex } from "./whole-index.ts";

/** A builder is killed before its first statement, and each so many-eth one after it. */
const STEP = 13;

let database: TestDatabase;
let builders: Builders;
let folder: string;
let corpusPath: string;
let url: string;
let corpora = 0;

beforeAll(async () => {
  [database, builders, folder] = await Promise.all([
    startTestDatabase(),
    bundleBuilder(),
    mkdtemp(join(tmpdir(), "footnote-postgres-")),
  ]);
});

afterAll(async () => {
  await database.stop();
  await builders.remove();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  corpora += 1;
  corpusPath = join(folder, `corpus-${corpora}`);
  url = database.urlWith({ settings: `corpus=c${corpora}` });
  await mkdir(corpusPath);
  await writeSource("stays.md", "stays", 3);
  await writeSource("one.md", "first", 4);
  await writeSource("two.md", "first", 4);
});

const writeSource = (file: string, word: string, sentences: number) =>
  writeFile(join(corpusPath, file), textOf(word, sentences));
const open = (settings: { readonly url?: string; readonly corpusPath?: string } = {}) =>
  openIndex({
    corpusPath: settings.corpusPath ?? corpusPath,
    indexPath: settings.url ?? url,
    embedder: database.hasVectors ? new HashEmbedder() : null,
  });
/** What somebody finds who only reads. */
const look = async () => (await open({ url: `${url}&access=read` })).index;
const expireLeases = () =>
  database.query(`UPDATE ${database.schema}.corpora SET builder_until = now() - interval '1 hour'`);

describe(`on ${DATABASE_NAME}, a builder that is killed`, () => {
  it("leaves each source as it was or as it is to be, and the next builder takes up its work", async () => {
    const builder = () => ({ corpusPath, url, hasVectors: database.hasVectors });
    await (await open()).index.close();
    const round = async (number: number): Promise<void> => {
      await writeSource("one.md", `round${number}`, 5);
      await writeSource("two.md", `round${number}`, 2 + (number % 3));
    };
    await round(0);
    const whole = await builders.start(builder());
    expect(whole.errors).toBe("");
    // One connection more or less is a statement more or less.
    const statements = (whole.printed?.statements ?? 0) - 5;
    expect(statements).toBeGreaterThan(3 * STEP);
    const seen = new Set<string>();
    for (let killBefore = 1, number = 1; killBefore <= statements; killBefore += STEP, number++) {
      await round(number);
      expect(await builders.start({ ...builder(), killBefore })).toMatchObject({
        exitCode: null,
        printed: null,
      });
      const index = await look();
      const texts = await readWholeIndex(index);
      await index.close();
      const rounds = ["one.md", "two.md"].map((file) => /round(\d+)/.exec(texts.get(file) ?? "")?.[1]);
      expect(rounds.filter((one) => one !== `${number}` && one !== `${number - 1}`)).toEqual([]);
      seen.add(rounds.map((one) => (one === `${number}` ? "new" : "old")).join(" "));
      await expireLeases();
      const next = await open();
      expect((await readWholeIndex(next.index)).get("two.md")).toBe(
        textOf(`round${number}`, 2 + (number % 3)),
      );
      await next.index.close();
    }
    expect([...seen].sort()).toEqual(expect.arrayContaining(["new new", "old old"]));
  }, 60_000);

  it("has begun an index that nobody sees before it is complete, and that the next one completes", async () => {
    const whole = await builders.start({ corpusPath, url, hasVectors: database.hasVectors });
    const statements = whole.printed?.statements ?? 0;
    for (const share of [0.3, 0.5, 0.7]) {
      const other = database.urlWith({ settings: `corpus=killed-${share}` });
      const killBefore = Math.floor(share * statements);
      const killed = { corpusPath, url: other, hasVectors: database.hasVectors, killBefore };
      expect((await builders.start(killed)).exitCode).toBeNull();
      await expect(open({ url: `${other}&access=read` })).rejects.toThrow("holds no index of this corpus");
      await expireLeases();
      const { index, report } = await open({ url: other });
      expect(report.new).toEqual(["one.md", "stays.md", "two.md"]);
      expect((await readWholeIndex(index)).size).toBe(3);
      expect(index.revision).toBe(whole.printed?.revision);
      await index.close();
    }
  });
});

describe(`on ${DATABASE_NAME}, two builders of one corpus`, () => {
  it("wait for each other, and the second one finds the work done", async () => {
    const builder = { corpusPath, url, hasVectors: database.hasVectors, delayMs: 600 };
    const results = await Promise.all([builders.start(builder), builders.start(builder)]);
    expect(results.map(({ errors }) => errors)).toEqual(["", ""]);
    expect(results[0]?.printed?.revision).toBe(results[1]?.printed?.revision);
    expect(results.map(({ printed }) => printed?.report.new.length).sort()).toEqual([0, 3]);
    const index = await look();
    expect((await readWholeIndex(index)).size).toBe(3);
    await index.close();
  });

  it("make one schema when both find none", async () => {
    const settings = `schema=${database.schema}_twice`;
    const fresh = url.replace(`schema=${database.schema}`, settings);
    const opened = await Promise.all([open({ url: fresh }), open({ url: fresh })]);
    expect(opened[0]?.index.revision).toBe(opened[1]?.index.revision);
    await Promise.all(opened.map(({ index }) => index.close()));
    await database.query(`DROP SCHEMA ${database.schema}_twice CASCADE`);
  });
});

describe(`on ${DATABASE_NAME}, a builder that lost its turn`, () => {
  it("is kept from writing", async () => {
    await (await open()).index.close();
    await writeSource("one.md", "late", 3);
    if (!database.hasVectors) return;
    const embedder = new HashEmbedder();
    const embed = embedder.embedDocuments.bind(embedder);
    embedder.embedDocuments = async (texts) => {
      await database.query(`UPDATE ${database.schema}.corpora SET builder = 'another' WHERE name = $1`, [
        `c${corpora}`,
      ]);
      return embed(texts);
    };
    const late = openIndex({ corpusPath, indexPath: url, embedder });
    await expect(late).rejects.toThrow("taken over the building");
    const index = await look();
    expect((await readWholeIndex(index)).get("one.md")).toBe(textOf("first", 4));
    await index.close();
  });
});

describe(`on ${DATABASE_NAME}, a reader`, () => {
  it("keeps the texts it opened while builders replace them, and then finds the new ones", async () => {
    await (await open()).index.close();
    const reader = await look();
    for (let round = 0; round < 5; round++) {
      await writeSource("one.md", `round${round}`, 3 + round);
      const building = open();
      const seen = await look();
      const texts = await readWholeIndexSources(seen);
      expect(texts.get("one.md")).toMatch(
        round === 0 ? /first|round0/ : new RegExp(`round(?:${round - 1}|${round})`),
      );
      await seen.close();
      await (await building).index.close();
    }
    expect((await readWholeIndexSources(reader)).get("one.md")).toBe(textOf("first", 4));
    const [found] = await reader.searchFullText(["first"], 1);
    expect((await reader.passage(found?.key ?? -1)).source.text).toContain("first");
    const keys = (await reader.searchFullText(["stand"], 100)).map(({ key }) => key);
    expect(keys).toHaveLength(reader.statistics.passages);
    const newer = await waitForNewer(reader);
    expect((await readWholeIndex(newer)).get("one.md")).toBe(textOf("round4", 7));
    await newer.close();
    await reader.close();
  });

  it("whose connections are cut in the middle of an answer asks again by itself", async () => {
    await (await open()).index.close();
    const wire = await CuttingProxy.start(database.host, database.port);
    const settings = `corpus=c${corpora}&access=read`;
    const { index } = await open({ url: database.urlWith({ port: wire.port, settings }) });
    for (const answers of [0, 1, 2]) {
      wire.cutAfter(answers);
      const [found] = await index.searchFullText(["first", "stand"], 3);
      expect((await index.passage(found?.key ?? -1)).source.text).toContain("first");
      expect((await readWholeIndexSources(index)).size).toBe(3);
    }
    expect(wire.cuts).toBeGreaterThanOrEqual(3);
    await index.close();
    await wire.close();
  });

  it("says what is wrong while the database is down, never with its password, and answers when it is back", async () => {
    await (await open()).index.close();
    const wire = await CuttingProxy.start(database.host, database.port);
    const through = database
      .urlWith({ port: wire.port, settings: `corpus=c${corpora}&access=read` })
      .replace(":secret@", ":s3cr3t%40word@");
    const { index } = await open({ url: through });
    wire.goDown();
    const fault = await index.searchFullText(["first"], 3).catch((error: unknown) => error);
    expect(fault).toMatchObject({ name: "UserError", hint: expect.stringContaining("Check that it runs") });
    expect(String(fault)).toContain("cannot be reached");
    expect(String(fault)).not.toMatch(/s3cr3t|secret/);
    await expect(open({ url: through })).rejects.toMatchObject({ name: "UserError" });
    wire.comeBack();
    expect(await index.searchFullText(["first"], 3)).not.toEqual([]);
    await index.close();
    await wire.close();
  });

  it("of a builder whose connections are cut finds the builder's work whole", async () => {
    await (await open()).index.close();
    const wire = await CuttingProxy.start(database.host, database.port);
    const through = database.urlWith({ port: wire.port, settings: `corpus=c${corpora}` });
    for (const answers of [5, 12, 25, 40]) {
      await writeSource("one.md", `cut${answers}`, 4);
      await writeSource("two.md", `cut${answers}`, 3);
      wire.cutAfter(answers);
      const { index } = await open({ url: through });
      const texts = await readWholeIndex(index);
      expect([texts.get("one.md"), texts.get("two.md")]).toEqual([
        textOf(`cut${answers}`, 4),
        textOf(`cut${answers}`, 3),
      ]);
      await index.close();
    }
    expect(wire.cuts).toBe(4);
    await wire.close();
  });
});

/** As `readWholeIndex`, without the counts: those of an older revision may have moved on. */
async function readWholeIndexSources(index: CorpusIndex): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const { id } of index.sources)
    for (const { source, passage } of await index.passagesOf(id)) {
      expect(passage.range.end).toBeLessThanOrEqual(source.text.length);
      texts.set(source.file, source.text);
    }
  return texts;
}

/** It looks every few seconds at most. */
async function waitForNewer(index: CorpusIndex): Promise<CorpusIndex> {
  for (;;) {
    const newer = await index.latest?.();
    if (newer != null) return newer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function textOf(word: string, sentences: number): string {
  return Array.from(
    { length: sentences },
    (_, at) => `The ${word} sentence number ${at} stands here.\n\n`,
  ).join("");
}
