/** What went wrong with a database, in words for an operator; and which faults pass by themselves. */
import { systemErrorCode, UserError } from "../../errors.ts";
import { Secrets } from "../../text/secrets.ts";
import { secretsOfAddress } from "../../text/secrets-of-settings.ts";
import { withoutSecrets } from "../../text/without-secrets.ts";
import { describeConnectionFault } from "./connection-faults.ts";
import type { DatabaseAddress } from "./database-address.ts";
import { describeServerFault, isSqlState } from "./server-faults.ts";

/** A transaction lost against another one; a server that stops, starts, or has too many guests; a lost connection. */
const PASSING = new Set([
  ...["40001", "40P01", "55P03", "57P01", "57P02", "57P03", "57P05", "25P03", "53300"],
  ...["08000", "08001", "08003", "08004", "08006"],
  ...["ECONNRESET", "ECONNREFUSED", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH", "EAI_AGAIN"],
]);
const LOST =
  /connection terminated|connection error and is not queryable|server closed the connection|timeout exceeded when trying to connect/i;

/** Whether the same may succeed a moment later. */
export function isPassing(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isPassing);
  if (!(error instanceof Error)) return false;
  return PASSING.has(systemErrorCode(error) ?? "") || LOST.test(error.message);
}

/** Whether nothing may be written: for want of rights, or because the server is a replica. */
export function isWriteRefused(error: unknown): boolean {
  return ["42501", "25006"].includes(stateOf(error));
}

/** Whether a table or a schema is not there. */
export function isMissing(error: unknown): boolean {
  return ["42P01", "3F000"].includes(stateOf(error));
}

/** The code of what a server or the system said, also behind the words for it; empty where there is none. */
export function stateOf(error: unknown): string {
  return codeOf(error instanceof UserError ? error.cause : error);
}

/** The words for what a driver has thrown, whatever it is. Never holds the password. */
export function explainDatabaseFault(error: unknown, { shown, url }: DatabaseAddress): UserError {
  const code = codeOf(error);
  const said = withoutSecrets(messageOf(error), new Secrets(secretsOfAddress(url)));
  const [what, hint] = isSqlState(code)
    ? describeServerFault(code, said)
    : describeConnectionFault(error, code, said);
  return new UserError(`the index database ${shown} ${what}`, hint, { cause: error });
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return systemErrorCode(error) ?? codeOf(error.errors[0]);
  return systemErrorCode(error) ?? "";
}

/** The first error of several attempts (one for each address of a host) stands for all. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === "") return messageOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
