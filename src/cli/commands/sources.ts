/** `footnote sources`: what there is to ask; with `--conflicts`, where the sources disagree. */
import { renderConflicts } from "../../render/terminal/disagreements.ts";
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

/** Quotes side by side for people; for programs an object of `disagreements` and `citations`, as in an answer. */
export async function listConflicts(context: CommandContext): Promise<ExitCode> {
  const { terminal, config, signal } = context;
  return withApp<ExitCode>(context, "look", async (app) => {
    const listed = await app.disagreements(signal);
    if (config.json) terminal.printJson(listed);
    else terminal.print(renderConflicts(listed, terminal.layout));
    return 0;
  });
}
