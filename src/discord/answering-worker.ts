/** The thread that holds the sources and answers, so that the thread which talks to Discord never waits for it. */
import { setTimeout as sleep } from "node:timers/promises";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { type App, createApp } from "../app.ts";
import { UserError } from "../errors.ts";
import type { RefreshReport } from "../index/refresh-report.ts";
import { createAnswerMemory } from "./answer-memory.ts";
import type { Answering, AskedOptions, RefreshCounts, WhileAsking } from "./answering.ts";
import type {
  CloneableFault,
  ThreadMessage,
  ThreadOrder,
  ThreadSettings,
  WorkRequest,
} from "./answering-protocol.ts";

/** Looking costs a stat a file. */
const LOOK_EVERY_MS = 1000;
/** An index that processes share looks for itself no more often. */
const FOLLOW_EVERY_MS = 2000;
/** What others changed is not counted. */
const NO_COUNTS: RefreshCounts = { added: 0, changed: 0, removed: 0, unchanged: 0 };

if (parentPort !== null) await serve(parentPort, workerData as ThreadSettings);

async function serve(port: MessagePort, { config, watch }: ThreadSettings): Promise<void> {
  const tell = (message: ThreadMessage) => port.postMessage(message);
  let app: App;
  try {
    app = await createApp(config, { asking: true });
  } catch (error) {
    tell({ kind: "unready", fault: faultOf(error) });
    port.close();
    return;
  }
  const answering = answeringOf(app, config.model !== "none");
  const underWay = new Map<number, AbortController>();
  port.on("message", (order: ThreadOrder) => {
    if ("giveUp" in order) {
      underWay.get(order.giveUp)?.abort();
      return;
    }
    const { number } = order;
    const own = new AbortController();
    underWay.set(number, own);
    obey(answering, order, {
      signal: own.signal,
      onStatement: (shown) => tell({ kind: "statement", number, shown }),
    })
      .then(
        (value) => tell({ kind: "done", number, value }),
        (error: unknown) => tell({ kind: "failed", number, fault: faultOf(error) }),
      )
      .finally(() => underWay.delete(number));
  });
  tell({ kind: "ready" });
  // The first question of a process is slow: nobody should be the one who asks it. Its fault would be told again.
  app.ask("What is there to know?", { withoutModel: true }).catch(() => undefined);
  void (watch ? keepWatch(app, tell) : keepFollowing(app, tell));
}

function answeringOf(app: App, hasModel: boolean): Omit<Answering, "close"> {
  const answers = createAnswerMemory(app);
  return {
    // A model may say it otherwise each time, and whoever waits for it may give it up: those are not shared.
    ask: (question, options: AskedOptions = {}, meanwhile: WhileAsking = {}) =>
      hasModel ? app.ask(question, { ...options, ...meanwhile }) : answers.ask(question, options),
    cite: (id, around) => app.cite(id, around),
    sources: () => app.sources(),
    checkQuote: (claimed, source) => app.find(claimed, source),
    quotationsIn: async (text) => app.quotationsIn(text).map(({ quote }) => quote),
    refresh: async () => countsOf(await app.refresh()),
  };
}

async function obey(
  answering: Omit<Answering, "close">,
  { work, values }: WorkRequest,
  meanwhile: WhileAsking,
): Promise<unknown> {
  const method = answering[work] as (...values: readonly unknown[]) => Promise<unknown>;
  return method(...values, ...(work === "ask" ? [meanwhile] : []));
}

/** Others may change an index they share; what is wrong with it the next question will say. */
async function keepFollowing(app: App, tell: (message: ThreadMessage) => void): Promise<never> {
  for (let { revision } = app; ; { revision } = app) {
    await sleep(FOLLOW_EVERY_MS);
    await app.follow().catch(() => undefined);
    if (app.revision !== revision) tell({ kind: "refreshed", counts: NO_COUNTS });
  }
}

async function keepWatch(app: App, tell: (message: ThreadMessage) => void): Promise<never> {
  let lastFault = "";
  const tellFault = (error: unknown): void => {
    const fault = faultOf(error);
    if (fault.message !== lastFault) tell({ kind: "stale", fault });
    lastFault = fault.message;
  };
  for (;;) {
    await sleep(LOOK_EVERY_MS);
    app.completeMeanwhile(tellFault);
    try {
      const { revision } = app;
      const counts = countsOf(await app.refresh());
      if (counts.added + counts.changed + counts.removed > 0 || app.revision !== revision)
        tell({ kind: "refreshed", counts });
      lastFault = "";
    } catch (error) {
      tellFault(error);
    }
  }
}

function countsOf(report: RefreshReport): RefreshCounts {
  return {
    added: report.new.length,
    changed: report.changed.length,
    removed: report.removed.length,
    unchanged: report.unchanged.length,
  };
}

function faultOf(error: unknown): CloneableFault {
  if (error instanceof UserError) return { message: error.message, hint: error.hint, stack: null };
  const isError = error instanceof Error;
  return {
    message: isError ? error.message : String(error),
    hint: null,
    stack: isError ? (error.stack ?? null) : null,
  };
}
