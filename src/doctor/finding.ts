/** What an examination found: one thing that Footnote needs, how it is, and what to do when it is not well. */
import { systemFault, UserError } from "../errors.ts";

export interface Finding {
  /** What was looked at, in a word or two. */
  readonly about: string;
  /** `fault`: something will not work. `remark`: it works, but could be better. */
  readonly state: "well" | "remark" | "fault";
  readonly message: string;
  /** What to do; null when all is well. */
  readonly hint: string | null;
}

export function well(about: string, message: string): Finding {
  return { about, state: "well", message, hint: null };
}

export function remark(about: string, message: string, hint: string): Finding {
  return { about, state: "remark", message, hint };
}

export function fault(about: string, message: string, hint: string): Finding {
  return { about, state: "fault", message, hint };
}

/** What an examination died of. */
export function faultOf(about: string, error: unknown): Finding {
  const known = error instanceof UserError ? error : systemFault(error);
  if (known !== null) return fault(about, known.message, known.hint);
  const said = error instanceof Error ? error.message : String(error);
  return fault(about, said, "Run footnote doctor again with FOOTNOTE_DEBUG=1 and report what it prints.");
}
