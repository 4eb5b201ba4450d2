/** The only reader of the environment: flags over environment over defaults, checked once, then frozen. */
import { UserError } from "./errors.ts";

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
  readonly top: number;
}

/** Where model services are, and how to get in; absent for their defaults. */
export interface ServiceSettings {
  readonly ollamaHost?: string | undefined;
  readonly openaiBaseUrl?: string | undefined;
  readonly openaiApiKey?: string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

const DEFAULT_TOP = 3;
const MOST_TOP = 20;

/** Throws a UserError for a value that cannot be meant. */
export function readConfig(flags: Flags, environment: Environment = process.env): Config {
  return Object.freeze({
    corpusPath: pathOf("--corpus", flags.corpus ?? presence(environment.FOOTNOTE_CORPUS) ?? "corpus"),
    indexPath: pathOf("--index", flags.index ?? presence(environment.FOOTNOTE_INDEX) ?? ".footnote"),
    json: flags.json ?? false,
    quiet: flags.quiet ?? false,
    verbose: flags.verbose ?? false,
    sourceIds: flags.source ?? [],
    model: modelOf(flags.model ?? presence(environment.FOOTNOTE_MODEL) ?? "none"),
    embedder: presence(environment.FOOTNOTE_EMBEDDER) ?? "default",
    services: {
      ollamaHost: presence(environment.OLLAMA_HOST),
      openaiBaseUrl: presence(environment.OPENAI_BASE_URL),
      openaiApiKey: presence(environment.OPENAI_API_KEY),
    },
    top: topOf(flags.top),
  });
}

/** Whether stack traces are wanted: asked also when the configuration is at fault, and so no part of it. */
export function isDebugging(environment: Environment = process.env): boolean {
  return presence(environment.FOOTNOTE_DEBUG) !== undefined;
}

/** What the terminal's environment says of colour, following no-color.org and the convention of FORCE_COLOR. */
export function colourWish(environment: Environment = process.env): "never" | "always" | "auto" {
  if (presence(environment.NO_COLOR) !== undefined || environment.TERM === "dumb") return "never";
  const force = environment.FORCE_COLOR;
  if (force !== undefined) return force === "0" || force === "false" ? "never" : "always";
  return "auto";
}

function presence(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === "" ? undefined : value;
}

function pathOf(flag: string, value: string): string {
  if (value.trim() === "" || value.includes("\0"))
    throw new UserError(`${flag} needs a path.`, `Name a folder or file after ${flag}.`);
  return value;
}

function topOf(value: string | undefined): number {
  if (value === undefined) return DEFAULT_TOP;
  const top = Number(value);
  if (!/^\d+$/.test(value) || top < 1 || top > MOST_TOP)
    throw new UserError(
      `--top takes a whole number from 1 to ${MOST_TOP}.`,
      "Leave it out for the usual three quotes.",
    );
  return top;
}

function modelOf(value: string): string {
  if (value !== "none")
    throw new UserError(
      "Language models cannot be used yet.",
      "Leave out --model and FOOTNOTE_MODEL, or set them to none.",
    );
  return value;
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
}

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
  });
}

function addressOf(value: string | undefined): string | null {
  if (value === undefined) return null;
  const address = value.trim();
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new UserError(
      "FOOTNOTE_DISCORD_API is no web address.",
      "Leave it unset for Discord itself, or name a base such as http://127.0.0.1:4000/api.",
    );
  return address.replace(/\/+$/, "").replace(/\/v\d+$/, "");
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
