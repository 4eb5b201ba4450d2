/** `footnote chat`: a conversation. It keeps the last turn, so that the next question may lean on it. */
import { createInterface, type Interface } from "node:readline";
import { type Answer, shownCitations } from "../../answers/answer.ts";
import type { App } from "../../app.ts";
import { systemFault, UserError } from "../../errors.ts";
import { renderQuoteInPlace } from "../../render/terminal/citation.ts";
import { renderQuoteReport } from "../../render/terminal/quote-report.ts";
import { renderSources } from "../../render/terminal/sources.ts";
import { describeFault, type ExitCode, faultText } from "../fault.ts";
import { createLook } from "../look-again.ts";
import type { CommandContext } from "../program.ts";
import { parseQuestionLine } from "../program-line.ts";
import { createTalk, type Talk } from "../talk.ts";
import { withApp } from "../with-app.ts";

const HELP = `
  Ask in your own words. A follow-up such as “and in 2025?” leans on the
  question before it.

  /cite <number or id>   a quote in its place
  /find <quote>          is this quote in the sources, and is it exact?
  /sources               what there is to ask
  /new                   forget the question before
  /help                  this
  /quit                  leave (or Ctrl-D); Ctrl-C gives up an answer under way

`;

/** Runs until `/quit`, the end of the input or Ctrl-C. */
export async function chat(context: CommandContext): Promise<ExitCode> {
  return withApp<ExitCode>(context, "ask", async (app) => {
    const { terminal, config, signal } = context;
    const interactive = process.stdin.isTTY === true && process.stdout.isTTY === true && !config.json;
    const lines = createInterface({
      input: process.stdin,
      ...(interactive ? { output: process.stdout, prompt: terminal.layout.style.accent("› ") } : {}),
      crlfDelay: Number.POSITIVE_INFINITY,
    });
    app.completeMeanwhile((error) => terminal.warn(faultText(error).trimEnd()));
    const look = createLook(context, app);
    const talk = createTalk(context, app, look);
    lines.on("SIGINT", () => {
      if (talk.giveUp()) return;
      // As in a shell: a line half typed is forgotten, an empty one is the end.
      if (lines.line !== "") lines.write(null, { ctrl: true, name: "u" });
      else lines.close();
    });
    if (interactive) lines.on("close", () => terminal.print("\n"));
    signal.addEventListener("abort", () => lines.close(), { once: true });
    if (interactive)
      terminal.print(`${terminal.layout.style.faint("Ask the sources. /help says what else there is.")}\n`);
    const replying = (typed: string) => reply(context, app, talk, typed, () => look(signal));
    await converse(talk, lines, interactive, replying);
    return 0;
  });
}

async function converse(
  talk: Talk,
  lines: Interface,
  prompting: boolean,
  replying: (typed: string) => Promise<void>,
): Promise<void> {
  if (prompting) lines.prompt();
  for await (const line of lines) {
    const typed = line.trim();
    if (typed === "/quit" || typed === "/exit") break;
    if (typed === "/new") talk.forget();
    else if (typed !== "") await replying(typed);
    if (prompting) lines.prompt();
  }
  lines.close();
}

/** Answers one line. A fault is told, and the talk goes on. */
async function reply(
  context: CommandContext,
  app: App,
  talk: Talk,
  typed: string,
  look: () => Promise<void>,
): Promise<void> {
  const { terminal, config } = context;
  const { carried, question } = config.json ? parseQuestionLine(typed) : { carried: {}, question: typed };
  try {
    if (typed.startsWith("/") && !config.json) {
      await look();
      await obey(context, app, typed, talk.last);
    } else await talk.ask(question, carried);
  } catch (error) {
    if (!(error instanceof UserError) && systemFault(error) === null) throw error;
    if (config.json) terminal.printJson({ ...carried, question, error: describeFault(error) });
    else terminal.warn(faultText(error));
  }
}

async function obey(
  { terminal }: CommandContext,
  app: App,
  typed: string,
  last: Answer | undefined,
): Promise<void> {
  const [command = "", ...rest] = typed.split(/\s+/);
  const argument = rest.join(" ");
  switch (command) {
    case "/help":
      return terminal.print(HELP);
    case "/sources":
      return terminal.print(renderSources(await app.sources(), terminal.layout));
    case "/find":
      return terminal.print(renderQuoteReport(await app.find(argument), terminal.layout));
    case "/cite":
      return terminal.print(renderQuoteInPlace(await app.cite(idOf(argument, last), 1), terminal.layout));
    default:
      throw new UserError(`There is no ${command} here.`, "/help lists what there is.");
  }
}

/** A footnote number of the last answer stands for its citation id. */
function idOf(argument: string, last: Answer | undefined): string {
  const n = Number(argument.replace(/^\[|\]$/g, ""));
  const found = (last === undefined ? [] : shownCitations(last)).find((citation) => citation.n === n);
  if (found !== undefined) return found.id;
  if (argument === "" || Number.isInteger(n))
    throw new UserError(
      "There is no such footnote in the last answer.",
      "Give a footnote number of the last answer or a citation id.",
    );
  return argument;
}
