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
  const findings = sources
    ? await examineSources(config)
    : await examine(config, () => examineDiscord(signal), signal);
  if (config.json) terminal.printJson(findings);
  else terminal.print(renderFindings(findings, terminal.layout));
  return findings.some(({ state }) => state === "fault") ? 1 : 0;
}

/** The bot's settings, and what Discord says of them. That there are none is no fault: only the bot needs them. */
async function examineDiscord(signal: AbortSignal): Promise<readonly Finding[]> {
  const about = "Discord";
  try {
    const settings = readBotConfig();
    const { examineAccount } = await import("../../discord/account.ts");
    const { name, servers, logIns, remarks } = await examineAccount(settings, signal);
    const said = [
      `Discord knows the token${name === null ? "" : ` of ${name}`}`,
      ...(servers === null ? [] : [`in ${servers} ${servers === 1 ? "server" : "servers"}`]),
      `${logIns} log-ins left today`,
      ...(settings.guildId === null ? [] : [`commands only in server ${settings.guildId}`]),
    ];
    return [
      well(about, said.join(", ")),
      ...remarks.map(({ message, hint }) => remark(about, message, hint)),
    ];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const hint = `${error.hint} Only footnote bot needs it.`;
    return [(hasBotToken() ? fault : remark)(about, error.message, hint)];
  }
}
