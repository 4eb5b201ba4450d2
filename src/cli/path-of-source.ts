/** Where the file of a source lies. */
import { statSync } from "node:fs";
import { resolve } from "node:path";

/** The absolute path of `file`, as the index names it, of the corpus at `corpusPath`: a folder, or that one file. */
export function pathOfSource(corpusPath: string, file: string): string {
  const isOneFile = statSync(corpusPath, { throwIfNoEntry: false })?.isFile() ?? false;
  return isOneFile ? resolve(corpusPath) : resolve(corpusPath, file);
}
