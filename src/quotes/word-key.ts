/** One spelling for each word and figure, so that words can be compared by identity. */
import { foldWord, isDoubleQuote, isSingleQuote } from "../text/fold.ts";

const EMPHASIS = /[*_~]+/g;
/** `.5` is `0.5`. */
const BARE_POINT = /^([^\p{L}\p{N}.]*)\.(?=\d)/u;
const THOUSANDS = /(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])/g;

/** `Straße` and `STRASSE` share a key, as do `1,200` and `1200`; `5` and `5%` do not. */
export function wordKey(word: string): string {
  if (word.length === 1 && (isDoubleQuote(word) || isSingleQuote(word)))
    return isDoubleQuote(word) ? '"' : "'";
  const folded = foldWord(word.length === 1 ? word : word.replace(EMPHASIS, ""));
  if (!/\d/.test(folded)) return folded;
  const figure = folded.replace(/\s/g, "").replace(THOUSANDS, (one) => one.replaceAll(",", ""));
  return figure.replace(BARE_POINT, "$10.");
}
