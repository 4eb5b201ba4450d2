/** Looks at the sources between the questions of a long-lived command, so that each is answered from today's. */
import type { App } from "../app.ts";
import { createOutage } from "./outage.ts";
import type { CommandContext } from "./program.ts";

/** Looking may take one part in so many of the time. */
const SHARE = 20;

export interface Looking {
  /** Where many questions follow each other: does not look before every one, so that looking costs little beside them. */
  readonly seldom?: boolean;
}

/**
 * A look at the sources: afterwards the app answers from what they hold now. Where they cannot be read it says so,
 * once, and answers rest on what they held before. Rejects when aborted.
 */
export function createLook(
  { terminal }: CommandContext,
  app: App,
  { seldom = false }: Looking = {},
): (signal: AbortSignal) => Promise<void> {
  const outage = createOutage(
    terminal,
    "The sources can be read again.",
    "Answers rest on the sources as they were.",
  );
  let nextAt = 0;
  return async (signal) => {
    const began = performance.now();
    if (began < nextAt) return;
    try {
      await app.refresh({ signal });
      outage.over();
    } catch (error) {
      signal.throwIfAborted();
      outage.tell(error);
    }
    if (seldom) nextAt = performance.now() + SHARE * (performance.now() - began);
  };
}
