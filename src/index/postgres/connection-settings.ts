/** What the driver is told of a database: taken from its address, with the files that the address names read. */
import { X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type ConnectionOptions, createSecureContext } from "node:tls";
import type { PoolConfig } from "pg";
import { explainSystemError, systemErrorCode, UserError } from "../../errors.ts";
import { refuse } from "./address-settings.ts";
import type { DatabaseAddress } from "./database-address.ts";

const MODES = ["disable", "allow", "prefer", "require", "verify-ca", "verify-full", "no-verify"];

/** What is not said is left to the driver: PGHOST, PGUSER, PGPASSWORD and so on, and then what psql assumes. */
export async function connectionSettings({ url }: DatabaseAddress): Promise<PoolConfig> {
  const { username, password, hostname, port, pathname, searchParams: settings } = new URL(url);
  const said = (name: string, part: string): string | undefined => {
    return settings.get(name) || decodeURIComponent(part) || undefined;
  };
  const secure = await tlsOf(settings);
  const found = {
    user: said("user", username),
    password: said("password", password),
    host: said("host", hostname.replace(/^\[(.+)\]$/, "$1")),
    port: portOf(said("port", port)),
    database: said("dbname", pathname.slice(1)),
    options: said("options", ""),
    application_name: said("application_name", "") ?? said("fallback_application_name", "") ?? "footnote",
    ssl: secure,
    sslnegotiation: negotiationOf(settings, secure),
    enableChannelBinding: bindingOf(settings),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}

/** Whether a server that knows no TLS is spoken to without. */
export function mayDoWithoutTls({ url }: DatabaseAddress): boolean {
  const mode = new URL(url).searchParams.get("sslmode");
  return mode === "prefer" || mode === "allow";
}

function portOf(port: string | undefined): number | undefined {
  if (port !== undefined && (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535))
    refuse("port", "a number from 1 to 65535");
  return port === undefined ? undefined : Number(port);
}

function negotiationOf(settings: URLSearchParams, secure: unknown): "direct" | "postgres" | undefined {
  const way = settings.get("sslnegotiation");
  if (way !== null && way !== "direct" && way !== "postgres") refuse("sslnegotiation", "postgres or direct");
  if (way === "direct" && (secure === undefined || secure === false))
    refuse("sslnegotiation", "direct only with sslmode=require, verify-ca or verify-full");
  return way ?? undefined;
}

function bindingOf(settings: URLSearchParams): boolean | undefined {
  const binding = settings.get("channel_binding");
  if (binding !== null && !["disable", "prefer", "require"].includes(binding))
    refuse("channel_binding", "disable, prefer or require");
  return binding === "prefer" || binding === "require" ? true : undefined;
}

/** Undefined where the address does not say: then PGSSLMODE does. */
async function tlsOf(settings: URLSearchParams): Promise<false | ConnectionOptions | undefined> {
  const mode = modeOf(settings);
  if (mode === "disable") return false;
  const files = await readFiles(settings);
  if (mode === null && Object.keys(files).length === 0) return undefined;
  checkFiles(files);
  if (mode === "verify-ca" && files.ca === undefined && settings.get("sslrootcert") !== "system")
    refuse("sslmode", "verify-ca only with sslrootcert=<file>; otherwise verify-full");
  const isStrict = settings.get("uselibpqcompat") === "false" || mode === null || mode === "verify-full";
  if (isStrict && mode !== "no-verify") return files;
  const asksAuthority = mode === "verify-ca" || (mode === "require" && files.ca !== undefined);
  return asksAuthority
    ? { ...files, checkServerIdentity: () => undefined }
    : { ...files, rejectUnauthorized: false };
}

/** `ssl=true` is how some services write `verify-full`. */
function modeOf(settings: URLSearchParams): string | null {
  const mode = settings.get("sslmode");
  if (mode !== null && !MODES.includes(mode)) refuse("sslmode", `one of ${MODES.slice(0, -1).join(", ")}`);
  const flag = settings.get("ssl");
  if (flag !== null && !["true", "1", "false", "0"].includes(flag)) refuse("ssl", "true or false");
  if (mode !== null || flag === null) return mode;
  return flag === "true" || flag === "1" ? "verify-full" : "disable";
}

type CertificateFiles = Pick<ConnectionOptions, "ca" | "cert" | "key" | "passphrase">;

async function readFiles(settings: URLSearchParams): Promise<CertificateFiles> {
  const read = async (setting: string): Promise<string | undefined> => {
    const path = settings.get(setting);
    return path === null ? undefined : readNamed(setting, path);
  };
  // `system` is how psql names the authorities that the machine knows: the driver asks those when no file is given.
  const isSystem = settings.get("sslrootcert") === "system";
  const ca = isSystem ? undefined : await read("sslrootcert");
  const [cert, key] = [await read("sslcert"), await read("sslkey")];
  if ((cert === undefined) !== (key === undefined))
    refuse(cert === undefined ? "sslkey" : "sslcert", "a file, and sslcert and sslkey go together");
  const passphrase = settings.get("sslpassword");
  return {
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    ...(passphrase === null ? {} : { passphrase }),
  };
}

async function readNamed(setting: string, path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    const why =
      systemErrorCode(error) === "ENOENT" ? "is not there" : `cannot be read: ${explainSystemError(error)}`;
    throw new UserError(
      `the file ${JSON.stringify(path)} that ${setting} names in the address of the index database ${why}`,
      `Put the file there, or take ${setting} out of the address.`,
      { cause: error },
    );
  }
}

/** What TLS would refuse later, with less to go by. */
function checkFiles(files: CertificateFiles): void {
  try {
    if (typeof files.ca === "string") new X509Certificate(files.ca);
    createSecureContext(files);
  } catch (error) {
    throw new UserError(
      "the files of certificates that the address of the index database names cannot be used",
      "All are PEM: sslrootcert and sslcert take certificates, sslkey the key of sslcert; sslpassword opens the key.",
      { cause: error },
    );
  }
}
