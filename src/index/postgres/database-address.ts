/**
 * Reads the address of a database: what the driver is to know, what is Footnote's own, and what may be shown. The
 * password stays in `url`, which nobody prints; no error repeats what may be a part of it.
 */
import { UserError } from "../../errors.ts";
import { OWN_SETTINGS, type OwnSettings, readOwnSettings } from "./address-settings.ts";

export interface DatabaseAddress extends OwnSettings {
  /** For the driver, password included: never to be shown. */
  readonly url: string;
  /** For people: without password and settings. */
  readonly shown: string;
}

const PROTOCOL = /^postgres(?:ql)?:\/\//i;
const EXAMPLE = "Write it as postgres://user@host/database, with special characters of a password as %XX.";

/** Whether an index is named that lies in a database rather than in a folder. */
export function isDatabaseUrl(indexPath: string): boolean {
  return PROTOCOL.test(indexPath);
}

/** @throws UserError for an address that cannot be meant; its message never repeats the address. */
export function parseDatabaseUrl(text: string): DatabaseAddress {
  const url = readUrl(text);
  if (url === null) throw new UserError("the address of the index database is malformed", EXAMPLE);
  const settings = url.searchParams;
  if (url.hostname.includes(",") || settings.get("host")?.includes(","))
    throw new UserError(
      "the address of the index database names several hosts",
      "Name one: the server that is written to, or a replica with ?access=read.",
    );
  const own = readOwnSettings(settings);
  for (const name of OWN_SETTINGS) settings.delete(name);
  // As psql and every service's instructions mean it: `require` encrypts, and does not ask whom it talks to.
  if (settings.has("sslmode") && !settings.has("uselibpqcompat")) settings.set("uselibpqcompat", "true");
  return { url: url.href, shown: showUrl(url), ...own };
}

/** Null for no address, and where a password with a bare `@`, `#` or `/` has spread over the rest of it. */
function readUrl(text: string): URL | null {
  // A user without a host is meant for the local machine, or for the `host` among the settings.
  const whole = URL.canParse(text) ? text : text.replace(/^([^/]+\/\/[^/?#]*@)(?=[/?])/, "$1localhost");
  if (!URL.canParse(whole)) return null;
  const url = new URL(whole);
  const { username, password, hostname, port, pathname, searchParams } = url;
  if (whole.includes("#") || pathname.includes("@") || port === "0") return null;
  try {
    const parts = [username, password, hostname, pathname].map((part) => decodeURIComponent(part));
    return [...parts, ...searchParams.values()].some((part) => part.includes("\0")) ? null : url;
  } catch {
    return null;
  }
}

function showUrl({ username, host, pathname }: URL): string {
  return `postgres://${username === "" ? "" : `${username}@`}${host}${pathname}`;
}
