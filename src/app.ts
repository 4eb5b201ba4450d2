/**
 * The composition root: the only file that knows every room. Doors get an App and never see what is behind it.
 */
import { extractAnswer } from "./answer/extract-answer.ts";
import type { Config } from "./config.ts";
import type { Source } from "./corpus/source.ts";
import { UserError } from "./errors.ts";
import type { Answer } from "./ground/answer.ts";
import { citeInContext, findSource, type QuoteInPlace } from "./ground/cite-in-context.ts";
import { groundAnswer } from "./ground/ground-answer.ts";
import { type SourceSummary, summariseSource } from "./ground/source-summary.ts";
import type { CorpusIndex } from "./index/corpus-index.ts";
import type { Embedder } from "./index/embedder.ts";
import { createEmbedder } from "./index/embedders/create-embedder.ts";
import { IndexLease } from "./index/index-lease.ts";
import { openIndex } from "./index/open-index.ts";
import type { RefreshProgress } from "./index/refresh-progress.ts";
import type { RefreshReport } from "./index/refresh-report.ts";
import { extractQuotations, type Quotation } from "./quotes/extract-quotations.ts";
import { createQuoteChecker, type QuoteChecker } from "./quotes/quote-checker.ts";
import { type QuotationReport, type QuoteReport, reportCheck } from "./quotes/report-check.ts";
import { reportVerification, type VerificationReport } from "./quotes/report-verification.ts";
import { verifyCitations } from "./quotes/verify-citations.ts";
import type { Retrieval } from "./retrieve/retrieval.ts";
import { retrieve } from "./retrieve/retrieve.ts";
import { completeQuestion } from "./retrieve/standalone-question.ts";

export { extractQuotations } from "./quotes/extract-quotations.ts";

export interface AppOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: RefreshProgress) => void) | undefined;
  /** Build the index anew. */
  readonly force?: boolean | undefined;
  /** A question follows: the embedder starts at once, beside the opening of the index. */
  readonly asking?: boolean | undefined;
}

export interface AskOptions {
  readonly signal?: AbortSignal | undefined;
  /** The answer before this question in its conversation: a follow-up is completed from it. */
  readonly previous?: Answer | undefined;
  /** Only these sources; by default those of the configuration. */
  readonly sourceIds?: readonly string[] | undefined;
}

export interface DetailedAnswer {
  readonly answer: Answer;
  readonly passages: readonly {
    readonly file: string;
    readonly start: number;
    readonly end: number;
    readonly text: string;
  }[];
}

/** What every door can do. All throw a UserError for what a person can mend. */
export interface App {
  /** What opening the index found and did; replaced by each refresh. */
  readonly report: RefreshReport;
  ask(question: string, options?: AskOptions): Promise<Answer>;
  /** The answer with the passages it was chosen from, best first: for measuring, and for who wants to see more. */
  askInDetail(question: string, options?: AskOptions): Promise<DetailedAnswer>;
  /** The citation of that id, with `around` paragraphs before and after it. */
  cite(id: string, around: number): Promise<QuoteInPlace>;
  sources(): Promise<readonly SourceSummary[]>;
  /** Whether `claimed` stands in the sources, word for word; from `source` when one is named. */
  find(claimed: string, source?: string): Promise<QuoteReport>;
  /** Every quotation in `text`, checked, in order. */
  findQuotations(text: string): Promise<readonly QuotationReport[]>;
  /** The citations of an earlier answer (its JSON, parsed) against the sources of today. */
  verify(answer: unknown): Promise<VerificationReport>;
  /** Brings the index up to date with the files; answers under way finish on the old one. */
  refresh(options?: AppOptions): Promise<RefreshReport>;
  close(): Promise<void>;
}

/** Opens the index of the configured corpus, building or refreshing it first where needed. */
export async function createApp(config: Config, options: AppOptions = {}): Promise<App> {
  const embedder = await createEmbedder(config.embedder, config.services);
  if (options.asking) embedder?.warmUp();
  const open = ({ signal, onProgress, force }: AppOptions) =>
    openIndex({
      corpusPath: config.corpusPath,
      indexPath: config.indexPath,
      embedder,
      ...(signal && { signal }),
      ...(onProgress && { onProgress }),
      ...(force && { force }),
    });
  const first = await open(options).catch(async (error: unknown) => {
    await embedder?.close();
    throw error;
  });
  return new IndexedApp(config, embedder, open, first);
}

interface Opened {
  readonly index: CorpusIndex;
  readonly report: RefreshReport;
}

class IndexedApp implements App {
  readonly #config: Config;
  readonly #embedder: Embedder | null;
  readonly #open: (options: AppOptions) => Promise<Opened>;
  #lease: IndexLease;
  #report: RefreshReport;
  #checker: QuoteChecker | undefined;

  constructor(
    config: Config,
    embedder: Embedder | null,
    open: (options: AppOptions) => Promise<Opened>,
    opened: Opened,
  ) {
    this.#config = config;
    this.#embedder = embedder;
    this.#open = open;
    this.#lease = new IndexLease(opened.index);
    this.#report = opened.report;
  }

  get report(): RefreshReport {
    return this.#report;
  }

  async ask(question: string, options: AskOptions = {}): Promise<Answer> {
    return (await this.askInDetail(question, options)).answer;
  }

  async askInDetail(question: string, options: AskOptions = {}): Promise<DetailedAnswer> {
    if (question.trim() === "")
      throw new UserError("Nothing was asked.", 'Put the question after the command: footnote ask "Who …?"');
    return this.#lease.use((index) => this.#answer(index, question, options));
  }

  async #answer(
    index: CorpusIndex,
    question: string,
    { signal, previous, sourceIds }: AskOptions,
  ): Promise<DetailedAnswer> {
    const only = (sourceIds ?? this.#config.sourceIds).map((id) => findSource(index.sources, id).id);
    const completed = completeQuestion(question, previous && turnOf(previous));
    const started = performance.now();
    const retrieval = await retrieve(index, this.#embedder, completed ?? question, {
      ...(only.length > 0 && { sourceIds: only }),
      ...(signal && { signal }),
    });
    const retrieved = performance.now();
    const grounded = groundAnswer(retrieval, extractAnswer(retrieval.sentences, this.#config.top));
    const ended = performance.now();
    const timings = {
      retrieveMs: milliseconds(retrieved - started),
      answerMs: milliseconds(ended - retrieved),
      totalMs: milliseconds(ended - started),
    };
    const answer = { ...grounded, question, standaloneQuestion: completed, timings };
    return { answer, passages: passagesOf(retrieval) };
  }

  cite(id: string, around: number): Promise<QuoteInPlace> {
    return this.#lease.use((index) => citeInContext(index, id, around));
  }

  sources(): Promise<readonly SourceSummary[]> {
    return this.#lease.use((index) => {
      const summarise = async (source: Source) => summariseSource(source, await index.passagesOf(source.id));
      return Promise.all(index.sources.map(summarise));
    });
  }

  find(claimed: string, source?: string): Promise<QuoteReport> {
    return this.#lease.use((index) => reportCheck(index, this.#checkerOf(index).check(claimed, { source })));
  }

  findQuotations(text: string): Promise<readonly QuotationReport[]> {
    return this.#lease.use((index) => {
      const checker = this.#checkerOf(index);
      const report = async ({ quote, range }: Quotation) => ({
        ...(await reportCheck(index, checker.check(quote))),
        range,
      });
      return Promise.all(extractQuotations(text).map(report));
    });
  }

  verify(answer: unknown): Promise<VerificationReport> {
    return this.#lease.use((index) =>
      reportVerification(index, verifyCitations(this.#checkerOf(index), answer)),
    );
  }

  /** The checker keeps an index of all words: made for the first quote, dropped when the sources change. */
  #checkerOf(index: CorpusIndex): QuoteChecker {
    if (this.#checker?.sources !== index.sources) this.#checker = createQuoteChecker(index.sources);
    return this.#checker;
  }

  async refresh(options: AppOptions = {}): Promise<RefreshReport> {
    const { index, report } = await this.#open(options);
    const before = this.#lease;
    this.#report = report;
    if (index.revision === before.index.revision) await index.close();
    else {
      this.#lease = new IndexLease(index);
      await before.retire();
    }
    return report;
  }

  async close(): Promise<void> {
    await this.#lease.retire();
    await this.#embedder?.close();
  }
}

/** What the next question may lean on. */
function turnOf(answer: Answer) {
  return {
    question: answer.standaloneQuestion ?? answer.question,
    quotes: answer.citations.map(({ quote }) => quote),
  };
}

/** The passages of the ranked sentences, each once. */
function passagesOf({ sentences }: Retrieval): DetailedAnswer["passages"] {
  return [...new Set(sentences.map(({ passage }) => passage))].map(({ source, passage }) => ({
    file: source.file,
    ...passage.range,
    text: source.text.slice(passage.range.start, passage.range.end),
  }));
}

function milliseconds(value: number): number {
  return Math.round(value * 10) / 10;
}
