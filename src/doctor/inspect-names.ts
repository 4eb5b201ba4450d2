/** Looks at the names of the files of a corpus for what misleads a reader, or a program that is handed them. */
import { foldText } from "../text/fold.ts";

export interface PeculiarName {
  readonly file: string;
  readonly message: string;
}

/** Bytes: many systems take 255 for one part of a path. */
const LONG_NAME = 200;
const UNSEEN = /[\p{Cc}\p{Default_Ignorable_Code_Point}\u202a-\u202e\u2066-\u2069]/u;

/** Whether `text` holds what a terminal obeys or a reader does not see. */
export function hasUnseen(text: string): boolean {
  return UNSEEN.test(text);
}

/** In the order of `files`; a name may be peculiar in several ways. */
export function inspectNames(files: readonly string[]): readonly PeculiarName[] {
  const byLooks = new Map<string, string>();
  return files.flatMap((file) => {
    const messages: string[] = [];
    if (UNSEEN.test(file)) messages.push("its name has characters that cannot be seen");
    if (/["'`$;|&<>\\]|(?:^|\/)-/u.test(file))
      messages.push("its name has signs that a shell takes for its own");
    if (/(?:^|\/)\s|\s(?:\.[^./]*)?$/u.test(file)) messages.push("its name begins or ends with a space");
    if (file.split("/").some((part) => new TextEncoder().encode(part).length > LONG_NAME))
      messages.push(`its name has more than ${LONG_NAME} bytes`);
    const looks = foldText(file).text;
    const twin = byLooks.get(looks);
    if (twin !== undefined) messages.push(`its name looks like that of ${twin}`);
    else byLooks.set(looks, file);
    return messages.map((message) => ({ file, message }));
  });
}
