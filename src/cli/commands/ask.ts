/** `footnote ask`: one question, one answer. */
import { createAnswerWriter } from "../answer-writer.ts";
import type { ExitCode } from "../fault.ts";
import type { CommandContext } from "../program.ts";
import { withApp } from "../with-app.ts";

/** 0 when the sources answer, 1 when they do not. */
export async function ask(context: CommandContext, question: string): Promise<ExitCode> {
  return withApp<ExitCode>(context, "ask", async (app) => {
    const writer = createAnswerWriter(context);
    try {
      const { onStatement } = writer;
      const answer = await app.ask(question, { signal: context.signal, onStatement });
      writer.finish(answer);
      return answer.status === "answered" ? 0 : 1;
    } finally {
      writer.abandon();
    }
  });
}
