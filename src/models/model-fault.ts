/** What goes wrong with a model's server, in words for a reader; never with a secret or a client's stack in it. */
import { UserError } from "../errors.ts";

/**
 * `unreachable`: nobody answers. `busy`: asked to come back later. `refused`: key, rights or request. `unknown`: no such
 * model. `redirected`: it sends on to another place. `failed`: an error of the server. `garbled`: what it sends cannot be
 * read. `slow`: not in time. `cut`: ended in the middle. `flood`: far too much.
 */
export type ModelFaultKind =
  | "unreachable"
  | "busy"
  | "refused"
  | "unknown"
  | "redirected"
  | "failed"
  | "garbled"
  | "slow"
  | "cut"
  | "flood";

/** The same before it is put into a sentence. */
export interface Trouble {
  readonly kind: ModelFaultKind;
  /** What goes on in a sentence about whoever was asked: "cannot be reached". */
  readonly words: string;
  /** What the server itself said, made harmless; empty when it said nothing. */
  readonly said?: string;
  /** A sentence for whoever runs Footnote; empty when there is nothing to add. */
  readonly detail?: string;
  /** Of an answer that is no success. */
  readonly status?: number;
  readonly retryAfterMs?: number | null;
}

export class ModelFault extends UserError {
  readonly kind: ModelFaultKind;
  /** How long the server asks to wait, in milliseconds; null when it does not say. */
  readonly retryAfterMs: number | null;

  constructor(kind: ModelFaultKind, message: string, hint: string, retryAfterMs: number | null = null) {
    super(message, hint);
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Milliseconds before the next attempt, after `attempts` of them; null when another would not help. */
export function waitAfter(
  { kind, retryAfterMs }: ModelFault,
  attempts: number,
  backoffMs: number,
): number | null {
  const mayPass = kind === "unreachable" || kind === "busy" || kind === "failed" || kind === "cut";
  return mayPass && attempts < MOST_ATTEMPTS ? (retryAfterMs ?? backoffMs * 2 ** (attempts - 1)) : null;
}

const MOST_ATTEMPTS = 3;
