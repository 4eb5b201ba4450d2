/** How much of a thing is meant: where the sentences say `some guests`, a statement must not say `all guests`. English. */
import type { Fault } from "./cited-sentence.ts";
import type { Evidence } from "./evidence.ts";
import type { ReadText } from "./read-text.ts";

const CLASSES: readonly (readonly [name: string, words: RegExp])[] = [
  ["all", /^(?:all|every|each|both|entire|whole)$/],
  ["most", /^(?:most|majority|mostly|largely|mainly)$/],
  ["some", /^(?:some|several|few|many|part|parts|certain|minority|various)$/],
  ["none", /^(?:no|none|neither)$/],
];
/** Words that tell a number without naming it, and between what it must be. */
const SIZES: ReadonlyMap<string, readonly [least: number, most: number]> = new Map([
  ["single", [1, 1]],
  ["both", [2, 2]],
  ["few", [2, 9]],
  ["handful", [2, 9]],
  ["several", [3, 29]],
  ["umpteen", [100, Number.POSITIVE_INFINITY]],
  ["countless", [100, Number.POSITIVE_INFINITY]],
  ["innumerable", [100, Number.POSITIVE_INFINITY]],
  ["myriad", [1000, Number.POSITIVE_INFINITY]],
]);
/** Words between the quantifier and what it counts: `all of the older guests`. */
const FAR = 4;

export function checkQuantifiers(statement: ReadText, { cited, place }: Evidence): Fault | null {
  const theirs = quantified(cited);
  for (const [term, own] of quantified(statement)) {
    const known = theirs.get(term);
    if (known === undefined || own.names.size === 0 || known.isFree) continue;
    const [name] = [...own.names].filter((one) => !known.names.has(one) && !isWeaker(one, known.names));
    if (name !== undefined && known.names.size > 0)
      return { kind: "opposite", reason: `“${own.written}” is said of another share in ${place}.` };
  }
  return checkSizes(statement, cited, place);
}

/** `A few members` where the sentences count 53 members. */
function checkSizes({ words }: ReadText, cited: ReadText, place: string): Fault | null {
  for (const [at, { key, clause }] of words.entries()) {
    const size = SIZES.get(key);
    if (size === undefined || cited.keys.has(key)) continue;
    const counted = words
      .slice(at + 1, at + 1 + FAR)
      .filter((word) => word.clause === clause && word.isContent)
      .map(({ term }) => term);
    const theirs = cited.figures.filter(
      (figure) => figure.kind === "count" && counted.includes(figure.counted[0] ?? ""),
    );
    const [least, most] = size;
    if (theirs.length > 0 && theirs.every(({ amount }) => amount < least || amount > most))
      return { kind: "number", reason: `“${key}” is not the number that stands in ${place}.` };
  }
  return null;
}

/** `some` follows from `all`, `most` from `all`; a denial is looked at elsewhere. */
function isWeaker(name: string, known: ReadonlySet<string>): boolean {
  if (name === "none" || known.has("none")) return true;
  return name === "some" && known.has("most");
}

interface Quantified {
  readonly names: Set<string>;
  /** It also stands without a quantifier. */
  isFree: boolean;
  written: string;
}

/** For each content term the quantifiers right before it. */
function quantified({ text, words }: ReadText): ReadonlyMap<string, Quantified> {
  const found = new Map<string, Quantified>();
  for (const [at, word] of words.entries()) {
    if (!word.isContent) continue;
    const entry = found.get(word.term) ?? { names: new Set(), isFree: false, written: "" };
    found.set(word.term, entry);
    const quantifier = quantifierBefore(words, at);
    if (quantifier === null) entry.isFree ||= true;
    else {
      entry.names.add(quantifier.name);
      entry.written = text.slice(words[quantifier.at]?.start ?? 0, word.end);
    }
  }
  return found;
}

function quantifierBefore(words: ReadText["words"], at: number): { name: string; at: number } | null {
  let skipped = 0;
  for (let left = at - 1; left >= 0 && left >= at - FAR; left -= 1) {
    const word = words[left];
    if (word === undefined || word.clause !== words[at]?.clause) return null;
    const match = CLASSES.find(([, pattern]) => pattern.test(word.key));
    if (match !== undefined) return { name: match[0], at: left };
    if (word.isContent) {
      skipped += 1;
      if (skipped > 1) return null;
    } else if (!/^(?:of|the|its|their|his|her|these|those|our)$/.test(word.key)) return null;
  }
  return null;
}
