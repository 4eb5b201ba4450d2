/** A line on standard error while somebody waits for what cannot be measured; absent where no person looks. */
import { makeVisibleLine } from "../render/visible.ts";
import type { Terminal } from "./terminal.ts";

/** What is quicker needs no word. */
const SILENT_MS = 400;

export interface WaitingLine {
  /** Wipes the line. */
  done(): void;
}

export function createWaitingLine(terminal: Terminal, words: string): WaitingLine {
  if (!terminal.animated) return { done: () => undefined };
  let isVisible = false;
  const timer = setTimeout(() => {
    isVisible = true;
    process.stderr.write(`\r\u001b[2K${makeVisibleLine(words)} …`);
  }, SILENT_MS);
  return {
    done() {
      clearTimeout(timer);
      if (isVisible) process.stderr.write("\r\u001b[2K");
      isVisible = false;
    },
  };
}
