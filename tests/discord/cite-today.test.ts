/** Cards made again show where their quotes stand today, over a corpus whose files change. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../src/answers/answer.ts";
import { type App, createApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import type { Answering } from "../../src/discord/answering.ts";
import { citeToday, placeToday } from "../../src/discord/cite-today.ts";
import { createScreenStore } from "../../src/discord/screen-store.ts";
import { createScreens } from "../../src/discord/screens.ts";
import { temporaryFolder } from "./running-bot.ts";

const TEXT =
  "# The tower\n\nThe tower was built in 1931.\n\nThe keeper is Ines Abara. She lives there.\n\nIt is red.\n";
const KEEPER = "The keeper is Ines Abara.";

let app: App;
let answering: Answering;
let file = "";
const folder = temporaryFolder();

beforeAll(async () => {
  const corpus = join(folder, "corpus");
  mkdirSync(corpus);
  file = join(corpus, "tower.md");
  writeFileSync(file, TEXT);
  const config = readConfig({ corpus, index: join(folder, "index") }, { FOOTNOTE_EMBEDDER: "none" });
  app = await createApp(config);
  answering = {
    ask: (question, options = {}) => app.ask(question, options),
    cite: (id, around) => app.cite(id, around),
    sources: () => app.sources(),
    checkQuote: (claimed, source) => app.find(claimed, source),
    quotationsIn: async () => [],
    refresh: async () => ({ added: 0, changed: 0, removed: 0, unchanged: 0 }),
    close: async () => undefined,
  };
});
afterAll(() => app.close());

async function write(text: string): Promise<void> {
  writeFileSync(file, text);
  await app.refresh();
}

/** What a model wrote of the keeper, over the text as it was first. */
async function generated(): Promise<Answer> {
  await write(TEXT);
  const answer = await app.ask("Who is the keeper?");
  const [citation] = answer.citations.filter(({ quote }) => quote.startsWith(KEEPER));
  if (citation === undefined) throw new Error("no citation");
  return {
    ...answer,
    mode: "generative",
    model: "ollama:x",
    statements: [{ text: "Ines Abara keeps the tower.", citations: [1] }],
    citations: [{ ...citation, n: 1 }],
  };
}

const changes: readonly (readonly [string, string, number | null])[] = [
  ["nothing", TEXT, 5],
  ["lines above it that are no paragraph", TEXT.replace("\n\n", "\n\n\n\n\n"), 8],
  ["front matter", `---\ntitle: The red tower\n---\n${TEXT}`, 8],
  ["a paragraph above it", TEXT.replace("# The tower", "# The tower\n\nA new paragraph stands here."), 7],
  ["a sentence before it in its paragraph", TEXT.replace(KEEPER, `It has a keeper. ${KEEPER}`), 5],
  [
    "another place in the file",
    `${TEXT.replace(`${KEEPER} She lives there.\n\n`, "")}\n${KEEPER} She lives there.\n`,
    7,
  ],
  ["another name", TEXT.replace("Ines", "Inez"), null],
  ["a file without it", "# The tower\n\nThe tower is gone.\n", null],
];

describe("a quote that was shown, after a change to", () => {
  it.each(changes)("%s", async (_name, text, line) => {
    const answer = await generated();
    await write(text);
    const today = await citeToday(answering, answer);
    if (line === null) {
      expect(today).toBeNull();
      return;
    }
    const [citation] = today?.citations ?? [];
    expect(citation).toMatchObject({ n: 1, line, quote: answer.citations[0]?.quote });
    expect(text.slice(citation?.start, citation?.end)).toBe(citation?.quote);
    const { citation: cited } = await app.cite(citation?.id ?? "", 0);
    expect(cited.quote).toBe(citation?.quote);
  });

  it("a copy of it nearby is found where it stood", async () => {
    const answer = await generated();
    await write(`${KEEPER}\n\n${TEXT}`.replace("She lives there.", "She lives here."));
    const [was] = answer.citations;
    if (was === undefined) throw new Error("no citation");
    const today = await placeToday(answering, { ...was, quote: KEEPER, end: was.start + KEEPER.length });
    expect(today?.line).toBe(7);
  });
});

describe("a card made again", () => {
  it.each(["extractive", "generative"] as const)("of an %s answer shows today's lines", async (mode) => {
    const answer = await generated();
    const store = createScreenStore(null, () => undefined);
    const written = mode === "generative" ? { ...answering, ask: async () => answer } : answering;
    const made = await createScreens(written, store).make({
      id: "a1",
      kind: "ask",
      inputs: ["Who is the keeper?"],
      source: null,
      owner: "1",
      channel: null,
    });
    const [was] = made.citations.filter(({ quote }) => quote.startsWith(KEEPER));
    await write(TEXT.replace("# The tower", "# The tower\n\nA new paragraph stands here."));
    const again = await createScreens(answering, store).find("a1");
    if (typeof again === "string") throw new Error(again);
    const [now] = again.citations.filter(({ quote }) => quote.startsWith(KEEPER));
    expect([was?.line, now?.line]).toEqual([5, 7]);
    await write(TEXT.replace("Ines", "Inez"));
    expect(await createScreens(answering, store).find("a1")).toBe("changed");
  });
});
