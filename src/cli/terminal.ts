/** Where the command line writes: data to standard output, everything else to standard error. */
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { type Config, colourWish } from "../config.ts";
import type { Layout } from "../render/terminal/layout.ts";
import { isolateDirection, isolateNames } from "../render/visible.ts";
import { pathOfSource } from "./path-of-source.ts";
import { plainStyle, terminalStyle } from "./style.ts";

/** Columns of a terminal that does not tell (it says 0). */
const USUAL_WIDTH = 80;

export interface Terminal {
  /** Data: what was asked for. */
  print(text: string): void;
  /** A JSON value on a line of its own. */
  printJson(value: unknown): void;
  /** A remark for the person; silent under `--quiet`. */
  note(text: string): void;
  /** A warning: also shown under `--quiet`. */
  warn(text: string): void;
  /** The layout of standard output. */
  readonly layout: Layout;
  /** Whether standard error is a terminal on which a line can be drawn over. */
  readonly animated: boolean;
}

/** The terminal that `config` asks for: colour and width only where a person looks at it. */
export async function createTerminal(config: Config): Promise<Terminal> {
  const { stdout, stderr } = process;
  const told = (text: string) => (stderr.isTTY === true ? isolateNames(text) : text);
  return {
    print: (text) => void stdout.write(text),
    printJson: (value) => void stdout.write(`${safeJson(value)}\n`),
    note: (text) => void (config.quiet || stderr.write(`${told(text)}\n`)),
    warn: (text) => void stderr.write(`${told(text)}\n`),
    layout: await layoutOf(stdout, config),
    animated: stderr.isTTY === true && !config.quiet && colourWish() !== "never",
  };
}

/** The same value to whoever parses it, without characters that a terminal obeys: JSON may write any as an escape. */
function safeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /(?!\u200c|\u200d|[\ufe00-\ufe0f])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu,
    (character) =>
      Array.from({ length: character.length }, (_, at) => escapeUnit(character.charCodeAt(at))).join(""),
  );
}

function escapeUnit(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, "0")}`;
}

/** Null where the texts of an index lie on another machine. */
function fileUrl(path: string): string | null {
  return existsSync(path) ? pathToFileURL(path).href : null;
}

async function layoutOf(stream: NodeJS.WriteStream, config: Config): Promise<Layout> {
  const wish = colourWish();
  const width = stream.isTTY === true ? stream.columns || USUAL_WIDTH : null;
  const coloured = wish === "always" || (wish === "auto" && stream.isTTY === true);
  return {
    style: coloured ? terminalStyle(stream) : plainStyle,
    width,
    wrap:
      width === null || config.json ? null : (await import("../render/terminal/wrap-at.ts")).wrapAt(width),
    isolate: width === null || config.json ? (text) => text : isolateDirection,
    fileUrl: (file) => fileUrl(pathOfSource(config.corpusPath, file)),
  };
}
