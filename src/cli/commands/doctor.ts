/** `footnote doctor`: what Footnote needs, how it is, and what to do. */
import { hasBotToken, readBotConfig } from "../../config.ts";
import { examine } from "../../doctor/examine.ts";
import { examineSources } from "../../doctor/examine-sources.ts";
import { type Finding, fault, remark, well } from "../../doctor/finding.ts";
import { UserError } from "../../errors.ts";
import { renderFindings } from "../../render/terminal/findings.ts";
import type { ExitCode } from "../fault.ts";
import type { CommandContext } from "../program.ts";

export interface DoctorOptions {
  /** Examine the texts instead: what cannot be seen in them, what misleads. */
  readonly sources: boolean;
}

/** 0 when nothing is at fault, 1 otherwise. */
export async function doctor(
  { config, terminal, signal }: CommandContext,
  { sources }: DoctorOptions,
): Promise<ExitCode> {
  const findings = sources ? await examineSources(config) : await examine(config, examineDiscord(), signal);
  if (config.json) terminal.printJson(findings);
  else terminal.print(renderFindings(findings, terminal.layout));
  return findings.some(({ state }) => state === "fault") ? 1 : 0;
}

/** The bot's settings. That there are none is no fault: only the bot needs them. */
function examineDiscord(): Finding {
  try {
    const { guildId } = readBotConfig();
    return well("Discord", guildId === null ? "a token is set" : `a token is set, for server ${guildId}`);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return (hasBotToken() ? fault : remark)(
      "Discord",
      error.message,
      `${error.hint} Only footnote bot needs it.`,
    );
  }
}
