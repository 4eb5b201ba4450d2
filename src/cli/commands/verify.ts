/** `footnote verify`: do the citations of an earlier answer still hold? */
import { UserError } from "../../errors.ts";
import { renderVerification } from "../../render/terminal/verification.ts";
import type { ExitCode } from "../fault.ts";
import { textOf } from "../lines-of.ts";
import type { CommandContext } from "../program.ts";
import { withApp } from "../with-app.ts";

const HINT = "Name a file with what footnote ask --json printed, or - for standard input.";

/** 0 when every quote still stands, be it elsewhere; 1 when one is changed or gone. */
export async function verify(context: CommandContext, file: string): Promise<ExitCode> {
  const { terminal, config } = context;
  const answer = parseAnswer(await textOf(file, HINT, context.signal));
  return withApp<ExitCode>(context, "look", async (app) => {
    const report = await app.verify(answer);
    if (config.json) terminal.printJson(report);
    else terminal.print(renderVerification(report, terminal.layout));
    return report.holds ? 0 : 1;
  });
}

function parseAnswer(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UserError("That is no JSON.", HINT, { cause: error });
  }
}
