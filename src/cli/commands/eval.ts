/** `footnote eval`: answers measured against labelled questions, and compared with an earlier run. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type Answer, type Citation, shownCitations } from "../../answers/answer.ts";
import { turnOfAnswer } from "../../answers/conversation-turn.ts";
import type { App } from "../../app.ts";
import { UserError } from "../../errors.ts";
import { breathe } from "../../eval/breathe.ts";
import { type Comparison, compareRuns, parseRun } from "../../eval/compare-runs.ts";
import { type LabelledQuestion, parseLabelledQuestion } from "../../eval/labelled-question.ts";
import { measure, measureShapes, type Outcome } from "../../eval/measure.ts";
import { summariseOutcomes } from "../../eval/question-outcome.ts";
import { renderMeasures } from "../../render/terminal/measures.ts";
import type { ExitCode } from "../fault.ts";
import { linesOf, textOf } from "../lines-of.ts";
import { pathOfSource } from "../path-of-source.ts";
import type { CommandContext } from "../program.ts";
import { createProgressLine } from "../progress.ts";
import { withApp } from "../with-app.ts";

export interface EvaluateOptions {
  /** A saved run to compare with. */
  readonly against?: string | undefined;
}

/** 0 when every quote is the file's and, beside an earlier run, no more got worse than better; else 1. */
export async function evaluate(
  context: CommandContext,
  file: string,
  { against }: EvaluateOptions = {},
): Promise<ExitCode> {
  const { terminal, config } = context;
  const questions = await readQuestions(file, context.signal);
  const earlier =
    against === undefined ? null : parseRun(await textOf(against, RUN_HINT, context.signal), against);
  return withApp<ExitCode>(context, "ask", async (app) => {
    await app.completeVectors({ signal: context.signal });
    const asked = await askAll(context, app, questions);
    const corpus = await describeCorpus(app);
    const [measures, shapes, outcomes] = [measure(asked), measureShapes(asked), summariseOutcomes(asked)];
    const comparison = earlier && compareRuns(earlier, outcomes, corpus.fingerprint);
    if (config.json)
      terminal.printJson({ ...measures, corpus, shapes, outcomes, ...(comparison && { comparison }) });
    else terminal.print(renderMeasures({ measures, shapes, comparison }, terminal.layout));
    return exitCodeOf(measures.quoteIntegrity, comparison);
  });
}

const HINT = "Name a file of labelled questions, a JSON object a line.";
const RUN_HINT = "Name the saved output of an earlier footnote eval --json.";

function exitCodeOf(quoteIntegrity: number | null, comparison: Comparison | null): ExitCode {
  if (quoteIntegrity !== null && quoteIntegrity < 1) return 1;
  return comparison !== null && comparison.worse.length > comparison.better.length ? 1 : 0;
}

async function readQuestions(file: string, signal: AbortSignal): Promise<LabelledQuestion[]> {
  const questions: LabelledQuestion[] = [];
  let number = 0;
  for await (const line of linesOf(file, HINT, signal)) {
    number += 1;
    if (line.trim() !== "") questions.push(parseLabelledQuestion(line, number));
  }
  if (questions.length === 0)
    throw new UserError(
      `There is no question in ${file}.`,
      "Put a JSON object with a labelled question on each line.",
    );
  return questions;
}

async function askAll(
  context: CommandContext,
  app: App,
  questions: readonly LabelledQuestion[],
): Promise<Outcome[]> {
  const progress = createProgressLine(context.terminal);
  const texts = new Map<string, Promise<string>>();
  const outcomes: Outcome[] = [];
  try {
    for (const labelled of questions) {
      await breathe(context.signal);
      progress.update({ phase: "asking", done: outcomes.length, total: questions.length });
      outcomes.push(await examine(context, app, labelled, texts));
    }
  } finally {
    progress.done();
  }
  return outcomes;
}

async function examine(
  { config, signal }: CommandContext,
  app: App,
  labelled: LabelledQuestion,
  texts: Map<string, Promise<string>>,
): Promise<Outcome> {
  const before: Answer[] = [];
  const options = () => ({ signal, previous: before.at(-1), history: before.map(turnOfAnswer) });
  for (const turn of labelled.earlierTurns) before.push(await app.ask(turn, options()));
  const { answer, passages } = await app.askInDetail(labelled.question, options());
  let falseQuotes = 0;
  for (const citation of shownCitations(answer)) {
    const { file } = citation.source;
    const text = texts.get(file) ?? readText(config.corpusPath, file);
    texts.set(file, text);
    if (!isVerbatim(await text, citation)) falseQuotes += 1;
  }
  return { labelled, answer, passages, falseQuotes };
}

/** Names the texts that were asked, so that a later run knows whether they are the same. */
export function describeCorpus(
  app: App,
): Promise<{ readonly sources: number; readonly fingerprint: string }> {
  return app.readIndex(async ({ sources }) => {
    const lines = sources.map(({ file, hash }) => `${file}\n${hash}\n`).sort();
    const fingerprint = createHash("sha256").update(lines.join("")).digest("hex").slice(0, 16);
    return { sources: sources.length, fingerprint };
  });
}

/** Read anew, beside the index: what is compared must not come from where the quote came from. */
async function readText(corpusPath: string, file: string): Promise<string> {
  return new TextDecoder("utf-8").decode(await readFile(pathOfSource(corpusPath, file)));
}

function isVerbatim(text: string, { quote, start, end }: Citation): boolean {
  return quote !== "" && text.slice(start, end) === quote;
}
