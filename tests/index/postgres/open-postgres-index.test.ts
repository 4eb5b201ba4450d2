import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createApp } from "../../../src/app.ts";
import { readConfig } from "../../../src/config.ts";
import { openIndex } from "../../../src/index/open-index.ts";
import { examineDatabase } from "../../../src/index/postgres/examine-database.ts";
import { openSharedRecords } from "../../../src/index/postgres/shared-records.ts";
import { HashEmbedder } from "../../doubles/hash-embedder.ts";
import { DATABASE_NAME, startTestDatabase, type TestDatabase } from "../../doubles/postgres/test-database.ts";
import { readWholeIndex } from "./whole-index.ts";

let database: TestDatabase;
let folder: string;
let corpusPath: string;
let corpora = 0;

beforeAll(async () => {
  [database, folder] = await Promise.all([startTestDatabase(), mkdtemp(join(tmpdir(), "footnote-opening-"))]);
});

afterAll(async () => {
  await database.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  corpusPath = join(folder, `corpus-${++corpora}`);
  await mkdir(join(corpusPath, "b"), { recursive: true });
  await writeFile(join(corpusPath, "harbour.md"), "# The harbour\n\nIce held 14 ships in the harbour.\n");
  await writeFile(join(corpusPath, "b", "tide.md"), "High water stood at noon. __proto__ and constructor.\n");
});

const open = (options: Partial<Parameters<typeof openIndex>[0]> = {}) =>
  openIndex({ corpusPath, indexPath: database.url, embedder: null, ...options });

describe(`an index on ${DATABASE_NAME}`, () => {
  it("says what is new, changed, removed and unchanged, and counts as one made anew would", async () => {
    const first = await open();
    expect(first.report).toMatchObject({ new: ["b/tide.md", "harbour.md"], rebuilt: null });
    await first.index.close();
    expect((await reopen()).unchanged).toEqual(["b/tide.md", "harbour.md"]);
    await writeFile(join(corpusPath, "harbour.md"), "The harbour thawed in March.\n");
    await rename(join(corpusPath, "b", "tide.md"), join(corpusPath, "b", "harbour.md"));
    await writeFile(join(corpusPath, "pilots.txt"), "Pilots: 12\n");
    const second = await open();
    expect(second.report).toMatchObject({
      ...{
        new: ["b/harbour.md", "pilots.txt"],
        changed: ["harbour.md"],
        removed: ["b/tide.md"],
        rebuilt: null,
      },
    });
    await readWholeIndex(second.index);
    const anew = await open({ force: true });
    expect(anew.report.rebuilt).toBe("it was asked for");
    expect(anew.index.revision).toBe(second.index.revision);
    expect(anew.index.sources.map(({ id }) => id)).toEqual(second.index.sources.map(({ id }) => id));
    await readWholeIndex(anew.index);
    expect(anew.index.statistics).toEqual(second.index.statistics);
    await anew.index.close();
    await second.index.close();
  });

  it("keeps several corpora apart", async () => {
    const one = await open();
    const other = join(folder, `other-${corpora}`);
    await mkdir(other);
    await writeFile(join(other, "ice.md"), "Ice held the river.\n");
    const two = await open({ corpusPath: other });
    expect((await two.index.searchFullText(["ice"], 9)).length).toBe(1);
    expect((await two.index.termFrequencies(["ship"])).get("ship")).toEqual({ passages: 0, sentences: 0 });
    expect((await one.index.searchFullText(["ice"], 9)).length).toBe(1);
    for (const { index } of [one, two]) {
      await readWholeIndex(index);
      await index.close();
    }
  });

  it("is read where the corpus is not, and where nothing may be written", async () => {
    const named = database.urlWith({ settings: `corpus=shared-${corpora}` });
    await (await open({ indexPath: named })).index.close();
    const away = await open({ indexPath: named, corpusPath: join(folder, "nowhere") });
    expect(away.report.notes).toEqual([expect.stringContaining("not on this machine")]);
    expect((await readWholeIndex(away.index)).size).toBe(2);
    await away.index.close();
    await writeFile(join(corpusPath, "harbour.md"), "Other words.\n");
    const reader = await open({ indexPath: `${named}&access=read` });
    expect(reader.report.notes).toEqual([expect.stringContaining("may not be written")]);
    expect((await readWholeIndex(reader.index)).get("harbour.md")).toContain("Ice held 14 ships");
    await reader.index.close();
    await expect(open({ corpusPath: join(folder, "nowhere") })).rejects.toMatchObject({ name: "UserError" });
  });

  it("is followed by an app elsewhere within seconds, without a restart", async () => {
    const named = database.urlWith({ settings: `corpus=followed-${corpora}` });
    const environment = { FOOTNOTE_EMBEDDER: "none" };
    const builder = await createApp(readConfig({ corpus: corpusPath, index: named }, environment));
    const away = { corpus: join(folder, "nowhere"), index: `${named}&access=read` };
    const reader = await createApp(readConfig(away, environment));
    const question = "How many ships did ice hold in the harbour?";
    expect((await reader.ask(question)).citations[0]?.quote).toContain("14 ships");
    await writeFile(join(corpusPath, "harbour.md"), "# The harbour\n\nIce held 15 ships in the harbour.\n");
    await builder.refresh();
    const newest = async () => (await reader.ask(question)).citations[0]?.quote;
    await expect.poll(newest, { timeout: 20_000, interval: 300 }).toContain("15 ships");
    expect(reader.revision).toBe(builder.revision);
    expect((await reader.find("Ice held 15 ships in the harbour.")).verdict).toBe("exact");
    expect((await reader.cite("harbour:2.1", 0)).citation.quote).toBe("Ice held 15 ships in the harbour.");
    await reader.close();
    await builder.close();
  });

  it("is made beside the other one when the embedder changes, and both can be read", async () => {
    if (!database.hasVectors) return;
    const plain = await open();
    const embedder = new HashEmbedder();
    const made = await open({ embedder });
    expect(made.report).toMatchObject({ rebuilt: expect.stringContaining("no embedder"), new: [] });
    expect(made.index.hasVectors).toBe(true);
    expect(made.report.embedded).toBeGreaterThan(0);
    expect(plain.index.hasVectors).toBe(false);
    await readWholeIndex(plain.index);
    const sentences = embedder.embedded.filter((text) => text.includes(" "));
    await writeFile(join(corpusPath, "harbour.md"), "# The harbour\n\nIce held 15 ships in the harbour.\n");
    const changed = await open({ embedder });
    expect(changed.report).toMatchObject({ changed: ["harbour.md"], embedded: 1, rebuilt: null });
    expect(embedder.embedded.filter((text) => text.includes(" "))).toEqual([
      ...sentences,
      "Ice held 15 ships in the harbour.",
    ]);
    await readWholeIndex(changed.index);
    for (const { index } of [plain, made, changed]) await index.close();
  });

  it("searches many vectors by a graph, and finds what comparing all of them finds", async () => {
    if (!database.hasVectors) return;
    const word = (at: number): string => `w${"abcdefghijklmnopqrstuvwxyz"[at % 26]}${"aeiou"[at % 5]}`;
    const sentences = Array.from(
      { length: 5_100 },
      (_, at) => `The ${word(at)} ${word(at * 7)} ${word(at >> 5)}. `,
    );
    await writeFile(join(corpusPath, "many.md"), sentences.join(""));
    const embedder = new HashEmbedder({ dimensions: 8 });
    const { index } = await open({ embedder });
    const all = index.sources.map(({ id }) => id);
    const graphs = await database.query(
      `SELECT 1 FROM pg_indexes WHERE schemaname = '${database.schema}' AND indexdef LIKE '%hnsw%'`,
    );
    expect(graphs.length).toBeGreaterThan(0);
    for (const text of ["the waa", "ships in ice", "wbe wci"]) {
      const vector = await embedder.embedQuery(text);
      const exact = await index.searchVectors(vector, 20, all);
      const found = await index.searchVectors(vector, 20);
      const names = new Set(exact.map(({ key, sentence }) => `${key} ${sentence}`));
      expect(found).toHaveLength(20);
      expect(found.filter(({ key, sentence }) => names.has(`${key} ${sentence}`)).length).toBeGreaterThan(17);
    }
    await index.close();
  }, 60_000);

  it("is spoken to with TLS or without where the address leaves that open", async () => {
    for (const mode of ["prefer", "allow"]) {
      const { index } = await open({ indexPath: database.urlWith({ settings: `sslmode=${mode}` }) });
      expect((await index.searchFullText(["ice"], 9)).length).toBe(1);
      await index.close();
    }
  });

  it("can be examined, without its password", async () => {
    await (await open()).index.close();
    const found = await examineDatabase(database.url, corpusPath);
    expect(found).toMatchObject({ isWritable: true, indexed: { passages: 2, embedder: null } });
    expect(JSON.stringify(found)).not.toContain("secret");
  });
});

describe(`records that processes share on ${DATABASE_NAME}`, () => {
  it("are found by others, the newest of a group last, until they are dropped", async () => {
    const [one, two] = [openSharedRecords(database.url), openSharedRecords(database.url)];
    for (const at of [3, 1, 2]) await one.add({ id: `r${at}`, group: "g", at, body: `{"n":${at}}` });
    await two.add({ id: "r3", group: "g", at: 9, body: "another" });
    expect(await two.get("r3")).toEqual({ id: "r3", group: "g", at: 3, body: '{"n":3}' });
    expect((await two.newestOf("g", 2)).map(({ id }) => id)).toEqual(["r2", "r3"]);
    await two.dropBefore(3);
    expect((await one.newestOf("g", 9)).map(({ id }) => id)).toEqual(["r3"]);
    expect(await one.get("r1")).toBeNull();
    await Promise.all([one.close(), two.close()]);
  });

  it("are removed by id and by group, for all", async () => {
    const [one, two] = [openSharedRecords(database.url), openSharedRecords(database.url)];
    for (const id of ["x1", "x2", "x3"])
      await one.add({ id, group: id === "x1" ? null : "h", at: 5, body: id });
    expect((await two.remove(["x1", "none"], [])).map(({ body }) => body)).toEqual(["x1"]);
    expect((await two.remove([], ["h"])).map(({ id }) => id).sort()).toEqual(["x2", "x3"]);
    expect(await one.newestOf("h", 9)).toEqual([]);
    await Promise.all([one.close(), two.close()]);
  });
});

async function reopen() {
  const { index, report } = await open();
  await index.close();
  return report;
}
