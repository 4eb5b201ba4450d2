/** What keeps one from speaking with a server at all, in words for an operator: network, TLS, proof of who one is. */
import { isTlsCode } from "../../errors.ts";
import { type FaultWords, REPORT } from "./server-faults.ts";

/** What answered was no PostgreSQL. */
export class OtherProtocolError extends Error {
  override readonly name = "OtherProtocolError";
}

const UNREACHABLE =
  "Check that it runs and that host, port and network are right; footnote tries again by itself.";
const HOST = "Check the host's name in the address.";
const TLS = "Set sslmode in the address as the server has it: disable, require or verify-full.";
const AUTHORITY =
  "Name the certificate of who signed it: sslrootcert=<file>; or do not ask: sslmode=require.";
const OTHER_PROTOCOL: FaultWords = [
  "cannot be reached: what answers there does not speak PostgreSQL",
  "Check host and port in the address; PostgreSQL's usual port is 5432.",
];

const CODES: Readonly<Record<string, FaultWords>> = {
  ECONNREFUSED: ["cannot be reached: nothing listens at that port (ECONNREFUSED)", UNREACHABLE],
  ECONNRESET: ["cannot be reached: the connection broke off (ECONNRESET)", UNREACHABLE],
  EPIPE: ["cannot be reached: the connection broke off (EPIPE)", UNREACHABLE],
  ETIMEDOUT: ["cannot be reached: it does not answer (ETIMEDOUT)", UNREACHABLE],
  EHOSTUNREACH: ["cannot be reached: no way leads to its host (EHOSTUNREACH)", UNREACHABLE],
  EHOSTDOWN: ["cannot be reached: its host is down (EHOSTDOWN)", UNREACHABLE],
  ENETUNREACH: ["cannot be reached: no way leads to its network (ENETUNREACH)", UNREACHABLE],
  ENETDOWN: ["cannot be reached: the network is down (ENETDOWN)", UNREACHABLE],
  ENOTFOUND: ["cannot be found: its host has no address", HOST],
  EAI_AGAIN: ["cannot be found: its host has no address for now (EAI_AGAIN)", HOST],
  ENOENT: ["cannot be reached: there is no such socket", "Check the folder of the socket in the address."],
  EACCES: ["cannot be reached: its socket may not be opened", "Check the rights of the socket's folder."],
  DEPTH_ZERO_SELF_SIGNED_CERT: ["cannot be trusted: nobody vouches for its certificate", AUTHORITY],
  SELF_SIGNED_CERT_IN_CHAIN: ["cannot be trusted: who signed its certificate is not known", AUTHORITY],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: ["cannot be trusted: who signed its certificate is not known", AUTHORITY],
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: [
    "cannot be trusted: who signed its certificate is not known",
    AUTHORITY,
  ],
  CERT_HAS_EXPIRED: [
    "cannot be trusted: its certificate has expired",
    "Renew the certificate on the server.",
  ],
  CERT_NOT_YET_VALID: [
    "cannot be trusted: its certificate is not valid yet",
    "Check the clocks of both machines.",
  ],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    "cannot be trusted: its certificate is for another host",
    "Write the host in the address as the certificate does, or use sslmode=verify-ca or require.",
  ],
};

/** `said` is the driver's message, without secrets; `code` is empty where there is none. */
export function describeConnectionFault(error: unknown, code: string, said: string): FaultWords {
  if (error instanceof OtherProtocolError) return OTHER_PROTOCOL;
  const known = CODES[code] ?? MESSAGES.find(([pattern]) => pattern.test(said))?.[1];
  if (known !== undefined) return known;
  if (isTlsCode(code) || /SSL|TLS/.test(said)) return [`cannot be reached over TLS: ${said}`, TLS];
  const coded = code === "" ? said : `${said} (${code})`;
  return [`failed in a way that Footnote does not know: ${coded}`, REPORT];
}

/** What the driver says without a code. */
const MESSAGES: readonly (readonly [RegExp, FaultWords])[] = [
  [
    /timeout expired|due to connection timeout/i,
    [
      "cannot be reached: it does not answer in time",
      "Check that it runs and is PostgreSQL; connect_timeout=<seconds> in the address waits longer.",
    ],
  ],
  [
    /timeout exceeded when trying to connect/i,
    [
      "cannot be asked: all connections of this process are in use",
      "Try again in a moment, or allow more: connections=<n> in the address.",
    ],
  ],
  [
    /query read timeout/i,
    [
      "took too long to answer",
      "It may be overloaded, or the network may be down; timeout=<seconds> in the address waits longer.",
    ],
  ],
  [
    /connection terminated|not queryable|closed the connection/i,
    ["cannot be reached: the connection broke off", UNREACHABLE],
  ],
  [/password must be/i, ["wants a password, and none was given", "Set PGPASSWORD, or keep it in ~/.pgpass."]],
  [
    /^SASL|authenticationOk message type/i,
    [
      "wants to know the user in a way that Footnote does not speak",
      "Footnote speaks SCRAM, MD5 and plain passwords, and certificates: change pg_hba.conf on the server.",
    ],
  ],
  [
    /does not support SSL/i,
    [
      "cannot be reached over TLS: the server has none",
      "Set sslmode=disable in the address if you trust the network, or turn on ssl on the server.",
    ],
  ],
  [/establishing an SSL connection|received invalid response|received unexpected/i, OTHER_PROTOCOL],
];
