/** `footnote bot`: the Discord bot. The library that speaks to Discord is loaded only here. */
import { readBotConfig } from "../../config.ts";
import type { ExitCode } from "../fault.ts";
import type { CommandContext } from "../program.ts";

/** Runs until SIGTERM or Ctrl-C; then 0, once everything under way is answered. Logs to standard error. */
export async function bot(
  context: CommandContext,
  { watch }: { readonly watch: boolean },
): Promise<ExitCode> {
  const { config, signal, terminal } = context;
  const settings = readBotConfig();
  const { runBot } = await import("../../discord/main.ts");
  const logAsJson = config.json || process.stderr.isTTY !== true;
  await runBot({ config, settings, signal, watch, logAsJson, write: (line) => terminal.warn(line) });
  return 0;
}
