/**
 * An app over one index: it leases the index to each piece of work, and puts a newer one in its place. What no question
 * needs is imported where it is used, so that an answer does not wait for it to load.
 */

import type { Answer } from "../answers/answer.ts";
import type { ListedDisagreements } from "../answers/cite-disagreements.ts";
import { citeInContext, findSource, type QuoteInPlace } from "../answers/cite-in-context.ts";
import { type SourceSummary, summariseSources } from "../answers/source-summary.ts";
import type { Config } from "../config.ts";
import type { Aliases } from "../corpus/aliases.ts";
import type { Source } from "../corpus/source.ts";
import type { Embedder } from "../embedders/embedder.ts";
import { UserError } from "../errors.ts";
import type { CorpusIndex } from "../index/corpus-index.ts";
import { IndexLease } from "../index/index-lease.ts";
import type { OpenedIndex } from "../index/open-index.ts";
import type { RefreshReport } from "../index/refresh-report.ts";
import type { QuoteChecker } from "../quotes/quote-checker.ts";
import type { QuoteReport } from "../quotes/report-check.ts";
import type { VerificationReport } from "../quotes/report-verification.ts";
import { extractQuotations, type Quotation } from "../text/extract-quotations.ts";
import { answerQuestion, type DetailedAnswer } from "./answer-question.ts";
import type { App, AppOptions, AskOptions } from "./app-port.ts";
import type { Phrasing } from "./phrasing.ts";

/** An index that was opened, and the names that mean the same in its corpus. */
export interface OpenedCorpus extends OpenedIndex {
  readonly aliases: Aliases;
}

/** What an app is made with. */
export interface Services {
  readonly embedder: Embedder | null;
  /** Made before the first question that wants it. */
  readonly phrasing: () => Promise<Phrasing | null>;
  readonly open: (options: AppOptions) => Promise<OpenedCorpus>;
  /** The same index with a report of today, or null when it must be opened anew. */
  readonly lookAgain: (before: OpenedCorpus) => Promise<OpenedCorpus | null>;
  /** Whether the index is complete now and was not before. */
  readonly complete: (options: AppOptions) => Promise<boolean>;
}

export class IndexedApp implements App {
  readonly #config: Config;
  readonly #embedder: Embedder | null;
  readonly #phrasing: Services["phrasing"];
  readonly #open: Services["open"];
  readonly #lookAgain: Services["lookAgain"];
  readonly #complete: Services["complete"];
  #lease: IndexLease;
  #opened: OpenedCorpus;
  #checker: { readonly of: readonly Source[]; readonly checker: QuoteChecker } | undefined;
  readonly #closing = new AbortController();
  #completing: Promise<void> | null = null;

  constructor(config: Config, services: Services, opened: OpenedCorpus) {
    this.#config = config;
    this.#embedder = services.embedder;
    this.#phrasing = services.phrasing;
    this.#open = services.open;
    this.#lookAgain = services.lookAgain;
    this.#complete = services.complete;
    this.#lease = new IndexLease(opened.index);
    this.#opened = opened;
  }

  get report(): RefreshReport {
    const { report, aliases } = this.#opened;
    return aliases.notes.length === 0 ? report : { ...report, notes: [...report.notes, ...aliases.notes] };
  }

  get revision(): string {
    const { revision } = this.#lease.index;
    const { aliases } = this.#opened;
    return aliases.revision === "" ? revision : `${revision}-${aliases.revision}`;
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
      const aliases = this.#opened.aliases.groups;
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
      const { reportCheck } = await import("../quotes/report-check.ts");
      return reportCheck(index, (await this.#checkerOf(index)).check(claimed, { source }));
    });
  }

  quotationsIn(text: string): readonly Quotation[] {
    return extractQuotations(text);
  }

  async verify(answer: unknown): Promise<VerificationReport> {
    const { verifyAnswer } = await import("../quotes/report-verification.ts");
    return this.#use(async (index) => verifyAnswer(index, await this.#checkerOf(index), answer));
  }

  async disagreements(signal?: AbortSignal): Promise<ListedDisagreements> {
    const [{ listDisagreements }, { citeDisagreements }] = await Promise.all([
      import("../disagree/list-disagreements.ts"),
      import("../answers/cite-disagreements.ts"),
    ]);
    return this.#lease.use(async (index) => {
      const only = this.#config.sourceIds.map((id) => findSource(index.sources, id).id);
      return citeDisagreements(await listDisagreements(index, only.length > 0 ? only : undefined, signal));
    });
  }

  /** The checker keeps an index of all words: made for the first quote, dropped when the sources change. */
  async #checkerOf(index: CorpusIndex): Promise<QuoteChecker> {
    const { createQuoteChecker } = await import("../quotes/quote-checker.ts");
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
    const known = options.force ? null : await this.#lookAgain(this.#opened);
    const opened = known ?? (await this.#open(options));
    const before = this.#lease;
    this.#opened = opened;
    if (known === null && opened.index.revision === before.index.revision) await opened.index.close();
    else if (known === null) await this.#replace(before, opened.index);
    return this.report;
  }

  async completeVectors(options: AppOptions = {}): Promise<void> {
    if (this.#opened.report.pendingVectors > 0 && (await this.#complete(options)))
      await this.refresh(options);
  }

  completeMeanwhile(onFault: (error: unknown) => void): void {
    if (this.#completing !== null || this.#opened.report.pendingVectors === 0) return;
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
