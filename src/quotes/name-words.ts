/** Tells words that name somebody or something by their capitals. No list of names: any text can be read. */
import { endsSentence } from "./boundaries.ts";
import type { Claim } from "./claim.ts";
import type { WordIndex } from "./word-index.ts";

const CAPITAL = /^\p{Lu}/u;
/** A key is a name if it stands with a capital at each of its first places. */
const PLACES_LOOKED_AT = 6;

function isCapitalised(index: WordIndex, at: number): boolean {
  const start = index.starts[at] ?? 0;
  return CAPITAL.test(index.sourceAt(at).source.text.slice(start, start + 2));
}

/** What was found out about the keys of an index: each is looked for once. */
const capitalised = new WeakMap<WordIndex, Map<number, boolean>>();

/** Whether the sources write this key with a capital wherever it stands inside a sentence. */
function isAlwaysCapitalised(index: WordIndex, id: number): boolean {
  const known = capitalised.get(index) ?? new Map<number, boolean>();
  capitalised.set(index, known);
  const found = known.get(id) ?? lookForCapitals(index, id);
  known.set(id, found);
  return found;
}

function lookForCapitals(index: WordIndex, id: number): boolean {
  let inside = 0;
  let at = index.ids.indexOf(id);
  for (let looked = 0; looked < PLACES_LOOKED_AT && at !== -1 && at < index.size; looked += 1) {
    if (!isCapitalised(index, at)) return false;
    if (at > index.sourceAt(at).first && !endsSentence(index, at)) inside += 1;
    at = index.ids.indexOf(id, at + 1);
  }
  return inside > 0;
}

/** Whether the word of a source is a name, or part of one. */
export function isSourceName(index: WordIndex, at: number): boolean {
  if (!isCapitalised(index, at)) return false;
  const opens = at === index.sourceAt(at).first || endsSentence(index, at);
  return !opens || isAlwaysCapitalised(index, index.ids[at] ?? -1);
}

/** Whether a word of a claim is a name: a capital inside a sentence, or a word the sources write so. */
export function isClaimedName(index: WordIndex, claim: Claim, at: number): boolean {
  const word = claim.words[at];
  if (word === undefined || !CAPITAL.test(claim.text.slice(word.start, word.start + 2).replace("[", "")))
    return false;
  const before = claim.text.slice(claim.words[at - 1]?.end ?? 0, word.start);
  const opens = at === 0 || /[.!?…]/.test(before);
  return !opens || (word.id >= 0 && isAlwaysCapitalised(index, word.id));
}
