/** How a fault ends a command: one sentence, one hint, never a stack trace unless it is asked for. */
import { configuredSecrets, isDebugging } from "../config.ts";
import { systemFault, UserError } from "../errors.ts";
import { isolateNames, makeVisible, makeVisibleLine } from "../render/visible.ts";

/** 0: answered, found. 1: abstained, not found. 2: an error. */
export type ExitCode = 0 | 1 | 2;

/** A fault in words: what is wrong and what to do, without any secret. */
export function describeFault(error: unknown): { readonly message: string; readonly hint: string } {
  const { message, hint } = inWords(error);
  const secrets = configuredSecrets();
  return { message: secrets.strike(message), hint: secrets.strike(hint) };
}

function inWords(error: unknown): { readonly message: string; readonly hint: string } {
  const fault = findFault(error);
  if (fault === null) return unexpected(error);
  return { message: sentence(fault.message), hint: sentence(fault.hint) };
}

/** What a person can mend of it: it may be what an error was caused by, as when a thread died of it. */
function findFault(error: unknown): UserError | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    const fault = at instanceof UserError ? at : systemFault(at);
    if (fault !== null) return fault;
  }
  return null;
}

/** The lines of a fault for standard error; with a stack trace when `FOOTNOTE_DEBUG` is set. */
export function faultText(error: unknown, isScreen = process.stderr.isTTY === true): string {
  const { message, hint } = describeFault(error);
  const stack = isDebugging() && error instanceof Error ? (error.stack ?? "") : "";
  const trace = stack === "" ? "" : `${makeVisible(configuredSecrets().strike(stack))}\n`;
  const told = `error: ${message}\nhint: ${hint}\n`;
  return (isScreen ? isolateNames(told) : told) + trace;
}

/** One line that begins with a capital and ends with a mark, which may stand within a quotation. */
function sentence(text: string): string {
  const line = makeVisibleLine(text, 500);
  const ended = /[.!?…:][”")]?$/u.test(line) ? line : `${line}.`;
  // The command's own name stays as it is typed.
  return ended.startsWith("footnote ") ? ended : ended.charAt(0).toUpperCase() + ended.slice(1);
}

function unexpected(error: unknown) {
  const said = error instanceof Error ? error.message : String(error);
  return {
    message: `Something went wrong inside Footnote: ${makeVisibleLine(said, 300)}`,
    hint: "Run it again with FOOTNOTE_DEBUG=1 and report what it prints.",
  };
}
