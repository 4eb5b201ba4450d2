/** `footnote sources`: what there is to ask. */
import { renderSources } from "../../render/terminal/sources.ts";
import type { ExitCode } from "../fault.ts";
import type { CommandContext } from "../program.ts";
import { withApp } from "../with-app.ts";

/** A table for people, an array for programs. */
export async function sources(context: CommandContext): Promise<ExitCode> {
  const { terminal, config } = context;
  return withApp<ExitCode>(context, "look", async (app) => {
    const rows = await app.sources();
    if (config.json) terminal.printJson(rows);
    else terminal.print(renderSources(rows, terminal.layout));
    return 0;
  });
}
