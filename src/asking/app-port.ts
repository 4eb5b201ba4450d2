/** What every door can do, and what it may say with it. */

import type { Answer, StatementShown } from "../answers/answer.ts";
import type { ListedDisagreements } from "../answers/cite-disagreements.ts";
import type { QuoteInPlace } from "../answers/cite-in-context.ts";
import type { ConversationTurn } from "../answers/conversation-turn.ts";
import type { SourceSummary } from "../answers/source-summary.ts";
import type { CorpusIndex } from "../index/corpus-index.ts";
import type { RefreshProgress } from "../index/refresh-progress.ts";
import type { RefreshReport } from "../index/refresh-report.ts";
import type { QuoteReport } from "../quotes/report-check.ts";
import type { VerificationReport } from "../quotes/report-verification.ts";
import type { Quotation } from "../text/extract-quotations.ts";
import type { DetailedAnswer } from "./answer-question.ts";

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
