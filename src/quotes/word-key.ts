/** One spelling for each word and figure, so that words can be compared by identity. */
import { foldWord } from "../text/fold.ts";

const EMPHASIS = /[*_~]+/g;
const THOUSANDS = /(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])/g;

/** `Straße` and `STRASSE` share a key, as do `1,200` and `1200`; `5` and `5%` do not. */
export function wordKey(word: string): string {
  const folded = foldWord(word.replace(EMPHASIS, ""));
  if (!/\d/.test(folded)) return folded;
  return folded.replace(/\s/g, "").replace(THOUSANDS, (figure) => figure.replaceAll(",", ""));
}
