/** What a long-lived command says when the sources cannot be read, and when they can again: once each. */
import { systemFault, UserError } from "../errors.ts";
import { faultText } from "./fault.ts";
import type { Terminal } from "./terminal.ts";

export interface Outage {
  /** Tells a fault that was not told since the outage began. Throws what is a defect. */
  tell(error: unknown): void;
  /** Tells that it is over, if there was one. */
  over(): void;
}

/** `meanwhile` is added to the first fault: how the work goes on; `restored` is said at the end. */
export function createOutage(terminal: Terminal, restored: string, meanwhile?: string): Outage {
  const told = new Set<string>();
  return {
    tell(error) {
      if (!(error instanceof UserError) && systemFault(error) === null) throw error;
      const text = faultText(error).trimEnd();
      if (told.has(text)) return;
      terminal.warn(text);
      if (told.size === 0 && meanwhile !== undefined) terminal.note(meanwhile);
      told.add(text);
    },
    over() {
      if (told.size > 0) terminal.note(restored);
      told.clear();
    },
  };
}
