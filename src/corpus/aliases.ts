/** Names that mean the same in a corpus, and the file that lists them. */

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

export const NO_ALIASES: Aliases = { groups: [], revision: "", notes: [] };

/** In UTF-16 code units; a longer file is not used. */
export const MOST_CHARACTERS = 1_000_000;

/** None, and the reason for a reader. */
export function unusedAliases(reason: string): Aliases {
  return { ...NO_ALIASES, notes: [`${ALIASES_FILE} is not used: ${reason}.`] };
}
