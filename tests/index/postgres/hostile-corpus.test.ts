/** Whatever stands in files: the answers of a database are those of a folder, to the last character. */
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, createApp } from "../../../src/app.ts";
import { readConfig } from "../../../src/config.ts";
import type { Source } from "../../../src/corpus/source.ts";
import type { CorpusIndex } from "../../../src/index/corpus-index.ts";
import { openIndex } from "../../../src/index/open-index.ts";
import { MIGRATIONS } from "../../../src/index/postgres/migrations.ts";
import { toStored } from "../../../src/index/postgres/stored-text.ts";
import { HashEmbedder } from "../../doubles/hash-embedder.ts";
import { DATABASE_NAME, startTestDatabase, type TestDatabase } from "../../doubles/postgres/test-database.ts";
import { readWholeIndex } from "./whole-index.ts";

const front = (fields: string, text: string) => `---\n${fields}\n---\n${text}`;
const FILES: Readonly<Record<string, string>> = {
  "nul.md": front(
    'title: "The a\\0b report"\nauthor: "N\\0"\ndate: "19\\063"',
    "Ice held 14 ships in the harbour.\n",
  ),
  "half.md": front(
    'title: "Half \\uD800 a pair"\nauthor: "\\uDC00"',
    "The pilot Ines Abara counted 9 ships.\n",
  ),
  "mark.md": front('title: "\\uFDD0fdd0 \ufdd0"', "The mark \ufdd0fdd0 stands for 3 tides.\n"),
  "text.md": "# A \0 heading \ufdd0\n\nHigh water\0stood at noon.\0\n\n- first\0item\n- 12 \ufffe items\n",
  "text.txt": "\ufeff\0\0\r\n\r\nA line of 5 words.\r\n\u2028Another\u0085one.\r\n",
  "names/'; DROP TABLE sources; --.md": "The keeper wrote 7 letters.\n",
  'names/"quoted" \\ back.md': "The keeper wrote 8 letters to \\'him\\'.\n",
  "names/__proto__.md": "__proto__ and constructor, hasOwnProperty and toString, 4 words.\n",
  "names/e\u0301\ufdd0😀.md": "Émile sold 21 lamps; émile e\u0301mile E\u0301MILE.\n",
  "long.md": `# ${"Heading of very many different words ".repeat(300)}\n\n${"x".repeat(70_000)} ends 6 lines.\n`,
  "odd-words.txt": `${"ỗ".repeat(300)} ${"東京".repeat(400)} a'b'c \\x 'quoted''s' & | ! ( ) <-> :* 100%_ %s $1 \\u0000 stand here.\n`,
};
const QUESTIONS = [
  "How many ships did ice hold in the harbour?",
  "How many ships did the pilot Ines Abara count?",
  "What stands for 3 tides?",
  "When was high\0water?",
  "How many letters did the keeper write?",
  "How many lamps did Émile sell?",
  "What about \ud800 and \udfff ships?",
  "__proto__ constructor toString",
  "' & | ! <-> :* \\ %_ $1 \ufdd0",
  "東京 ỗỗỗ",
  "Who is the mayor of nowhere?",
];

let database: TestDatabase;
let folder: string;
let corpus: string;

beforeAll(async () => {
  [database, folder] = await Promise.all([startTestDatabase(), mkdtemp(join(tmpdir(), "footnote-hostile-"))]);
  corpus = join(folder, "corpus");
  await mkdir(join(corpus, "names"), { recursive: true });
  for (const [file, text] of Object.entries(FILES)) await writeFile(join(corpus, file), text);
});

afterAll(async () => {
  await database.stop();
  await rm(folder, { recursive: true, force: true });
});

describe(`a hostile corpus on ${DATABASE_NAME}`, () => {
  it("gives the sources, passages, words and ranks of a folder", async () => {
    const embedder = database.hasVectors ? new HashEmbedder() : null;
    const [inFolder, inDatabase] = await Promise.all(
      [join(folder, "index"), database.url].map((indexPath) =>
        openIndex({ corpusPath: corpus, indexPath, embedder }),
      ),
    );
    if (inFolder === undefined || inDatabase === undefined) throw new Error("not opened");
    expect(inDatabase.report).toEqual(inFolder.report);
    expect(await readWholeIndex(inDatabase.index)).toEqual(await readWholeIndex(inFolder.index));
    expect(inDatabase.index.sources.map((source) => ({ ...source }))).toEqual(
      inFolder.index.sources.map((source) => ({ ...source })),
    );
    for (const term of [
      "ship",
      "keeper",
      "__proto__",
      "constructor",
      "\0",
      "\ud800",
      "東京",
      "ỗ".repeat(64),
      "'",
    ])
      expect(await lookUp(inDatabase.index, term)).toEqual(await lookUp(inFolder.index, term));
    await Promise.all([inFolder.index.close(), inDatabase.index.close()]);
    const again = await openIndex({ corpusPath: corpus, indexPath: database.url, embedder });
    expect(again.report).toMatchObject({ new: [], changed: [], removed: [] });
    await again.index.close();
  });

  it("gets the answers, citations and checks of a folder", async () => {
    const [inFolder, inDatabase] = await Promise.all(
      [join(folder, "index"), database.url].map((index) =>
        createApp(readConfig({ corpus, index }, { FOOTNOTE_EMBEDDER: "none" })),
      ),
    );
    if (inFolder === undefined || inDatabase === undefined) throw new Error("not opened");
    for (const question of QUESTIONS)
      expect(await answerOf(inDatabase, question)).toEqual(await answerOf(inFolder, question));
    for (const claim of [
      "Ice held 15 ships in the harbour.",
      "High water\0stood at noon.",
      "The mark \ufdd0fdd0",
    ])
      expect(await inDatabase.find(claim)).toEqual(await inFolder.find(claim));
    expect(await inDatabase.sources()).toEqual(await inFolder.sources());
    await Promise.all([inFolder.close(), inDatabase.close()]);
  });
});

describe(`front matter of any kind on ${DATABASE_NAME}`, () => {
  it("is what it is in a folder", async () => {
    const corpusPath = join(folder, "drawn");
    await mkdir(corpusPath);
    const anyString = fc
      .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.constantFrom(0, 0xd800, 0xdc00, 0xfdd0, 0x5c)))
      .map((units) => String.fromCharCode(...units));
    const drawn = fc.sample(fc.tuple(anyString, anyString, anyString, anyString), { seed: 7, numRuns: 120 });
    for (const [at, [title, author, date, text]] of drawn.entries()) {
      const fields = Object.entries({ title, author, date }).map(
        ([name, value]) => `${name}: ${escaped(value)}`,
      );
      await writeFile(join(corpusPath, `${at}.md`), front(fields.join("\n"), `Ship ${at} came. ${text}\n`));
    }
    const [inFolder, inDatabase] = await Promise.all(
      [join(folder, "index"), database.url].map((indexPath) =>
        openIndex({ corpusPath, indexPath, embedder: null }),
      ),
    );
    if (inFolder === undefined || inDatabase === undefined) throw new Error("not opened");
    expect(await readWholeIndex(inDatabase.index)).toEqual(await readWholeIndex(inFolder.index));
    expect(inDatabase.index.sources.map((source) => ({ ...source }))).toEqual(
      inFolder.index.sources.map((source) => ({ ...source })),
    );
    const titles = inDatabase.index.sources.map(({ title }) => title).join("");
    expect(titles.includes("\0") && titles.includes("\ufdd0") && !titles.isWellFormed()).toBe(true);
    await Promise.all([inFolder.index.close(), inDatabase.index.close()]);
  });
});

/** As YAML writes any string. */
function escaped(text: string): string {
  const units = Array.from({ length: text.length }, (_, at) =>
    text.charCodeAt(at).toString(16).padStart(4, "0"),
  );
  return `"${units.map((digits) => `\\u${digits}`).join("")}"`;
}

describe(`a database that an older version filled, on ${DATABASE_NAME}`, () => {
  it("gives its strings as they were, also those that it could not read itself", async () => {
    const schema = `${database.schema}_old`;
    const url = database.url.replace(`schema=${database.schema}`, `schema=${schema}`);
    const older = join(folder, "older");
    await cp(corpus, older, { recursive: true });
    await rm(join(older, "half.md"));
    const open = () => openIndex({ corpusPath: older, indexPath: url, embedder: null });
    const first = await open();
    const before = first.index.sources.map(aboutOf);
    await first.index.close();
    await asVersionTwo(schema, before);
    expect((await open()).report).toMatchObject({ changed: [], new: [], removed: [] });
    const second = await open();
    expect(second.index.sources.map(aboutOf)).toEqual(before);
    expect(before.map(({ title }) => title).join()).toMatch(/\ufdd0.*\0/s);
    await readWholeIndex(second.index);
    await second.index.close();
    const [row] = await database.query<{ version: number }>(
      `SELECT version FROM "${schema}".footnote_schema`,
    );
    expect(row?.version).toBe(MIGRATIONS.length);
    await database.query(`DROP SCHEMA "${schema}" CASCADE`);
  });
});

const aboutOf = ({ file, format, title, author, date, url }: Source) => ({
  ...{ file, format, title, author, date, url },
});

/** As version 2 wrote it: plain JSON, and names as they are. Half a pair it could not write at all. */
async function asVersionTwo(schema: string, sources: readonly ReturnType<typeof aboutOf>[]): Promise<void> {
  for (const { file, ...about } of sources) {
    const stored = JSON.stringify({ ...about, encoding: "utf8" });
    const rows = await database.query(
      `UPDATE "${schema}".sources SET file = $1, about = $2::json WHERE file = $3 RETURNING 1`,
      [file, stored, toStored(file)],
    );
    expect(rows).toHaveLength(1);
  }
  await database.query(`DELETE FROM "${schema}".looks`);
  await database.query(`UPDATE "${schema}".footnote_schema SET version = 2`);
}

async function lookUp(index: CorpusIndex, term: string) {
  const found = await index.searchFullText([term, "letter"], 20);
  return {
    frequencies: await index.termFrequencies([term]),
    near: await index.termsNear(term),
    found: found.map(({ key, score }) => [key, score.toFixed(9)]),
  };
}

async function answerOf(app: App, question: string) {
  const { timings: _, ...answer } = await app.ask(question);
  return answer;
}
