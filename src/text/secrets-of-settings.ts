/** Which parts of the settings are secrets: keys, tokens and passwords, also those within addresses. */

type Settings = Readonly<Record<string, string | undefined>>;

const KEYS = ["OPENAI_API_KEY", "ANTHROPIC_API_KEY", "PGPASSWORD"];
const ADDRESSES = [
  "OPENAI_BASE_URL",
  "ANTHROPIC_BASE_URL",
  "OLLAMA_HOST",
  "FOOTNOTE_DISCORD_API",
  "FOOTNOTE_INDEX",
];
/** Settings of a database's address that are secret; `sslkey` names a file. */
const SECRET_SETTING = /pass|secret|token|(?<!^ssl)key/i;
/** A part of a path that is a key rather than a name. */
const KEY_IN_PATH = /^(?=.*\d)(?=.*[a-z])[\w.~-]{16,}$/i;

/** The values of variables that are secret, and of `index`, which may be the address of a database. */
export function secretsOfSettings(variables: Settings, index?: string): string[] {
  const keys = KEYS.map((name) => variables[name] ?? "");
  const token = (variables.DISCORD_TOKEN ?? "").trim().replace(/^Bot\s+/i, "");
  const addresses = [...ADDRESSES.map((name) => variables[name] ?? ""), index ?? ""];
  const found = [...keys, token, ...addresses.flatMap(secretsOfAddress)].map((secret) => secret.trim());
  return [...new Set(found)].filter((secret) => secret !== "");
}

/** Passwords, keys in the query and in the path; raw and decoded. */
export function secretsOfAddress(address: string): string[] {
  const isWhole = URL.canParse(address);
  // Where it is no address, the password may hold what would end it.
  const user = isWhole ? /^\s*[\w+.-]+:\/{1,3}([^/?#\s]*)@/ : /^\s*(?:[\w+.-]+:\/{1,3})?(\S*)@/;
  const [, password = ""] = (user.exec(address)?.[1] ?? "").split(/:(.*)/s);
  const found = [password];
  if (isWhole) {
    const url = new URL(address);
    const isWeb = /^https?:$/.test(url.protocol);
    found.push(url.password);
    if (isWeb) found.push(url.username, ...url.pathname.split("/").filter((part) => KEY_IN_PATH.test(part)));
    for (const [name, value] of url.searchParams) if (isWeb || SECRET_SETTING.test(name)) found.push(value);
  }
  return found.flatMap((secret) => [secret, decoded(secret)]).filter((secret) => secret !== "");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
