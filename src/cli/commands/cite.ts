/** `footnote cite`: a quote in its place. */
import { UserError } from "../../errors.ts";
import { renderQuoteInPlace } from "../../render/terminal/citation.ts";
import type { ExitCode } from "../fault.ts";
import type { CommandContext } from "../program.ts";
import { withApp } from "../with-app.ts";

const MOST_CONTEXT = 50;

/** Shows the citation with `paragraphs` paragraphs before and after it. */
export async function cite(context: CommandContext, id: string, paragraphs: string): Promise<ExitCode> {
  const { terminal, config } = context;
  const around = Number(paragraphs);
  if (!/^\d+$/.test(paragraphs) || around > MOST_CONTEXT)
    throw new UserError(
      `--context takes a whole number from 0 to ${MOST_CONTEXT}.`,
      "Leave it out for one paragraph before and one after.",
    );
  return withApp<ExitCode>(context, "look", async (app) => {
    const place = await app.cite(id, around);
    if (config.json) terminal.printJson(place);
    else terminal.print(renderQuoteInPlace(place, terminal.layout));
    return 0;
  });
}
