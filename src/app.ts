/**
 * The composition root: it puts the rooms together. Doors get an App and never see what is behind it. What no question
 * needs is imported where it is used, so that an answer does not wait for it to load.
 */
import { answerQuestion, type DetailedAnswer } from "./answer-question.ts";
import type { Config } from "./config.ts";
import type { Aliases } from "./corpus/aliases.ts";
import { readAliases } from "./corpus/read-aliases.ts";
import type { Source } from "./corpus/source.ts";
import { UserError } from "./errors.ts";
import type { Answer, StatementShown } from "./ground/answer.ts";
import type { ListedDisagreements } from "./ground/cite-disagreements.ts";
import { citeInContext, findSource, type QuoteInPlace } from "./ground/cite-in-context.ts";
import type { ConversationTurn } from "./ground/conversation-turn.ts";
import { type SourceSummary, summariseSources } from "./ground/source-summary.ts";
import type { CorpusIndex } from "./index/corpus-index.ts";
import type { Embedder } from "./index/embedder.ts";
import { createEmbedder } from "./index/embedders/create-embedder.ts";
import { IndexLease } from "./index/index-lease.ts";
import { type OpenedIndex, openIndex } from "./index/open-index.ts";
import { isDatabaseUrl } from "./index/postgres/database-address.ts";
import type { SharedRecords } from "./index/postgres/shared-records.ts";
import type { RefreshProgress } from "./index/refresh-progress.ts";
import type { RefreshReport } from "./index/refresh-report.ts";
import { createPhrasing, type Phrasing } from "./phrasing.ts";
import type { QuoteChecker } from "./quotes/quote-checker.ts";
import type { QuotationReport, QuoteReport } from "./quotes/report-check.ts";
import type { VerificationReport } from "./quotes/report-verification.ts";
import { extractQuotations, type Quotation } from "./text/extract-quotations.ts";

export interface AppOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: RefreshProgress) => void) | undefined;
  /** Build the index anew. */
  readonly force?: boolean | undefined;
  /** A question follows: the embedder starts at once, beside the opening of the index. */
  readonly asking?: boolean | undefined;
  /** What tells a language model the date of today. */
  readonly clock?: (() => Date) | undefined;
}

export interface AskOptions {
  readonly signal?: AbortSignal | undefined;
  /** The answer before this question in its conversation: a follow-up is completed from it. */
  readonly previous?: Answer | undefined;
  /** The turns of its conversation for a language model, oldest first; the oldest are left out when it is long. */
  readonly history?: readonly ConversationTurn[] | undefined;
  /** Called, in order, as each statement of a language model passes its checks. Not called without a model. */
  readonly onStatement?: ((shown: StatementShown) => void) | undefined;
  /** Answer in the sources' own words, also where there is a language model. */
  readonly withoutModel?: boolean | undefined;
  /** Only these sources; by default those of the configuration. */
  readonly sourceIds?: readonly string[] | undefined;
  /** The index as it is to be seen: for measuring what is answered when some of it is hidden. */
  readonly view?: ((index: CorpusIndex) => CorpusIndex) | undefined;
}

/** What every door can do. All throw a UserError for what a person can mend. */
export interface App {
  /** What opening the index found and did; replaced by each refresh. */
  readonly report: RefreshReport;
  /** Of the index: as long as it is the same, the same question has the same answer. */
  readonly revision: string;
  ask(question: string, options?: AskOptions): Promise<Answer>;
  /** The same with the passages it was chosen from: for measuring. */
  askInDetail(question: string, options?: AskOptions): Promise<DetailedAnswer>;
  /** Hands the open index to `body`: for measuring. */
  readIndex<T>(body: (index: CorpusIndex) => Promise<T>): Promise<T>;
  /** The citation of that id, with `around` paragraphs before and after it; of a source that may be asked. */
  cite(id: string, around: number): Promise<QuoteInPlace>;
  /** What there is to ask: the sources of the configuration where it names some, else all. */
  sources(): Promise<readonly SourceSummary[]>;
  /** Where these sources give different values for the same thing, surest first. */
  disagreements(signal?: AbortSignal): Promise<ListedDisagreements>;
  /** Whether `claimed` stands in these sources, word for word; from `source` when one is named. */
  find(claimed: string, source?: string): Promise<QuoteReport>;
  /** The quotations that stand in `text`, in order. */
  quotationsIn(text: string): readonly Quotation[];
  /** Each of them checked; against `source` when one is named. */
  findQuotations(text: string, source?: string): Promise<readonly QuotationReport[]>;
  /** The citations of an earlier answer (its JSON, parsed) against the sources of today. */
  verify(answer: unknown): Promise<VerificationReport>;
  /** Brings the index up to date with the files; answers under way finish on the old one. */
  refresh(options?: AppOptions): Promise<RefreshReport>;
  /**
   * Makes the vectors that the index of a large corpus still lacks, which may take hours, and takes them in; answers go
   * on meanwhile. Resolves at once where none are lacking.
   */
  completeVectors(options?: AppOptions): Promise<void>;
  /** The same in the background, unless it is under way or nothing is lacking; closing the app ends it. */
  completeMeanwhile(onFault: (error: unknown) => void): void;
  /** Takes over what other processes have made of an index they share; each question does so too. */
  follow(): Promise<void>;
  close(): Promise<void>;
}

/** Sentences learned before the first answer: some half a minute. Where there are more, it rests on words alone. */
const MOST_LEARNED_FIRST = 5_000;

/** Opens the index of the configured corpus, building or refreshing it first where needed. */
export async function createApp(config: Config, options: AppOptions = {}): Promise<App> {
  let made: Promise<Phrasing | null> | undefined;
  const phrasing = () => {
    made ??= createPhrasing(config, options.clock);
    return made;
  };
  if (options.asking) await phrasing();
  const embedder = await createEmbedder(config.embedder, config.services);
  if (options.asking) embedder?.warmUp();
  let inMemory: OpenedIndex["inMemory"] = null;
  const settingsOf = ({ signal, onProgress, force }: AppOptions) => ({
    corpusPath: config.corpusPath,
    indexPath: config.indexPath,
    embedder,
    mostEmbedded: MOST_LEARNED_FIRST,
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
    ...(force && { force }),
  });
  const open = async (settings: AppOptions) => {
    const opened = await openIndex({ ...settingsOf(settings), inMemory });
    inMemory = opened.inMemory;
    const aliases = await readAliases(config.corpusPath);
    const notes = [...opened.report.notes, ...aliases.notes];
    return { ...opened, report: { ...opened.report, notes }, aliases };
  };
  const complete = async (settings: AppOptions) => {
    const { completeVectors } = await import("./index/complete-vectors.ts");
    return completeVectors(settingsOf(settings));
  };
  const first = await open(options).catch(async (error: unknown) => {
    await embedder?.close();
    throw error;
  });
  return new IndexedApp(config, { embedder, phrasing, open, complete }, first);
}

interface OpenedCorpus extends OpenedIndex {
  readonly aliases: Aliases;
}

interface Services {
  readonly embedder: Embedder | null;
  /** Made before the first question that wants it. */
  readonly phrasing: () => Promise<Phrasing | null>;
  readonly open: (options: AppOptions) => Promise<OpenedCorpus>;
  /** Whether the index is complete now and was not before. */
  readonly complete: (options: AppOptions) => Promise<boolean>;
}

class IndexedApp implements App {
  readonly #config: Config;
  readonly #embedder: Embedder | null;
  readonly #phrasing: Services["phrasing"];
  readonly #open: Services["open"];
  readonly #complete: Services["complete"];
  #lease: IndexLease;
  #report: RefreshReport;
  #aliases: Aliases;
  #checker: { readonly of: readonly Source[]; readonly checker: QuoteChecker } | undefined;
  readonly #closing = new AbortController();
  #completing: Promise<void> | null = null;

  constructor(config: Config, { embedder, phrasing, open, complete }: Services, opened: OpenedCorpus) {
    this.#config = config;
    this.#embedder = embedder;
    this.#phrasing = phrasing;
    this.#open = open;
    this.#complete = complete;
    this.#lease = new IndexLease(opened.index);
    this.#report = opened.report;
    this.#aliases = opened.aliases;
  }

  get report(): RefreshReport {
    return this.#report;
  }

  get revision(): string {
    const { revision } = this.#lease.index;
    return this.#aliases.revision === "" ? revision : `${revision}-${this.#aliases.revision}`;
  }

  async ask(question: string, options: AskOptions = {}): Promise<Answer> {
    return (await this.askInDetail(question, options)).answer;
  }

  async askInDetail(question: string, options: AskOptions = {}): Promise<DetailedAnswer> {
    if (question.trim() === "")
      throw new UserError("Nothing was asked.", 'Put the question after the command: footnote ask "Who …?"');
    const { sourceIds = this.#config.sourceIds, view = asItIs, withoutModel, ...conversation } = options;
    const phrasing = withoutModel ? null : await this.#phrasing();
    return this.#use(async (index) => {
      const only = sourceIds.map((id) => findSource(index.sources, id).id);
      const { top } = this.#config;
      const aliases = this.#aliases.groups;
      const chosen = { ...conversation, top, sourceIds: only, aliases, phrasing };
      return answerQuestion(view(index), this.#embedder, question, chosen);
    });
  }

  readIndex<T>(body: (index: CorpusIndex) => Promise<T>): Promise<T> {
    return this.#use(body);
  }

  cite(id: string, around: number): Promise<QuoteInPlace> {
    return this.#use(async (index) => {
      const place = await citeInContext(index, id, around);
      if (this.#askable(index).some((source) => source.id === place.citation.source.id)) return place;
      throw new UserError(
        `“${id}” is of a source that is not asked here.`,
        "Name its source with --source, too, or leave --source out.",
      );
    });
  }

  sources(): Promise<readonly SourceSummary[]> {
    return this.#use((index) => summariseSources(index, this.#askable(index)));
  }

  /** The sources of the configuration where it names some, else all. */
  #askable({ sources }: CorpusIndex): readonly Source[] {
    if (this.#config.sourceIds.length === 0) return sources;
    const only = new Set(this.#config.sourceIds.map((id) => findSource(sources, id).id));
    return sources.filter(({ id }) => only.has(id));
  }

  find(claimed: string, source?: string): Promise<QuoteReport> {
    return this.#use(async (index) => {
      const { reportCheck } = await import("./quotes/report-check.ts");
      return reportCheck(index, (await this.#checkerOf(index)).check(claimed, { source }));
    });
  }

  quotationsIn(text: string): readonly Quotation[] {
    return extractQuotations(text);
  }

  findQuotations(text: string, source?: string): Promise<readonly QuotationReport[]> {
    return this.#use(async (index) => {
      const { reportCheck } = await import("./quotes/report-check.ts");
      const checker = await this.#checkerOf(index);
      const report = async ({ quote, range }: Quotation) => ({
        ...(await reportCheck(index, checker.check(quote, { source }))),
        range,
      });
      return Promise.all(extractQuotations(text).map(report));
    });
  }

  async verify(answer: unknown): Promise<VerificationReport> {
    const [{ reportVerification }, { verifyCitations }] = await Promise.all([
      import("./quotes/report-verification.ts"),
      import("./quotes/verify-citations.ts"),
    ]);
    return this.#use(async (index) =>
      reportVerification(index, verifyCitations(await this.#checkerOf(index), answer)),
    );
  }

  async disagreements(signal?: AbortSignal): Promise<ListedDisagreements> {
    const [{ listDisagreements }, { citeDisagreements }] = await Promise.all([
      import("./compare/list-disagreements.ts"),
      import("./ground/cite-disagreements.ts"),
    ]);
    return this.#lease.use(async (index) => {
      const only = this.#config.sourceIds.map((id) => findSource(index.sources, id).id);
      return citeDisagreements(await listDisagreements(index, only.length > 0 ? only : undefined, signal));
    });
  }

  /** The checker keeps an index of all words: made for the first quote, dropped when the sources change. */
  async #checkerOf(index: CorpusIndex): Promise<QuoteChecker> {
    const { createQuoteChecker } = await import("./quotes/quote-checker.ts");
    await index.loadTexts?.();
    if (this.#checker?.of !== index.sources)
      this.#checker = { of: index.sources, checker: createQuoteChecker(this.#askable(index)) };
    return this.#checker.checker;
  }

  /** Works on the index as it is now, also where other processes change it. */
  async #use<T>(work: (index: CorpusIndex) => Promise<T>): Promise<T> {
    await this.follow();
    return this.#lease.use(work);
  }

  async follow(): Promise<void> {
    const lease = this.#lease;
    const newer = await lease.use(async (index) => (await index.latest?.()) ?? null);
    if (newer !== null) await this.#replace(lease, newer);
  }

  /** Puts `index` in the place of the one leased before, unless another has taken it meanwhile. */
  async #replace(before: IndexLease, index: CorpusIndex): Promise<void> {
    if (this.#lease !== before) return index.close();
    this.#lease = new IndexLease(index);
    await before.retire();
  }

  async refresh(options: AppOptions = {}): Promise<RefreshReport> {
    const { index, report, aliases } = await this.#open(options);
    const before = this.#lease;
    this.#report = report;
    this.#aliases = aliases;
    if (index.revision === before.index.revision) await index.close();
    else await this.#replace(before, index);
    return report;
  }

  async completeVectors(options: AppOptions = {}): Promise<void> {
    if (this.#report.pendingVectors > 0 && (await this.#complete(options))) await this.refresh(options);
  }

  completeMeanwhile(onFault: (error: unknown) => void): void {
    if (this.#completing !== null || this.#report.pendingVectors === 0) return;
    const { signal } = this.#closing;
    this.#completing = this.completeVectors({ signal })
      .catch((error: unknown) => {
        if (!signal.aborted) onFault(error);
      })
      .finally(() => {
        this.#completing = null;
      });
  }

  async close(): Promise<void> {
    this.#closing.abort(new Error("the app is closed"));
    await this.#completing;
    await this.#lease.retire();
    await this.#embedder?.close();
  }
}

function asItIs(index: CorpusIndex): CorpusIndex {
  return index;
}

/** Small records that all processes share whose index is in one database; null for an index in a folder. */
export async function openSharedRecords({ indexPath }: Config): Promise<SharedRecords | null> {
  if (!isDatabaseUrl(indexPath)) return null;
  return (await import("./index/postgres/shared-records.ts")).openSharedRecords(indexPath);
}
