/** Retrieval as a LangChain retriever, for whoever builds chains on it. Kept apart: importing LangChain takes time. */
import { Document } from "@langchain/core/documents";
import { BaseRetriever } from "@langchain/core/retrievers";
import type { Embedder } from "../embedders/embedder.ts";
import type { CorpusIndex } from "../index/corpus-index.ts";
import type { RankedSentence, Retrieval } from "./retrieval.ts";
import { type RetrieveOptions, retrieve } from "./retrieve.ts";

/** What a document says of its place: offsets are UTF-16 code units of the source's text, half-open. */
export interface SentenceMetadata {
  readonly id: string;
  readonly source: string;
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

export class PassageRetriever extends BaseRetriever<SentenceMetadata> {
  static override lc_name(): string {
    return "PassageRetriever";
  }

  lc_namespace = ["footnote", "retrieve"];
  readonly #index: CorpusIndex;
  readonly #embedder: Embedder | null;

  constructor(index: CorpusIndex, embedder: Embedder | null) {
    super();
    this.#index = index;
    this.#embedder = embedder;
  }

  /** Ranked sentences, the zone and the confidence. */
  retrieve(question: string, options?: RetrieveOptions): Promise<Retrieval> {
    return retrieve(this.#index, this.#embedder, question, options);
  }

  /** The ranked sentences as documents; none when the corpus has nothing near the question. */
  override async _getRelevantDocuments(question: string): Promise<Document<SentenceMetadata>[]> {
    const { zone, sentences } = await this.retrieve(question);
    return zone === "nothing" ? [] : sentences.map(documentOf);
  }
}

function documentOf({ passage, sentence, score }: RankedSentence): Document<SentenceMetadata> {
  const { id: source, text } = passage.source;
  const { start, end } = sentence.range;
  const id = `${source}:${sentence.paragraph}.${sentence.number}`;
  return new Document({ pageContent: text.slice(start, end), metadata: { id, source, start, end, score } });
}
