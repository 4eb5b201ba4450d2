/** `footnote ask`: one question, one answer. */
import { renderAnswer } from "../../render/terminal/answer.ts";
import type { ExitCode } from "../fault.ts";
import type { CommandContext } from "../program.ts";
import { withApp } from "../with-app.ts";

/** 0 when the sources answer, 1 when they do not. */
export async function ask(context: CommandContext, question: string): Promise<ExitCode> {
  const { terminal, config, signal } = context;
  return withApp<ExitCode>(context, "ask", async (app) => {
    const answer = await app.ask(question, { signal });
    if (config.json) terminal.printJson(answer);
    else terminal.print(renderAnswer(answer, terminal.layout));
    return answer.status === "answered" ? 0 : 1;
  });
}
