/** The servers that models and embedders are asked of: where each is, and what is sent along to get in. */
import { UserError } from "../errors.ts";
import type { ServiceSettings } from "../service-settings.ts";
import { Secrets } from "../text/secrets.ts";
import { secretsOfAddress } from "../text/secrets-of-settings.ts";
import { shownAddress } from "../text/without-secrets.ts";

export interface Server {
  /** Without a closing slash. Nothing is sent to any place but those below it. */
  readonly base: string;
  /** Where that is, as it may be shown. */
  readonly address: string;
  /** The variable that names another one. */
  readonly variable: string;
  /** What every request is sent with to get in. */
  readonly headers: Readonly<Record<string, string>>;
  /** What must never be shown. */
  readonly secrets: Secrets;
}

const OLLAMA_BASE = "http://127.0.0.1:11434";
const OPENAI_BASE = "https://api.openai.com/v1";
const ANTHROPIC_BASE = "https://api.anthropic.com";
/** Servers of one's own mostly ask for no key; what is sent then. */
const NO_KEY = "none";
/** Clients insist on a key. They are not given it: the `fetch` they are handed adds it to what goes to its server. */
export const SET_BY_FETCH = "set-by-fetch";

/** Ollama's own setting may be a bare host and port. @throws UserError for an address that cannot be used. */
export function ollamaServer(settings: ServiceSettings): Server {
  const host = settings.ollamaHost?.trim() ?? OLLAMA_BASE;
  return serverAt("OLLAMA_HOST", /^[a-z]+:\/\//i.test(host) ? host : `http://${host}`, {}, settings);
}

/** `what` needs it. @throws UserError without a key, unless a server of one's own is named; and for one that cannot be used. */
export function openAIServer(what: string, settings: ServiceSettings): Server {
  const { openaiBaseUrl: base, openaiApiKey: key } = settings;
  if (key === undefined && base === undefined)
    throw new UserError(
      `${what} needs a key.`,
      "Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server without keys.",
    );
  const headers = { authorization: `Bearer ${checkedKey("OPENAI_API_KEY", key)}` };
  return serverAt("OPENAI_BASE_URL", base ?? OPENAI_BASE, headers, settings);
}

/** `what` needs it. @throws UserError without a key, unless a proxy is named; and for one that cannot be used. */
export function anthropicServer(what: string, settings: ServiceSettings): Server {
  const { anthropicBaseUrl: base, anthropicApiKey: key } = settings;
  if (key === undefined && base === undefined)
    throw new UserError(`${what} needs a key.`, "Set ANTHROPIC_API_KEY.");
  const headers = {
    "x-api-key": checkedKey("ANTHROPIC_API_KEY", key),
    "anthropic-version": "2023-06-01",
  };
  return serverAt("ANTHROPIC_BASE_URL", base ?? ANTHROPIC_BASE, headers, settings);
}

function serverAt(
  variable: string,
  address: string,
  headers: Server["headers"],
  settings: ServiceSettings,
): Server {
  const base = checkedAddress(variable, address);
  const { openaiApiKey, anthropicApiKey, secrets = [] } = settings;
  const known = new Secrets([openaiApiKey, anthropicApiKey, ...secrets, ...secretsOfAddress(base)]);
  return { base, address: known.strike(shownAddress(base)), variable, headers, secrets: known };
}

/** Without a closing slash. @throws UserError naming the variable when it is no web address, or holds more than a place. */
function checkedAddress(variable: string, address: string): string {
  const trimmed = address.trim();
  const url = URL.canParse(trimmed) ? new URL(trimmed) : null;
  const isPlace = url !== null && url.username + url.password + url.search + url.hash === "";
  if (!isPlace || !/^https?:$/.test(url.protocol))
    throw new UserError(
      `${variable} is no web address that can be used.`,
      `Set ${variable} to an address such as http://127.0.0.1:8080, without user, password, ? and #, or leave it unset.`,
    );
  return url.href.replace(/[?#]+$/, "").replace(/\/+$/, "");
}

/** As it can stand in a header. @throws UserError naming the variable, never the key, for one that cannot. */
function checkedKey(variable: string, value: string | undefined): string {
  const key = value?.trim() ?? NO_KEY;
  if (!/^[\x21-\x7e]+$/.test(key))
    throw new UserError(
      `${variable} is no key: it holds a space, a line break or a letter that no key has.`,
      `Copy the key into ${variable} again, alone and without quotation marks.`,
    );
  return key;
}
