/** Whatever a statement puts in quotation marks must stand in one cited sentence, word for word; typography may differ. */
import { extractQuotations } from "../text/extract-quotations.ts";
import { foldText } from "../text/fold.ts";
import type { CitedSentence, Fault } from "./cited-sentence.ts";

const WORD = /[\p{L}\p{N}]/u;
/** Marks at the end belong to the sentence around, not to the quotation. */
const EDGES = /^[\s.,;:!?…'"-]+|[\s.,;:!?…'"-]+$/gu;
const MARKS = /["“”„«»]/gu;

export function checkQuotations(text: string, cited: readonly CitedSentence[], place: string): Fault | null {
  const quotations = extractQuotations(text);
  if (quotations.length === 0)
    return hasLoneMark(text)
      ? { kind: "quotation", reason: "The line opens a quotation that nothing closes." }
      : null;
  const sayings = cited.flatMap(({ text: said, title }) => [foldText(said).text, foldText(title).text]);
  for (const { quote } of quotations) {
    const wanted = foldText(quote).text.replace(EDGES, "");
    if (wanted !== "" && !sayings.some((said) => stands(wanted, said)))
      return { kind: "quotation", reason: `“${quote}” does not stand word for word in ${place}.` };
  }
  return null;
}

/** Whether `wanted` stands in `said` and neither begins nor ends within a word. */
function stands(wanted: string, said: string): boolean {
  if (isSpaceless(wanted)) return said.includes(wanted);
  for (let at = said.indexOf(wanted); at !== -1; at = said.indexOf(wanted, at + 1)) {
    const after = said.charAt(at + wanted.length);
    if (!(at > 0 && WORD.test(said.charAt(at - 1))) && !(after !== "" && WORD.test(after))) return true;
  }
  return false;
}

/** Scripts without spaces have no word borders to keep to. */
function isSpaceless(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(
    text,
  );
}

function hasLoneMark(text: string): boolean {
  return (text.replace(/\d["”″]/gu, "").match(MARKS) ?? []).length > 0;
}
