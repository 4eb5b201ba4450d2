/** The port through which the bot gets its answers. The real one lives in a thread; tests write their own. */
import type { Answer, StatementShown } from "../answers/answer.ts";
import type { QuoteInPlace } from "../answers/cite-in-context.ts";
import type { ConversationTurn } from "../answers/conversation-turn.ts";
import type { SourceSummary } from "../answers/source-summary.ts";
import type { QuoteReport } from "../quotes/report-check.ts";

export interface AskedOptions {
  /** The answer before this question in its conversation. */
  readonly previous?: Answer | undefined;
  /** The turns of its conversation, oldest first: for a language model. */
  readonly history?: readonly ConversationTurn[] | undefined;
  readonly sourceIds?: readonly string[] | undefined;
  /** In the sources' own words, also where there is a language model. */
  readonly withoutModel?: boolean | undefined;
}

/** What goes on while an answer is made. */
export interface WhileAsking {
  /** Called as each statement of a language model passes its checks; again from the first one after a restart. */
  readonly onStatement?: ((shown: StatementShown) => void) | undefined;
  /** Aborted when nobody wants the answer any more: then asking rejects. */
  readonly signal?: AbortSignal | undefined;
}

/** How many sources a refresh found in which state. */
export interface RefreshCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
}

/** All reject with a UserError for what a person can mend, and with an AnsweringError when nothing comes back. */
export interface Answering {
  ask(question: string, options?: AskedOptions, meanwhile?: WhileAsking): Promise<Answer>;
  cite(id: string, around: number): Promise<QuoteInPlace>;
  /** What there is to ask. */
  sources(): Promise<readonly SourceSummary[]>;
  checkQuote(claimed: string, source?: string): Promise<QuoteReport>;
  /** The quotations that stand in a text. */
  quotationsIn(text: string): Promise<readonly string[]>;
  refresh(): Promise<RefreshCounts>;
  close(): Promise<void>;
}

/** `slow`: not in time. `gone`: whatever answers is not there. */
export class AnsweringError extends Error {
  override readonly name = "AnsweringError";
  readonly kind: "slow" | "gone";

  constructor(kind: "slow" | "gone", options?: { readonly cause?: unknown }) {
    super(kind === "slow" ? "the answer did not come in time" : "the answering thread is gone", options);
    this.kind = kind;
  }
}
