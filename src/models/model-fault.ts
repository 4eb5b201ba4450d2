/** What goes wrong with a language model, in words for a reader; never with a secret or a client's stack in it. */
import { UserError } from "../errors.ts";

/**
 * `unreachable`: nobody answers. `busy`: asked to come back later. `refused`: key, rights or request. `unknown`: no such
 * model. `failed`: an error of the server. `garbled`: what it sends cannot be read. `slow`: not in time. `cut`: ended in
 * the middle. `flood`: far too much.
 */
export type ModelFaultKind =
  | "unreachable"
  | "busy"
  | "refused"
  | "unknown"
  | "failed"
  | "garbled"
  | "slow"
  | "cut"
  | "flood";

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
