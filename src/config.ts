/** The only reader of the environment: flags over environment over defaults, checked once, then frozen. */
import { UserError } from "./errors.ts";
import {
  type EmbedderSettings,
  type Environment,
  type ModelSettings,
  presence,
  readEmbedderSettings,
  readModelSettings,
  readServiceSettings,
  type ServiceSettings,
} from "./service-settings.ts";
import { Secrets } from "./text/secrets.ts";
import { secretsOfSettings } from "./text/secrets-of-settings.ts";

/** What was typed; absent where nothing was. */
export interface Flags {
  readonly corpus?: string | undefined;
  readonly index?: string | undefined;
  readonly json?: boolean | undefined;
  readonly quiet?: boolean | undefined;
  readonly source?: readonly string[] | undefined;
  readonly model?: string | undefined;
  readonly top?: string | undefined;
  readonly verbose?: boolean | undefined;
}

export interface Config {
  readonly corpusPath: string;
  readonly indexPath: string;
  readonly json: boolean;
  readonly quiet: boolean;
  /** Show also what was dropped and why, tokens and time. */
  readonly verbose: boolean;
  readonly sourceIds: readonly string[];
  /** `none` or `<provider>:<name>`. */
  readonly model: string;
  /** `default`, `none` or `<provider>:<name>`. */
  readonly embedder: string;
  readonly services: ServiceSettings;
  readonly modelSettings: ModelSettings;
  readonly embedderSettings: EmbedderSettings;
  /** Most quotes of an extractive answer. */
  readonly top: number;
  /** Most quotes under the statements of a language model. */
  readonly modelTop: number;
}

const DEFAULT_CORPUS = "corpus";
const DEFAULT_TOP = 3;
const MOST_TOP = 20;
/** A model says more than quotes do: unless --top is given, it may cite more. */
const DEFAULT_MODEL_TOP = 12;
const PROVIDERS = ["ollama", "openai", "anthropic"];

/** `defaultCorpus` is read where none is named. Throws a UserError for a value that cannot be meant. */
export function readConfig(
  flags: Flags,
  environment: Environment = process.env,
  defaultCorpus: string = DEFAULT_CORPUS,
): Config {
  const indexPath = indexPathOf(flags.index ?? presence(environment.FOOTNOTE_INDEX) ?? ".footnote");
  // A database may hold the index of texts that are on another machine: those that ship must not take their place.
  const byDefault = /^postgres(?:ql)?:/i.test(indexPath) ? DEFAULT_CORPUS : defaultCorpus;
  return Object.freeze({
    corpusPath: pathOf("--corpus", flags.corpus ?? presence(environment.FOOTNOTE_CORPUS) ?? byDefault),
    indexPath,
    json: flags.json ?? false,
    quiet: flags.quiet ?? false,
    verbose: flags.verbose ?? false,
    sourceIds: flags.source ?? [],
    model: modelOf(flags.model ?? presence(environment.FOOTNOTE_MODEL) ?? "none"),
    embedder: presence(environment.FOOTNOTE_EMBEDDER) ?? "default",
    services: readServiceSettings(environment, flags.index),
    modelSettings: readModelSettings(environment),
    embedderSettings: readEmbedderSettings(environment),
    top: topOf(flags.top, DEFAULT_TOP),
    modelTop: topOf(flags.top, DEFAULT_MODEL_TOP),
  });
}

/** Whether stack traces are wanted: asked also when the configuration is at fault, and so no part of it. */
export function isDebugging(environment: Environment = process.env): boolean {
  return presence(environment.FOOTNOTE_DEBUG) !== undefined;
}

/** The keys, tokens and passwords of the environment: asked also when the configuration is at fault. */
export function configuredSecrets(environment: Environment = process.env): Secrets {
  return new Secrets(secretsOfSettings(environment));
}

/** What the terminal's environment says of colour, following no-color.org and the convention of FORCE_COLOR. */
export function colourWish(environment: Environment = process.env): "never" | "always" | "auto" {
  if (presence(environment.NO_COLOR) !== undefined || environment.TERM === "dumb") return "never";
  const force = environment.FORCE_COLOR;
  if (force !== undefined) return force === "0" || force === "false" ? "never" : "always";
  return "auto";
}

function pathOf(flag: string, value: string, kind = "folder or file"): string {
  if (value.trim() === "" || value.includes("\0"))
    throw new UserError(`${flag} needs a path.`, `Name a ${kind} after ${flag}.`);
  return value;
}

/** An address with a slash too few, or of another kind, would become a folder whose name is shown, password and all. */
function indexPathOf(value: string): string {
  const isAddress = /^\s*(?:postgres(?:ql)?:|[a-z][a-z\d+.-]*:\/\/)/i.test(value);
  if (isAddress && !/^postgres(?:ql)?:\/\//i.test(value))
    throw new UserError(
      "--index holds no address of a database that Footnote knows.",
      "Write it as postgres://user@host/database, or name a folder.",
    );
  return pathOf("--index", value, "folder");
}

function topOf(value: string | undefined, byDefault: number): number {
  if (value === undefined) return byDefault;
  const top = Number(value);
  if (!/^\d+$/.test(value) || top < 1 || top > MOST_TOP)
    throw new UserError(
      `--top takes a whole number from 1 to ${MOST_TOP}.`,
      "Leave it out for the usual three quotes.",
    );
  return top;
}

/** A model's name may hold colons of its own, as in `ollama:llama3.2:3b`. */
function modelOf(value: string): string {
  const setting = value.trim();
  if (setting === "none") return setting;
  const colon = setting.indexOf(":");
  const [provider, name] = colon === -1 ? [setting, ""] : [setting.slice(0, colon), setting.slice(colon + 1)];
  if (PROVIDERS.includes(provider) && name.trim() !== "" && !/[\p{C}\s]/u.test(name)) return setting;
  throw new UserError(
    PROVIDERS.includes(provider)
      ? `Which model of ${provider} is meant?`
      : `There is no language model ${JSON.stringify(setting)}.`,
    `Name one as ${PROVIDERS.map((known) => `${known}:<model>`).join(", ")}, or none.`,
  );
}

/** What the Discord bot needs besides. */
export interface BotConfig {
  readonly token: string;
  /** Commands are registered only in this server; null for everywhere. */
  readonly guildId: string | null;
  /** Base of Discord's REST addresses, without version and closing slash; null for Discord's own. */
  readonly api: string | null;
  /** Where questions that were not answered well are kept; null keeps none. */
  readonly feedbackFile: string | null;
  /** How many questions a minute one person may ask. */
  readonly questionsPerMinute: number;
  /** Which shards of the bot this process runs; null for a bot without shards. */
  readonly shards: BotShards | null;
}

/** `auto`: as many as Discord recommends, all of them here. */
export type BotShards = "auto" | { readonly ids: readonly number[]; readonly count: number };

const DEFAULT_QUESTIONS_PER_MINUTE = 10;

/** Whether anybody wants to run the bot at all. */
export function hasBotToken(environment: Environment = process.env): boolean {
  return presence(environment.DISCORD_TOKEN) !== undefined;
}

/** Throws a UserError for a setting that cannot be meant. Never repeats the token. */
export function readBotConfig(environment: Environment = process.env): BotConfig {
  const token = presence(environment.DISCORD_TOKEN)
    ?.trim()
    .replace(/^Bot\s+/i, "");
  if (token === undefined)
    throw new UserError(
      "DISCORD_TOKEN is not set.",
      "Put the bot's token from the Discord developer portal into DISCORD_TOKEN.",
    );
  if (/\s/.test(token))
    throw new UserError("DISCORD_TOKEN is no bot token.", "Copy the token again, without spaces or quotes.");
  const guildId = presence(environment.DISCORD_GUILD_ID)?.trim() ?? null;
  if (guildId !== null && !/^\d{17,20}$/.test(guildId))
    throw new UserError("DISCORD_GUILD_ID is no server id.", "A server id is a number of 17 to 20 digits.");
  return Object.freeze({
    token,
    guildId,
    api: addressOf(presence(environment.FOOTNOTE_DISCORD_API)),
    feedbackFile: presence(environment.FOOTNOTE_FEEDBACK) ?? null,
    questionsPerMinute: questionsOf(presence(environment.FOOTNOTE_QUESTIONS_PER_MINUTE)),
    shards: shardsOf(presence(environment.FOOTNOTE_SHARDS)),
  });
}

function addressOf(value: string | undefined): string | null {
  if (value === undefined) return null;
  const address = value.trim();
  const hint = "Leave it unset for Discord itself, or name a base such as http://127.0.0.1:4000/api.";
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new UserError("FOOTNOTE_DISCORD_API is no web address.", hint);
  const { username, password, search, hash } = new URL(address);
  if (username + password !== "")
    throw new UserError("FOOTNOTE_DISCORD_API holds a name or password, which Discord does not take.", hint);
  if (search + hash !== "" || /\s/.test(address))
    throw new UserError("FOOTNOTE_DISCORD_API is no base that paths can be added to.", hint);
  return address.replace(/(?<!\/)\/+$/, "").replace(/\/v\d+$/, "");
}

function questionsOf(value: string | undefined): number {
  if (value === undefined) return DEFAULT_QUESTIONS_PER_MINUTE;
  const questions = Number(value);
  if (!/^\d{1,4}$/.test(value) || questions < 5)
    throw new UserError(
      "FOOTNOTE_QUESTIONS_PER_MINUTE takes a whole number from 5 to 9999.",
      `Leave it unset for ${DEFAULT_QUESTIONS_PER_MINUTE}.`,
    );
  return questions;
}

const MOST_SHARDS = 10_000;

/** `auto`; `4`: four, all of them here; `0-1/4` or `2/4`: these of four. */
function shardsOf(value: string | undefined): BotShards | null {
  if (value === undefined) return null;
  if (value.trim() === "auto") return "auto";
  const [, first, last, of] = /^(?:(\d{1,5})(?:-(\d{1,5}))?\/)?(\d{1,5})$/.exec(value.trim()) ?? [];
  const count = Number(of);
  const from = Number(first ?? 0);
  const to = Number(last ?? first ?? count - 1);
  if (of === undefined || count < 1 || count > MOST_SHARDS || from > to || to >= count)
    throw new UserError(
      "FOOTNOTE_SHARDS names no shards.",
      "Set it to auto; to a number, as in 4; or to some of a number, counted from 0, as in 0-1/4.",
    );
  return { ids: Array.from({ length: to - from + 1 }, (_, at) => from + at), count };
}
