/** What the corpus's owner says to mean the same: a name of a question in all its other names. Pure. */
import { isContentTerm, type Token, tokenize } from "../text/tokens.ts";
import type { Variant } from "./spelling-variants.ts";

/** Groups of names that mean the same. */
export type AliasGroups = readonly (readonly string[])[];

const TRUST = 0.9;

/** Cut into terms once, however many questions are asked. */
const cut = new WeakMap<AliasGroups, readonly (readonly (readonly string[])[])[]>();

function termsOf(groups: AliasGroups): readonly (readonly (readonly string[])[])[] {
  const known = cut.get(groups);
  if (known !== undefined) return known;
  const terms = groups.map((group) => group.map((name) => tokenize(name).map(({ term }) => term)));
  cut.set(groups, terms);
  return terms;
}

/** The other names for each term of a name that stands in the question. */
export function findAliases(tokens: readonly Token[], groups: AliasGroups): ReadonlyMap<string, Variant[]> {
  const found = new Map<string, Variant[]>();
  if (groups.length === 0) return found;
  const asked = ` ${tokens.map(({ term }) => term).join(" ")} `;
  for (const names of termsOf(groups)) {
    const held = names.filter((name) => name.length > 0 && asked.includes(` ${name.join(" ")} `));
    for (const name of held) {
      const others = names.filter((other) => other.length > 0 && other !== name);
      const variants = others.map((other) => ({ terms: other.filter(isContentTerm), trust: TRUST }));
      for (const term of name)
        found.set(term, [...(found.get(term) ?? []), ...variants.filter(({ terms }) => terms.length > 0)]);
    }
  }
  return found;
}
