/** `footnote eval --self`: how far to trust Footnote on texts that nobody has labelled. */
import type { App } from "../../app.ts";
import { UserError } from "../../errors.ts";
import { type DrawnSentence, drawSentences } from "../../eval/draw-sentences.ts";
import { findRepeats } from "../../eval/find-repeats.ts";
import { hidePassages } from "../../eval/hide-passages.ts";
import { measureSelfTest, type SelfTestCase, summariseCases } from "../../eval/self-test.ts";
import { renderSelfTest } from "../../render/terminal/self-test.ts";
import type { ExitCode } from "../fault.ts";
import type { CommandContext } from "../program.ts";
import { createProgressLine } from "../progress.ts";
import { withApp } from "../with-app.ts";
import { describeCorpus } from "./eval.ts";

export interface SelfTestOptions {
  readonly questions?: string | undefined;
  readonly seed?: string | undefined;
}

const [USUAL_QUESTIONS, MOST_QUESTIONS] = [100, 1_000];

/** 0 when questions were asked and nothing hidden was quoted; 1 when something was. */
export async function selfTest(context: CommandContext, options: SelfTestOptions): Promise<ExitCode> {
  const { terminal, config, signal } = context;
  const count = wholeNumber(options.questions, "--questions", USUAL_QUESTIONS, 1, MOST_QUESTIONS);
  const seed = wholeNumber(options.seed, "--seed", 1, 0, 2 ** 31 - 1);
  return withApp<ExitCode>(context, "ask", async (app) => {
    const drawn = await app.readIndex((index) => drawSentences(index, count, seed, signal));
    if (drawn.length === 0)
      throw new UserError(
        "There is no sentence that could be asked for: the texts are too small, or hold no whole sentences.",
        "A sentence needs at least six words that say something, and a mark at its end.",
      );
    const cases = await examineAll(context, app, drawn);
    const [measures, outcomes] = [measureSelfTest(cases), summariseCases(cases)];
    const corpus = await describeCorpus(app);
    if (config.json) terminal.printJson({ seed, ...measures, corpus, outcomes });
    else terminal.print(renderSelfTest({ seed, wanted: count, corpus, measures, outcomes }, terminal.layout));
    return measures.quotedHidden === 0 ? 0 : 1;
  });
}

async function examineAll(
  { terminal, signal }: CommandContext,
  app: App,
  drawn: readonly DrawnSentence[],
): Promise<SelfTestCase[]> {
  const progress = createProgressLine(terminal);
  const cases: SelfTestCase[] = [];
  try {
    for (const one of drawn) {
      signal.throwIfAborted();
      progress.update({ phase: "asking", done: cases.length, total: drawn.length });
      cases.push(await examine(app, one, signal));
    }
  } finally {
    progress.done();
  }
  return cases;
}

async function examine(app: App, drawn: DrawnSentence, signal: AbortSignal): Promise<SelfTestCase> {
  const { places, hidden } = await app.readIndex(async (index) => {
    const found = await findRepeats(index, drawn);
    const keys = new Set(found.map(({ passage }) => passage.key));
    return { places: found, hidden: await hidePassages(index, keys) };
  });
  const answer = await app.ask(drawn.question, { signal });
  const hiddenAnswer = await app.ask(drawn.question, { signal, view: () => hidden });
  return { drawn, places, answer, hiddenAnswer };
}

function wholeNumber(
  typed: string | undefined,
  option: string,
  usual: number,
  least: number,
  most: number,
): number {
  if (typed === undefined) return usual;
  const value = Number(typed);
  if (/^\d+$/.test(typed) && value >= least && value <= most) return value;
  throw new UserError(
    `${option} ${typed} is no number that can be used.`,
    `Give a whole number from ${least} to ${most}.`,
  );
}
