/** Names what a disagreement is about in words of the sources: the shortest stretch with most of what both share. */

import { tokenize } from "../text/tokens.ts";
import type { Claim } from "./claim.ts";
import { textOf } from "./compared-sentence.ts";

const LONGEST_ABOUT = 60;

/** A slice of one of the two sentences, spaces made plain; never empty, never with the value in it. */
export function aboutPhrase(a: Claim, b: Claim, shared: readonly string[]): string {
  const phrases = [a, b].map((claim) => bestStretch(claim, new Set(shared)));
  phrases.sort((one, other) => other.keys - one.keys || one.text.length - other.text.length);
  return phrases[0]?.text.replace(/\s+/g, " ") ?? "";
}

function bestStretch(claim: Claim, shared: ReadonlySet<string>): { text: string; keys: number } {
  const text = textOf(claim.at);
  const { start: from } = claim.at.sentence.range;
  const value = { start: claim.range.start - from, end: claim.range.end - from };
  const keyOfTerm = new Map([...claim.said.values()].map(({ term, key }) => [term, key] as const));
  const marked = tokenize(text).flatMap(({ term, start, end }) => {
    const key = keyOfTerm.get(term);
    return key !== undefined && shared.has(key) ? [{ key, start, end }] : [];
  });
  let best = { text: "", keys: 0 };
  for (const [at, { start }] of marked.entries()) {
    const keys = new Set<string>();
    for (const { key, start: next, end } of marked.slice(at)) {
      const crosses = start < value.end && value.start < end;
      if (end - start > LONGEST_ABOUT || crosses || /[,.;:()|"“”]/.test(text.slice(start, next))) break;
      keys.add(key);
      const better = keys.size > best.keys || (keys.size === best.keys && end - start < best.text.length);
      if (better) best = { text: text.slice(start, end), keys: keys.size };
    }
  }
  return best;
}
