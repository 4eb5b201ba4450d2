/** `footnote find`: is this quote in the sources, and is it exact? */
import type { App } from "../../app.ts";
import { systemFault, UserError } from "../../errors.ts";
import { breathe } from "../../eval/breathe.ts";
import { renderQuoteLine, renderQuoteReport } from "../../render/terminal/quote-report.ts";
import { describeFault, type ExitCode } from "../fault.ts";
import { linesOf, textOf } from "../lines-of.ts";
import { createLook } from "../look-again.ts";
import type { CommandContext } from "../program.ts";
import { parseClaimLine } from "../program-line.ts";
import { withApp } from "../with-app.ts";

const BATCH_HINT = 'Name a file with a JSON object {"quote": "…"} a line, or - for standard input.';

/** 0 when the quote is faithful, 1 when it is not. */
export async function find(
  context: CommandContext,
  claimed: string,
  source: string | undefined,
): Promise<ExitCode> {
  const { terminal, config } = context;
  return withApp<ExitCode>(context, "look", async (app) => {
    const report = await app.find(claimed, source);
    if (config.json) terminal.printJson(report);
    else terminal.print(renderQuoteReport(report, terminal.layout));
    return report.faithful ? 0 : 1;
  });
}

/**
 * A claim a line in, a verdict a line out; `source` is meant where a line names none. 0 when all are faithful, 1 when
 * one is not, 2 when one is no claim.
 */
export async function findBatch(
  context: CommandContext,
  file: string,
  source: string | undefined,
): Promise<ExitCode> {
  return withApp<ExitCode>(context, "look", async (app) => {
    let worst: ExitCode = 0;
    const look = createLook(context, app, { seldom: true });
    for await (const line of linesOf(file, BATCH_HINT, context.signal)) {
      context.signal.throwIfAborted();
      if (line.trim() === "") continue;
      await look(context.signal);
      const code = await checkLine(context, app, line, source);
      if (code > worst) worst = code;
    }
    return worst;
  });
}

async function checkLine(
  { terminal }: CommandContext,
  app: App,
  line: string,
  source: string | undefined,
): Promise<ExitCode> {
  const { carried, quote, source: own = source } = parseClaimLine(line);
  try {
    const report = await app.find(quote, own);
    terminal.printJson({ ...carried, ...report });
    return report.faithful ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UserError) && systemFault(error) === null) throw error;
    terminal.printJson({ ...carried, claimed: quote, error: describeFault(error) });
    return 2;
  }
}

/** Every quotation in a text: a line each and a summary. 0 when all are faithful, 1 when one is not or none is there. */
export async function findInText(
  context: CommandContext,
  file: string,
  source: string | undefined,
): Promise<ExitCode> {
  const { terminal, config, signal } = context;
  const text = await textOf(file, "Name a text file, or - for standard input.", signal);
  return withApp<ExitCode>(context, "look", async (app) => {
    const quotations = app.quotationsIn(text);
    let faithful = 0;
    // One by one: the reports of all of them, with every place of each, might not fit into the memory.
    for (const { quote, range } of quotations) {
      await breathe(signal);
      const report = await app.find(quote, source);
      if (report.faithful) faithful += 1;
      if (config.json) terminal.printJson({ ...report, range });
      else terminal.print(`${renderQuoteLine(report, terminal.layout)}\n`);
    }
    if (quotations.length === 0) terminal.note("There is no quotation in that text.");
    else if (!config.json) terminal.print(`${faithful} of ${quotations.length} quotations are faithful.\n`);
    return quotations.length > 0 && faithful === quotations.length ? 0 : 1;
  });
}
