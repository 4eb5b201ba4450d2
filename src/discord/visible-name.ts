/** Names that Discord shows as they are, without markdown: of threads and of choices. */
import { makeVisibleLine } from "../render/visible.ts";

/** `text` on one line, with nothing hidden in it, and at most `most` UTF-16 code units; never ends within a character. */
export function visibleName(text: string, most: number): string {
  const line = makeVisibleLine(text, most);
  if (line.length <= most) return line;
  let name = "";
  for (const character of line) {
    if (name.length + character.length > most - 1) break;
    name += character;
  }
  return `${name.trimEnd()}…`;
}
