/** All that are compared, by the names in the tables. */
import type { Contestant } from "./contestant.ts";
import { footnote } from "./footnote.ts";
import { bareBm25, minisearch } from "./full-text.ts";
import { allVectors, langchainStock } from "./vectors.ts";

export const CONTESTANTS: Readonly<Record<string, Contestant>> = {
  Footnote: footnote(undefined),
  "Footnote, full text alone": footnote("none"),
  minisearch,
  "BM25 alone": bareBm25,
  "LangChain stock (splitter, HNSWLib)": langchainStock,
  "all vectors compared": allVectors,
};
