/** The settings in the address of a database: which there are, and what Footnote's own may say. */
import { UserError } from "../../errors.ts";
import { nearestName } from "../../text/nearest-name.ts";

/** What Footnote alone understands. */
export interface OwnSettings {
  /** The schema that holds Footnote's tables: its name, not quoted. */
  readonly schema: string;
  /** What the corpus is called there; null to call it by its path. */
  readonly corpus: string | null;
  /** Whether nothing may be written, as its operator says. */
  readonly isReadOnly: boolean;
  /** Most connections one process holds. */
  readonly connections: number;
  /** The longest to wait for a connection, and for one statement of a reader. Milliseconds. */
  readonly connectMs: number;
  readonly readMs: number;
}

export const OWN_SETTINGS = ["schema", "corpus", "access", "connections", "connect_timeout", "timeout"];
/** What is passed on to the driver: see `connection-settings.ts`. */
const OF_THE_CONNECTION = [
  ...[
    "user",
    "password",
    "host",
    "port",
    "dbname",
    "application_name",
    "fallback_application_name",
    "options",
  ],
  ...[
    "sslmode",
    "ssl",
    "sslrootcert",
    "sslcert",
    "sslkey",
    "sslpassword",
    "sslnegotiation",
    "channel_binding",
  ],
  "uselibpqcompat",
];
/** What psql takes too, and services write into their addresses: it may be left undone without harm. */
const WITHOUT_EFFECT = [
  ...["keepalives", "keepalives_idle", "keepalives_interval", "keepalives_count", "tcp_user_timeout"],
  ...["target_session_attrs", "client_encoding", "gssencmode", "krbsrvname", "sslcompression", "sslsni"],
];
const KNOWN = [...OWN_SETTINGS, ...OF_THE_CONNECTION, ...WITHOUT_EFFECT];

/** Small letters, as PostgreSQL folds what is not quoted, and no more than it keeps of a name. */
const SCHEMA_NAME = /^[a-z_][a-z0-9_]{0,62}$/;
const CORPUS_NAME = /^(?! )[\p{L}\p{M}\p{N}._ -]{1,100}(?<! )$/u;
const DEFAULT_SCHEMA = "footnote";
/** One question asks for two things at once at most; a few questions may meet. */
const DEFAULT_CONNECTIONS = 4;
const MOST_CONNECTIONS = 100;
const CONNECT_SECONDS = 5;
const READ_SECONDS = 15;
const MOST_SECONDS = 3_600;

/** @throws UserError for a setting that is not known, stands there twice or says what cannot be meant. */
export function readOwnSettings(settings: URLSearchParams): OwnSettings {
  for (const name of settings.keys()) checkName(name, settings);
  const access = settings.get("access") ?? "write";
  if (access !== "read" && access !== "write") refuse("access", "read or write, as in ?access=read");
  if (settings.get("gssencmode") === "require")
    refuse("gssencmode", "disable or prefer here; for an encrypted connection use sslmode=require");
  return {
    schema: schemaOf(settings.get("schema") ?? DEFAULT_SCHEMA),
    corpus: corpusOf(settings.get("corpus")),
    isReadOnly: access === "read",
    connections: connectionsOf(settings.get("connections")),
    connectMs: secondsOf(settings, "connect_timeout", CONNECT_SECONDS),
    readMs: secondsOf(settings, "timeout", READ_SECONDS),
  };
}

function checkName(name: string, settings: URLSearchParams): void {
  if (!KNOWN.includes(name)) {
    // What does not look like a name may be a part of a password.
    const named = /^[a-z_]{2,40}$/i.test(name) ? ` ${name}` : "";
    const near = named === "" ? null : nearestName(name, KNOWN);
    throw new UserError(
      `the address of the index database has a setting${named} that is not known`,
      near === null
        ? `Footnote's own are ${OWN_SETTINGS.join(", ")}; special characters of a password are written as %XX.`
        : `Did you mean ${near}?`,
    );
  }
  if (settings.getAll(name).length > 1) refuse(name, "one value, and stands there twice");
}

function schemaOf(name: string): string {
  if (!SCHEMA_NAME.test(name))
    refuse("schema", "small letters, digits and _, at most 63, as in ?schema=footnote");
  if (name.startsWith("pg_") || name === "information_schema")
    throw new UserError(
      `the schema ${name} belongs to PostgreSQL itself`,
      "Name another one in the address, as in ?schema=footnote, or leave it out.",
    );
  return name;
}

/** The same name however its accents are typed. */
function corpusOf(name: string | null): string | null {
  const plain = name?.normalize("NFC") ?? null;
  if (plain !== null && !CORPUS_NAME.test(plain))
    refuse("corpus", "letters, digits, spaces, ., _ and -, at most 100, as in ?corpus=news");
  return plain;
}

function connectionsOf(value: string | null): number {
  const connections = Number(value ?? DEFAULT_CONNECTIONS);
  if (
    value?.trim() === "" ||
    !Number.isInteger(connections) ||
    connections < 1 ||
    connections > MOST_CONNECTIONS
  )
    refuse("connections", `a whole number from 1 to ${MOST_CONNECTIONS}`);
  return connections;
}

/** In milliseconds. */
function secondsOf(settings: URLSearchParams, name: string, byDefault: number): number {
  const value = settings.get(name) ?? `${byDefault}`;
  const seconds = Number(value);
  if (!/^\d{1,4}(?:\.\d{1,3})?$/.test(value) || seconds < 0.1 || seconds > MOST_SECONDS)
    refuse(name, `seconds, up to ${MOST_SECONDS}, as in ?${name}=${byDefault}`);
  return Math.round(1_000 * seconds);
}

export function refuse(setting: string, takes: string): never {
  throw new UserError(
    `the setting ${setting} in the address of the index database cannot be meant`,
    `It takes ${takes}.`,
  );
}
