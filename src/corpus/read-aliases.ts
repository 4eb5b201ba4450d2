/**
 * Reads the names that mean the same in a corpus: `aliases.yml` in its folder, a list of lists of names. It is no
 * source. A file that cannot be read or understood is told of and otherwise ignored: it never stops anything.
 */
import { createHash } from "node:crypto";
import { realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import { parse } from "yaml";
import { systemErrorCode } from "../errors.ts";
import { hasDeepLine } from "./front-matter.ts";
import { readStableFile } from "./read-stable-file.ts";

/** Its name, in the folder of the corpus itself. */
export const ALIASES_FILE = "aliases.yml";

export interface Aliases {
  /** Names that mean the same, at least two a group. */
  readonly groups: readonly (readonly string[])[];
  /** Changes with the groups; empty when there are none. */
  readonly revision: string;
  /** What a reader should know: one sentence each. */
  readonly notes: readonly string[];
}

const NONE: Aliases = { groups: [], revision: "", notes: [] };
const MOST_GROUPS = 2_000;
const MOST_CHARACTERS = 1_000_000;
const MOST_BYTES = 4 * MOST_CHARACTERS;
/** Levels of nesting, far above the two that are meant. */
const MOST_LEVELS = 100;
const LONGEST_NAME = 200;

/** The aliases of the corpus at `corpusPath`; none for a corpus that is a single file. */
export async function readAliases(corpusPath: string): Promise<Aliases> {
  try {
    const folder = await realpath(corpusPath);
    const path = await realpath(join(folder, ALIASES_FILE));
    if (!path.startsWith(folder.endsWith(sep) ? folder : folder + sep))
      return unused("it is a symbolic link that leads out of the corpus folder");
    // Neither a pipe nor a device that took its place may be waited for.
    const reading = await readStableFile(path, MOST_BYTES);
    return "refused" in reading
      ? unused(reading.refused)
      : parseAliases(new TextDecoder().decode(reading.bytes));
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === "ENOENT" || code === "ENOTDIR") return NONE;
    return unused(`it cannot be read${code ? ` (${code})` : ""}`);
  }
}

function unused(reason: string): Aliases {
  return { ...NONE, notes: [`${ALIASES_FILE} is not used: ${reason}.`] };
}

/** `text` as YAML: a list of lists of names. What is no such list is left out and noted. */
export function parseAliases(text: string): Aliases {
  if (text.length > MOST_CHARACTERS) return unused("it is too long");
  const list = parseYaml(text);
  if (list === null) return NONE;
  if (!Array.isArray(list)) return unused("it is no list of lists of names");
  const groups = list.slice(0, MOST_GROUPS).map(namesOf);
  const used = groups.filter((group) => group.length > 1);
  const dropped = list.length - used.length;
  const notes = dropped === 0 ? [] : [`${dropped} of ${list.length} groups in ${ALIASES_FILE} are not used.`];
  if (used.length === 0) return { ...NONE, notes };
  const revision = createHash("sha256").update(JSON.stringify(used)).digest("hex").slice(0, 12);
  return { groups: used, revision, notes };
}

function parseYaml(text: string): unknown {
  if (nestsDeeply(text) || hasDeepLine(text)) return false;
  try {
    // Aliases of YAML itself could swell without end; names need none. Comparing each key with all others, and
    // drawing the place of each error, would take time that grows with the square of the text.
    return (
      parse(text, { maxAliasCount: 0, uniqueKeys: false, prettyErrors: false, logLevel: "error" }) ?? null
    );
  } catch {
    return false;
  }
}

/** Whether brackets open so many levels that parsing them could exhaust the stack. */
function nestsDeeply(text: string): boolean {
  let levels = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    levels += bracket === "[" || bracket === "{" ? 1 : -1;
    if (levels > MOST_LEVELS) return true;
  }
  return false;
}

function namesOf(group: unknown): string[] {
  if (!Array.isArray(group)) return [];
  const names = group.filter((name) => typeof name === "string" || typeof name === "number").map(String);
  return [...new Set(names.map((name) => name.trim()))].filter(
    (name) => name !== "" && name.length <= LONGEST_NAME,
  );
}
