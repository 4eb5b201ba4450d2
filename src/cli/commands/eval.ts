/** `footnote eval`: answers measured against labelled questions. */
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { App } from "../../app.ts";
import { UserError } from "../../errors.ts";
import { type LabelledQuestion, parseLabelledQuestion } from "../../eval/labelled-question.ts";
import { measure, type Outcome } from "../../eval/measure.ts";
import { type Citation, shownCitations } from "../../ground/answer.ts";
import { renderMeasures } from "../../render/terminal/measures.ts";
import type { ExitCode } from "../fault.ts";
import { linesOf } from "../lines-of.ts";
import type { CommandContext } from "../program.ts";
import { withApp } from "../with-app.ts";

/** 0 when every quote is the file's, 1 otherwise: the other measures have no right or wrong. */
export async function evaluate(context: CommandContext, file: string): Promise<ExitCode> {
  const { terminal, config, signal } = context;
  const questions = await readQuestions(file);
  return withApp<ExitCode>(context, "ask", async (app) => {
    const outcomes: Outcome[] = [];
    const texts = new Map<string, Promise<string>>();
    for (const labelled of questions) {
      signal.throwIfAborted();
      outcomes.push(await examine(context, app, labelled, texts));
    }
    const measures = measure(outcomes);
    if (config.json) terminal.printJson(measures);
    else terminal.print(renderMeasures(measures, terminal.layout));
    return measures.quoteIntegrity === null || measures.quoteIntegrity === 1 ? 0 : 1;
  });
}

async function readQuestions(file: string): Promise<LabelledQuestion[]> {
  const questions: LabelledQuestion[] = [];
  let number = 0;
  for await (const line of linesOf(file, "Name a file of labelled questions, a JSON object a line.")) {
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

async function examine(
  { config, signal }: CommandContext,
  app: App,
  labelled: LabelledQuestion,
  texts: Map<string, Promise<string>>,
): Promise<Outcome> {
  const { answer, passages } = await app.askInDetail(labelled.question, { signal });
  let falseQuotes = 0;
  for (const citation of shownCitations(answer)) {
    const { file } = citation.source;
    const text = texts.get(file) ?? readText(config.corpusPath, file);
    texts.set(file, text);
    if (!isVerbatim(await text, citation)) falseQuotes += 1;
  }
  return { labelled, answer, passages, falseQuotes };
}

/** Read anew, beside the index: what is compared must not come from where the quote came from. */
async function readText(corpusPath: string, file: string): Promise<string> {
  const path = basename(corpusPath) === file ? join(dirname(corpusPath), file) : join(corpusPath, file);
  return new TextDecoder("utf-8").decode(await readFile(path));
}

function isVerbatim(text: string, { quote, start, end }: Citation): boolean {
  return quote !== "" && text.slice(start, end) === quote;
}
