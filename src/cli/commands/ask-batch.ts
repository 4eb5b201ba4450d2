/** `footnote ask --batch`: a question a line in, one JSON answer a line out, in the order of the questions. */
import { type FileHandle, open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { UserError } from "../../errors.ts";
import { describeFault, type ExitCode } from "../fault.ts";
import type { CommandContext } from "../program.ts";
import { parseQuestionLine } from "../question-line.ts";
import { withApp } from "../with-app.ts";

/** 0 when at least one question was answered, 1 when none was, 2 when a line could not be asked. */
export async function askBatch(context: CommandContext, file: string): Promise<ExitCode> {
  const { terminal, signal } = context;
  return withApp<ExitCode>(context, "ask", async (app) => {
    let [answered, faulty] = [false, false];
    for await (const line of linesOf(file)) {
      signal.throwIfAborted();
      if (line.trim() === "") continue;
      const { id, question } = parseQuestionLine(line);
      const carried = id === undefined ? {} : { id };
      try {
        const answer = await app.ask(question, { signal });
        answered ||= answer.status === "answered";
        terminal.printJson({ ...carried, ...answer });
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        faulty = true;
        terminal.printJson({ ...carried, question, error: describeFault(error) });
      }
    }
    if (faulty) return 2;
    return answered ? 0 : 1;
  });
}

/** The lines of a file or of standard input, without a byte order mark. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const input = file === "-" ? process.stdin : (await openQuestions(file)).createReadStream();
  let first = true;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    yield first ? line.replace(/^\ufeff/, "") : line;
    first = false;
  }
}

/** Opened and looked at first: readline would lose the error of a stream that cannot be read. */
async function openQuestions(file: string): Promise<FileHandle> {
  try {
    const handle = await open(file);
    if (!(await handle.stat()).isDirectory()) return handle;
    await handle.close();
  } catch (error) {
    throw unreadable(file, error);
  }
  throw unreadable(file, undefined);
}

function unreadable(file: string, cause: unknown): UserError {
  return new UserError(
    `The questions in ${file} cannot be read.`,
    "Name a text file with a question a line, or - for standard input.",
    { cause },
  );
}
