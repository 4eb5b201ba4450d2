/** `footnote verify`: is what an earlier answer says still so? */
import type { App } from "../../app.ts";
import { UserError } from "../../errors.ts";
import { renderVerification } from "../../render/terminal/verification.ts";
import { describeFault, type ExitCode } from "../fault.ts";
import { textOf } from "../lines-of.ts";
import type { CommandContext } from "../program.ts";
import { withApp } from "../with-app.ts";

const HINT =
  "Name a file with what footnote ask --json printed (or --batch: an answer a line), or - for standard input.";

/** 0 when all is intact; 1 when anything moved, changed, is gone or forged; 2 when a line of several is no answer. */
export async function verify(context: CommandContext, file: string): Promise<ExitCode> {
  const answers = readAnswers(await textOf(file, HINT, context.signal));
  return withApp<ExitCode>(context, "look", async (app) => {
    const [only] = answers;
    if (answers.length === 1 && only !== undefined) return verifyOne(context, app, only.read());
    let worst: ExitCode = 0;
    for (const { line, read } of answers) {
      context.signal.throwIfAborted();
      const code = await verifyLine(context, app, line, read);
      if (code > worst) worst = code;
    }
    return worst;
  });
}

async function verifyOne({ config, terminal }: CommandContext, app: App, answer: unknown): Promise<ExitCode> {
  const report = await app.verify(answer);
  if (config.json) terminal.printJson({ ...idOf(answer), ...report });
  else terminal.print(renderVerification(report, terminal.layout));
  return report.intact ? 0 : 1;
}

/** One of several: what is wrong with it is said in its place, and the next one is read. */
async function verifyLine(
  context: CommandContext,
  app: App,
  line: number,
  read: () => unknown,
): Promise<ExitCode> {
  const { config, terminal } = context;
  let answer: unknown;
  try {
    answer = read();
    if (!config.json) terminal.print(`\nLine ${line}:\n`);
    return await verifyOne(context, app, answer);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { message, hint } = describeFault(error);
    if (config.json) terminal.printJson({ ...idOf(answer), line, error: { message, hint } });
    else terminal.print(`\nLine ${line}: ${message}\n`);
    return 2;
  }
}

/** What an answer of a batch calls itself, to be carried over. */
function idOf(answer: unknown): { readonly id?: string | number } {
  if (typeof answer !== "object" || answer === null || !("id" in answer) || "quote" in answer) return {};
  const { id } = answer;
  return typeof id === "string" || typeof id === "number" ? { id } : {};
}

interface AnswerText {
  /** From 1. */
  readonly line: number;
  /** Throws a UserError for what is no JSON. */
  read(): unknown;
}

/** One answer, or one a line. */
function readAnswers(text: string): AnswerText[] {
  const lines = text.split("\n").map((content, at) => ({ content, line: at + 1 }));
  const filled = lines.filter(({ content }) => content.trim() !== "");
  const isBatch = filled.length > 1 && filled.every(({ content }) => /^\s*\{.*\}\s*$/.test(content));
  if (!isBatch) return [{ line: 1, read: () => parseAnswer(text) }];
  return filled.map(({ content, line }) => ({ line, read: () => parseAnswer(content) }));
}

function parseAnswer(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError("That is no JSON.", HINT, { cause: error });
  }
}
