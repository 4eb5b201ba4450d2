/**
 * Reads what `aliases.yml` says: a list of lists of names. A file of its own, loaded only where there are aliases: what
 * reads YAML is large.
 */
import { createHash } from "node:crypto";
import { parse } from "yaml";
import { ALIASES_FILE, type Aliases, MOST_CHARACTERS, NO_ALIASES, unusedAliases } from "./aliases.ts";
import { hasDeepLine } from "./front-matter.ts";

const MOST_GROUPS = 2_000;
/** Levels of nesting, far above the two that are meant. */
const MOST_LEVELS = 100;
const LONGEST_NAME = 200;

/** `text` as YAML: a list of lists of names. What is no such list is left out and noted. */
export function parseAliases(text: string): Aliases {
  if (text.length > MOST_CHARACTERS) return unusedAliases("it is too long");
  const list = parseYaml(text);
  if (list === null) return NO_ALIASES;
  if (!Array.isArray(list)) return unusedAliases("it is no list of lists of names");
  const groups = list.slice(0, MOST_GROUPS).map(namesOf);
  const used = groups.filter((group) => group.length > 1);
  const dropped = list.length - used.length;
  const notes = dropped === 0 ? [] : [`${dropped} of ${list.length} groups in ${ALIASES_FILE} are not used.`];
  if (used.length === 0) return { ...NO_ALIASES, notes };
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
