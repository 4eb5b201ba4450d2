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
}

export interface Config {
  readonly corpusPath: string;
  readonly indexPath: string;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly sourceIds: readonly string[];
  /** `none` or `<provider>:<name>`. */
  readonly model: string;
  /** `default`, `none` or `<provider>:<name>`. */
  readonly embedder: string;
  readonly top: number;
  /** Stack traces are shown. */
  readonly debug: boolean;
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
    sourceIds: flags.source ?? [],
    model: modelOf(flags.model ?? presence(environment.FOOTNOTE_MODEL) ?? "none"),
    embedder: presence(environment.FOOTNOTE_EMBEDDER) ?? "default",
    top: topOf(flags.top),
    debug: presence(environment.FOOTNOTE_DEBUG) !== undefined,
  });
}

/** Whether stack traces are wanted; asked also when the rest of the configuration is at fault. */
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
