/** What went wrong with a database, in words for an operator; and which faults pass by themselves. */
import { systemErrorCode, UserError } from "../../errors.ts";
import type { DatabaseAddress } from "./database-address.ts";

/** A transaction lost against another one; a server that stops, starts, or has too many guests; a lost connection. */
const PASSING = new Set([
  ...["40001", "40P01", "55P03", "57P01", "57P02", "57P03", "53300"],
  ...[
    "08000",
    "08001",
    "08003",
    "08004",
    "08006",
    "ECONNRESET",
    "ECONNREFUSED",
    "EPIPE",
    "ETIMEDOUT",
    "EHOSTUNREACH",
  ],
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
  const code = codeOf(error);
  return code === "42501" || code === "25006";
}

/** Whether a table or a schema is not there. */
export function isMissing(error: unknown): boolean {
  const code = codeOf(error);
  return code === "42P01" || code === "3F000";
}

/** A UserError for what an operator can mend; everything else as it is. Never holds the password. */
export function explainDatabaseFault(error: unknown, { shown }: DatabaseAddress): unknown {
  if (error instanceof UserError) return error;
  const found = describe(error);
  if (found === null) return error;
  const [what, hint] = found;
  return new UserError(`the index database ${shown} ${what}`, hint, { cause: error });
}

const UNREACHABLE_HINT =
  "Check that it runs and that host, port and network are right; footnote tries again by itself.";
const TLS_HINT = "Set sslmode in the address as the server has it: disable, require or verify-full.";

function describe(error: unknown): readonly [what: string, hint: string] | null {
  const code = codeOf(error) ?? "";
  if (error instanceof Error && /SSL|TLS|certificate/i.test(`${code} ${error.message}`))
    return [`cannot be reached over TLS: ${error.message}`, TLS_HINT];
  switch (code) {
    case "28P01":
    case "28000":
      return ["refuses the user or the password", "Check both in the address, or set PGPASSWORD."];
    case "3D000":
      return ["does not exist", "Make it with createdb, or name another one in the address."];
    case "42501":
      return ["refuses a right that is needed", "Give the user the rights that docs/postgres.md lists."];
    case "25006":
      return [
        "is a replica, which cannot be written",
        "Build the index on the primary; here add ?access=read.",
      ];
    case "53100":
      return [
        "is full: no space is left on its disk",
        "Free some space there; what was indexed stays as it was.",
      ];
    case "53200":
    case "53400":
      return ["has run out of memory", "Give it more memory, or fewer connections."];
    case "57014":
      return ["took too long to answer", "It may be overloaded: look at pg_stat_activity."];
    case "58P01":
    case "0A000":
      return [
        `lacks something: ${messageOf(error)}`,
        "PostgreSQL 13 or later with pgvector is needed: see docs/postgres.md.",
      ];
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return ["cannot be found: its host has no address", "Check the host's name in the address."];
  }
  if (isPassing(error) || /timeout/i.test(messageOf(error)))
    return [`cannot be reached (${code === "" ? messageOf(error) : code})`, UNREACHABLE_HINT];
  return null;
}

function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return systemErrorCode(error);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
