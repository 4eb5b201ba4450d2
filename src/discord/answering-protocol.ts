/** What the bot and its answering thread say to each other. Everything can be cloned from thread to thread. */

import type { StatementShown } from "../answers/answer.ts";
import type { Config } from "../config.ts";
import type { Answering, RefreshCounts } from "./answering.ts";

export type Work = Exclude<keyof Answering, "close">;

/** What comes of a work. */
export type Reply<W extends Work> = Awaited<ReturnType<Answering[W]>>;

/** Started with this. */
export interface ThreadSettings {
  readonly config: Config;
  /** Look for changed files all the time. */
  readonly watch: boolean;
}

export interface WorkRequest {
  readonly number: number;
  readonly work: Work;
  readonly values: readonly unknown[];
}

/** What is sent to the thread: work to do, or the number of one that nobody waits for any more. */
export type ThreadOrder = WorkRequest | { readonly giveUp: number };

export interface CloneableFault {
  readonly message: string;
  /** Null for a defect: what a person can mend has a hint. */
  readonly hint: string | null;
  readonly stack: string | null;
}

export type ThreadMessage =
  | { readonly kind: "ready" }
  | { readonly kind: "unready"; readonly fault: CloneableFault }
  /** Of a question under way. */
  | { readonly kind: "statement"; readonly number: number; readonly shown: StatementShown }
  | { readonly kind: "done"; readonly number: number; readonly value: unknown }
  | { readonly kind: "failed"; readonly number: number; readonly fault: CloneableFault }
  /** The watch found changes and took them in. */
  | { readonly kind: "refreshed"; readonly counts: RefreshCounts }
  /** The watch could not refresh; told once. */
  | { readonly kind: "stale"; readonly fault: CloneableFault };
