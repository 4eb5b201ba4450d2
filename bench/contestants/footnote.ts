/** Footnote, as its users have it. */
import { type App, createApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { type Contestant, MOST_FOUND } from "./contestant.ts";

export function footnote(embedder: string | undefined): Contestant {
  const open = (corpus: string, store: string): Promise<App> =>
    createApp(readConfig({ corpus, index: store }, { FOOTNOTE_EMBEDDER: embedder }));
  return {
    unit: "sentences",
    async build(corpus, store) {
      await (await open(corpus, store)).close();
    },
    async open(corpus, store) {
      const app = await open(corpus, store);
      return {
        async search(question) {
          const { status, citations } = await app.ask(question);
          if (status === "abstained") return null;
          return citations
            .slice(0, MOST_FOUND)
            .map(({ source, start, end }) => ({ file: source.file, start, end }));
        },
        close: () => app.close(),
      };
    },
  };
}
