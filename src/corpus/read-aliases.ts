/**
 * Reads the names that mean the same in a corpus: `aliases.yml` in its folder, a list of lists of names. It is no
 * source. A file that cannot be read or understood is told of and otherwise ignored: it stops nothing.
 */
import { realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import { explainSystemError, systemErrorCode, UserError } from "../errors.ts";
import { ALIASES_FILE, type Aliases, MOST_CHARACTERS, NO_ALIASES, unusedAliases } from "./aliases.ts";
import { readStableFile } from "./read-stable-file.ts";

const MOST_BYTES = 4 * MOST_CHARACTERS;

/** The aliases of the corpus at `corpusPath`; none for a corpus that is a single file. */
export async function readAliases(corpusPath: string): Promise<Aliases> {
  try {
    const folder = await realpath(corpusPath);
    const path = await realpath(join(folder, ALIASES_FILE));
    if (!path.startsWith(folder.endsWith(sep) ? folder : folder + sep))
      return unusedAliases("it is a symbolic link that leads out of the corpus folder");
    // Neither a pipe nor a device that took its place may be waited for.
    const reading = await readStableFile(path, MOST_BYTES);
    if ("refused" in reading) return unusedAliases(reading.refused);
    const { parseAliases } = await import("./parse-aliases.ts");
    return parseAliases(new TextDecoder().decode(reading.bytes));
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === "ENOENT" || code === "ENOTDIR") return NO_ALIASES;
    if (code === undefined && !(error instanceof UserError)) return unusedAliases("it cannot be read");
    return unusedAliases(`it cannot be read: ${explainSystemError(error)}`);
  }
}
