/** Full text alone: minisearch with its defaults, and the bare BM25 of Footnote's index without anything after it. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import MiniSearch from "minisearch";
import { openIndex } from "../../src/index/open-index.ts";
import { isContentTerm, tokenize } from "../../src/text/tokens.ts";
import { type Contestant, type Found, MOST_FOUND } from "./contestant.ts";
import { paragraphsOf, readFiles } from "./read-files.ts";

const OPTIONS = { fields: ["text"], storeFields: ["file", "start", "end"] };
const FILE = "minisearch.json";

export const minisearch: Contestant = {
  unit: "paragraph",
  async build(corpus, store) {
    const index = new MiniSearch(OPTIONS);
    index.addAll(paragraphsOf(readFiles(corpus)).map((paragraph, id) => ({ id, ...paragraph })));
    writeFileSync(join(store, FILE), JSON.stringify(index));
  },
  async open(_corpus, store) {
    const index = MiniSearch.loadJSON(readFileSync(join(store, FILE), "utf8"), OPTIONS);
    return {
      async search(question) {
        const found = index.search(question).slice(0, MOST_FOUND);
        return found.length === 0
          ? null
          : found.map(({ file, start, end }): Found => ({ file, start: Number(start), end: Number(end) }));
      },
      close: async () => undefined,
    };
  },
};

export const bareBm25: Contestant = {
  unit: "passage",
  async build(corpus, store) {
    const { index } = await openIndex({ corpusPath: corpus, indexPath: store, embedder: null });
    await index.close();
  },
  async open(corpus, store) {
    const { index } = await openIndex({ corpusPath: corpus, indexPath: store, embedder: null });
    return {
      async search(question) {
        const terms = tokenize(question).map(({ term }) => term);
        const content = [...new Set(terms.filter(isContentTerm))];
        const matches = await index.searchFullText(content, MOST_FOUND);
        if (matches.length === 0) return null;
        return Promise.all(
          matches.map(async ({ key }): Promise<Found> => {
            const { source, passage } = await index.passage(key);
            return { file: source.file, ...passage.range };
          }),
        );
      },
      close: () => index.close(),
    };
  },
};
