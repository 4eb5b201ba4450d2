/** What is wrong with the words that were typed, in sentences of ours. */
import type { Command, CommanderError } from "commander";
import { UserError } from "../errors.ts";
import { nearestName } from "../text/nearest-name.ts";

/** Throws a UserError when words stand beside a file that is to be read: one of both would be passed over. */
export function refuseWords(words: readonly string[], option: "--batch" | "--text"): void {
  if (words.length === 0) return;
  throw new UserError(
    `${option} takes what it works on from its file alone.`,
    `Leave out ${option}, or what stands beside it; in quotes, if the name of the file has spaces.`,
  );
}

/** Commander's complaint as one of ours. */
export function usageFault(program: Command, words: readonly string[], error: CommanderError): UserError {
  const names = namesOf(program);
  const typed = words.find((word) => !word.startsWith("-"));
  if (error.code === "commander.unknownCommand" && typed !== undefined) return noSuchCommand(program, typed);
  const said = error.message.replace(/^error: /, "").replace(/\.$/, "");
  const message = `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
  const known = typed !== undefined && names.includes(typed) ? ` ${typed}` : "";
  if (error.code === "commander.unknownOption" && (typed === "ask" || typed === "find"))
    return new UserError(
      message,
      `Words that begin with a dash go after two dashes: footnote ${typed} -- "-40 degrees"; options: footnote ${typed} --help.`,
    );
  return new UserError(message, `See footnote${known} --help.`);
}

/** With the nearest command when the name was mistyped. */
export function noSuchCommand(program: Command, typed: string): UserError {
  const near = nearestName(typed, namesOf(program));
  return new UserError(
    `There is no command “${typed}”.`,
    near === null ? "footnote --help lists the commands." : `Did you mean footnote ${near}?`,
  );
}

function namesOf(program: Command): string[] {
  return program.commands.map((command) => command.name());
}
