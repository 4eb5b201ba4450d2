/**
 * Reads the address of a database: what the driver is to know, what is Footnote's own, and what may be shown. The
 * password stays in `url`, which nobody prints.
 */
import { UserError } from "../../errors.ts";

export interface DatabaseAddress {
  /** For the driver, password included: never to be shown. */
  readonly url: string;
  /** For people: without password and settings. */
  readonly shown: string;
  /** The schema that holds Footnote's tables. */
  readonly schema: string;
  /** What the corpus is called there; null to call it by its path. */
  readonly corpus: string | null;
  /** Whether nothing may be written, as its operator says. */
  readonly isReadOnly: boolean;
  /** Most connections one process holds. */
  readonly connections: number;
}

const PROTOCOL = /^postgres(?:ql)?:\/\//i;
/** What PostgreSQL takes without quotes, and cuts nothing off from. */
const SCHEMA_NAME = /^[a-z_][a-z0-9_]{0,62}$/;
const CORPUS_NAME = /^[\p{L}\p{N}._-]{1,100}$/u;
const DEFAULT_SCHEMA = "footnote";
/** One question asks for two things at once at most; a few questions may meet. */
const DEFAULT_CONNECTIONS = 4;
const MOST_CONNECTIONS = 100;
const OWN_SETTINGS = ["schema", "corpus", "access", "connections"];
const EXAMPLE = "Write it as postgres://user@host/database, with special characters of a password as %XX.";

/** Whether an index is named that lies in a database rather than in a folder. */
export function isDatabaseUrl(indexPath: string): boolean {
  return PROTOCOL.test(indexPath);
}

/** @throws UserError for an address that cannot be meant; its message never repeats the address. */
export function parseDatabaseUrl(text: string): DatabaseAddress {
  if (!URL.canParse(text)) throw new UserError("the address of the index database is malformed", EXAMPLE);
  const url = new URL(text);
  const settings = url.searchParams;
  const schema = settings.get("schema") ?? DEFAULT_SCHEMA;
  if (!SCHEMA_NAME.test(schema) || schema.startsWith("pg_"))
    refuse("schema", "small letters, digits and _, as in ?schema=footnote");
  const corpus = settings.get("corpus");
  if (corpus !== null && !CORPUS_NAME.test(corpus))
    refuse("corpus", "letters, digits, ., _ and -, at most 100, as in ?corpus=news");
  const access = settings.get("access") ?? "write";
  if (access !== "read" && access !== "write") refuse("access", "read or write, as in ?access=read");
  const connections = Number(settings.get("connections") ?? DEFAULT_CONNECTIONS);
  if (!Number.isInteger(connections) || connections < 1 || connections > MOST_CONNECTIONS)
    refuse("connections", `a whole number from 1 to ${MOST_CONNECTIONS}`);
  for (const name of OWN_SETTINGS) settings.delete(name);
  // Otherwise the driver takes `require` for `verify-full`, unlike psql and every service's instructions.
  if (settings.has("sslmode") && !settings.has("uselibpqcompat")) settings.set("uselibpqcompat", "true");
  return {
    url: url.href,
    shown: showUrl(url),
    schema,
    corpus,
    isReadOnly: access === "read",
    connections,
  };
}

/** An index path as it may be printed: of a database without password and settings. */
export function showIndexPath(indexPath: string): string {
  if (!isDatabaseUrl(indexPath)) return indexPath;
  return URL.canParse(indexPath) ? showUrl(new URL(indexPath)) : "postgres://…";
}

function showUrl({ username, host, pathname }: URL): string {
  return `postgres://${username === "" ? "" : `${username}@`}${host}${pathname}`;
}

function refuse(setting: string, takes: string): never {
  throw new UserError(
    `the setting ${setting} in the address of the index database cannot be meant`,
    `It takes ${takes}.`,
  );
}
