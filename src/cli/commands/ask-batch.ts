/** `footnote ask --batch`: a question a line in, one JSON answer a line out, in the order of the questions. */
import { systemFault, UserError } from "../../errors.ts";
import { describeFault, type ExitCode } from "../fault.ts";
import { linesOf } from "../lines-of.ts";
import { createLook } from "../look-again.ts";
import type { CommandContext } from "../program.ts";
import { parseQuestionLine } from "../program-line.ts";
import { withApp } from "../with-app.ts";

const HINT = "Name a text file with a question a line, or - for standard input.";

/** 0 when at least one question was answered, 1 when none was, 2 when a line could not be asked. */
export async function askBatch(context: CommandContext, file: string): Promise<ExitCode> {
  const { terminal, signal } = context;
  return withApp<ExitCode>(context, "ask", async (app) => {
    let [answered, faulty] = [false, false];
    const look = createLook(context, app, { seldom: true });
    for await (const line of linesOf(file, HINT, signal)) {
      signal.throwIfAborted();
      if (line.trim() === "") continue;
      const { carried, question } = parseQuestionLine(line);
      try {
        await look(signal);
        const answer = await app.ask(question, { signal });
        answered ||= answer.status === "answered";
        terminal.printJson({ ...carried, ...answer });
      } catch (error) {
        if (!(error instanceof UserError) && systemFault(error) === null) throw error;
        faulty = true;
        terminal.printJson({ ...carried, question, error: describeFault(error) });
      }
    }
    if (faulty) return 2;
    return answered ? 0 : 1;
  });
}
