/** What the environment says of models, embedders and their servers, checked. It is handed the environment. */
import { UserError } from "./errors.ts";
import { secretsOfSettings } from "./text/secrets-of-settings.ts";

export interface ModelSettings {
  /** How long a model may take to its first token, and for a whole answer. */
  readonly firstTokenSeconds: number;
  readonly answerSeconds: number;
  /** How large a reply may be, in millions of bytes. */
  readonly replyMegabytes?: number | undefined;
  /** A folder with prompts of one's own; null for those that ship. */
  readonly promptsPath: string | null;
}

export interface EmbedderSettings {
  /** How long a service may take for the vectors it is asked for at once, repeated attempts included. */
  readonly seconds: number;
  /** How large a reply may be, in millions of bytes. */
  readonly replyMegabytes: number;
}

/** Where model services are, and how to get in; absent for their defaults. */
export interface ServiceSettings {
  readonly ollamaHost?: string | undefined;
  readonly openaiBaseUrl?: string | undefined;
  readonly openaiApiKey?: string | undefined;
  readonly anthropicBaseUrl?: string | undefined;
  readonly anthropicApiKey?: string | undefined;
  /** All that must never be shown, also what is not sent to any of these services. */
  readonly secrets?: readonly string[] | undefined;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const FIRST_TOKEN_SECONDS = 30;
const ANSWER_SECONDS = 90;
const MOST_SECONDS = 3600;
/** An answer has some thousands of bytes; the vectors of a few texts up to some millions. */
export const MODEL_REPLY_MEGABYTES = 4;
const MOST_MEGABYTES = 1000;

/** A model may have to be loaded first; the largest vectors of today, written as text, take some 3 MB. */
export const EMBEDDER_DEFAULTS: EmbedderSettings = { seconds: 120, replyMegabytes: 8 };

/** `index` as it was named, which may be the address of a database. */
export function readServiceSettings(environment: Environment, index?: string): ServiceSettings {
  return {
    ollamaHost: presence(environment.OLLAMA_HOST),
    openaiBaseUrl: presence(environment.OPENAI_BASE_URL),
    openaiApiKey: presence(environment.OPENAI_API_KEY)?.trim(),
    anthropicBaseUrl: presence(environment.ANTHROPIC_BASE_URL),
    anthropicApiKey: presence(environment.ANTHROPIC_API_KEY)?.trim(),
    secrets: secretsOfSettings(environment, index),
  };
}

/** @throws UserError for a bound that cannot be meant. */
export function readModelSettings(environment: Environment): ModelSettings {
  return {
    firstTokenSeconds: secondsOf(environment, "FOOTNOTE_MODEL_FIRST_TOKEN_SECONDS", FIRST_TOKEN_SECONDS),
    answerSeconds: secondsOf(environment, "FOOTNOTE_MODEL_SECONDS", ANSWER_SECONDS),
    replyMegabytes: megabytesOf(environment, "FOOTNOTE_MODEL_MEGABYTES", MODEL_REPLY_MEGABYTES),
    promptsPath: presence(environment.FOOTNOTE_PROMPTS) ?? null,
  };
}

/** @throws UserError for a bound that cannot be meant. */
export function readEmbedderSettings(environment: Environment): EmbedderSettings {
  const { seconds, replyMegabytes } = EMBEDDER_DEFAULTS;
  return {
    seconds: secondsOf(environment, "FOOTNOTE_EMBEDDER_SECONDS", seconds),
    replyMegabytes: megabytesOf(environment, "FOOTNOTE_EMBEDDER_MEGABYTES", replyMegabytes),
  };
}

/** Undefined for a variable that is empty, too. */
export function presence(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === "" ? undefined : value;
}

function secondsOf(environment: Environment, variable: string, byDefault: number): number {
  return boundOf(environment[variable], byDefault, MOST_SECONDS, [variable, "seconds"]);
}

function megabytesOf(environment: Environment, variable: string, byDefault: number): number {
  return boundOf(environment[variable], byDefault, MOST_MEGABYTES, [variable, "megabytes"]);
}

function boundOf(
  set: string | undefined,
  byDefault: number,
  most: number,
  [variable, unit]: readonly [string, string],
): number {
  const value = presence(set)?.trim();
  if (value === undefined) return byDefault;
  const bound = Number(value);
  if (!/^(?:\d{1,4}|\d{0,4}\.\d{1,3})$/.test(value) || bound <= 0 || bound > most)
    throw new UserError(
      `${variable} takes ${unit}, up to ${most}.`,
      `Leave it unset for ${byDefault} ${unit}.`,
    );
  return bound;
}
