/** `footnote eval --self`: how far to trust Footnote on texts that nobody has labelled. */
import { UserError } from "../../errors.ts";
import { runSelfTest, type SelfTestSubject } from "../../eval/run-self-test.ts";
import { measureSelfTest, summariseCases } from "../../eval/self-test.ts";
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
    const progress = createProgressLine(terminal);
    const onProgress = (done: number, total: number) => progress.update({ phase: "asking", done, total });
    const subject: SelfTestSubject = {
      readIndex: (body) => app.readIndex(body),
      ask: (question, asked) => app.ask(question, { ...asked, withoutModel: true }),
    };
    const cases = await runSelfTest(subject, { count, seed, signal, onProgress }).finally(progress.done);
    if (cases.length === 0)
      throw new UserError(
        "There is no sentence that could be asked for: the texts are too small, or hold no whole sentences.",
        "A sentence needs at least six words that say something, and a mark at its end.",
      );
    const [measures, outcomes] = [measureSelfTest(cases), summariseCases(cases)];
    const corpus = await describeCorpus(app);
    if (config.json) terminal.printJson({ seed, ...measures, corpus, outcomes });
    else terminal.print(renderSelfTest({ seed, wanted: count, corpus, measures, outcomes }, terminal.layout));
    return measures.quotedHidden === 0 ? 0 : 1;
  });
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
