/** The progress line on standard error: drawn over on a terminal, absent elsewhere, gone when work is done. */
import type { RefreshProgress } from "../index/refresh-progress.ts";
import type { Terminal } from "./terminal.ts";

const BAR_CELLS = 24;
/** Redrawing more often only costs time. */
const REDRAW_MS = 80;
/** Work shorter than this needs no bar: it would only flicker. */
const SILENT_MS = 300;

/** The making of an index, or questions asked one after the other. */
export interface Progress extends Omit<RefreshProgress, "phase"> {
  readonly phase: RefreshProgress["phase"] | "asking";
}

/** The speed is known after so long. */
const SURE_MS = 5_000;

const WORDS: Record<Progress["phase"], string> = {
  waiting: "Waiting for another process that builds this index",
  reading: "Reading the sources",
  embedding: "Learning the sentences",
  writing: "Writing the index",
  asking: "Asking",
};

export interface ProgressLine {
  update(progress: Progress): void;
  /** Wipes the line. */
  done(): void;
}

/** A progress line for `terminal`. Without a terminal only waiting is said, once, because it could last. */
export function createProgressLine(terminal: Terminal): ProgressLine {
  const started = performance.now();
  let drawn = 0;
  let visible = false;
  let saidWaiting = false;
  let learning: { readonly since: number; readonly from: number } | null = null;
  return {
    update(progress) {
      if (progress.phase === "embedding") learning ??= { since: performance.now(), from: progress.done };
      if (!terminal.animated) {
        if (progress.phase === "waiting" && !saidWaiting) terminal.note(`${WORDS.waiting} …`);
        saidWaiting ||= progress.phase === "waiting";
        return;
      }
      const now = performance.now();
      if (now - started < SILENT_MS || now - drawn < REDRAW_MS) return;
      drawn = now;
      visible = true;
      const left = learning === null ? "" : timeLeft(progress, learning, now);
      process.stderr.write(`\r\u001b[2K${describe(progress)}${left}`);
    },
    done() {
      if (visible) process.stderr.write("\r\u001b[2K");
      visible = false;
    },
  };
}

function describe({ phase, done, total }: Progress): string {
  if (total <= 0) return `${WORDS[phase]} …`;
  const filled = Math.round((Math.min(done, total) / total) * BAR_CELLS);
  return `${WORDS[phase]} ${"━".repeat(filled)}${"╌".repeat(BAR_CELLS - filled)} ${done} of ${total}`;
}

/** How long the rest will take at the speed so far, once that can be told; of short work nothing is said. */
function timeLeft(
  { phase, done, total }: Progress,
  { since, from }: { readonly since: number; readonly from: number },
  now: number,
): string {
  if (phase !== "embedding" || done <= from || now - since < SURE_MS) return "";
  const seconds = ((now - since) / (done - from) / 1000) * (total - done);
  if (seconds < 60) return "";
  return seconds < 5400 ? ` · ${Math.ceil(seconds / 60)} min left` : ` · ${Math.ceil(seconds / 3600)} h left`;
}
