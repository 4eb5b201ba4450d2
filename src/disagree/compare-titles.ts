/** What the titles of two sources tell of whether they are of one thing. Each title is read once. */
import type { Source } from "../corpus/source.ts";
import { tokenize } from "../text/tokens.ts";
import type { Claim } from "./claim.ts";
import { isTelling } from "./word-classes.ts";

/** How much of the shorter title two sources share, at least, to be of one thing. */
const TITLES_ALIKE = 0.5;

export type TitleLikeness = "alike" | "other" | "unlike" | "unknown";

/**
 * What two titles tell: sources `alike` are of one thing, so that little more need be said; `other` ones are of two
 * models of it; `unlike` ones share no word.
 */
export function compareTitles({ at: a }: Claim, { at: b }: Claim): TitleLikeness {
  const [one, other] = [a.passage.source, b.passage.source];
  if (one === other) return "unknown";
  const [mine, theirs] = [titleTerms(one), titleTerms(other)];
  const [model, otherModel] = [modelOf(mine), modelOf(theirs)];
  if (model !== otherModel && model !== "" && otherModel !== "") return "other";
  const shared = [...mine].filter((term) => theirs.has(term)).length;
  if (shared === 0) return mine.size > 0 && theirs.size > 0 ? "unlike" : "unknown";
  const isAlike = model === otherModel && shared >= TITLES_ALIKE * Math.min(mine.size, theirs.size);
  return isAlike ? "alike" : "unknown";
}

/** The models that a title names: T4, X200, or a number of two digits or more that is no year. */
function modelOf(terms: ReadonlySet<string>): string {
  return [...terms]
    .filter((term) => /\d\D|\D\d|^[2-9]\d+$/.test(term) && !/^(?:1\d|20)\d\d$/.test(term))
    .sort()
    .join(" ");
}

const termsOfTitles = new WeakMap<Source, ReadonlySet<string>>();

function titleTerms(source: Source): ReadonlySet<string> {
  const terms =
    termsOfTitles.get(source) ??
    new Set(tokenize(source.title).flatMap(({ term }) => (isTelling(term) ? [term] : [])));
  termsOfTitles.set(source, terms);
  return terms;
}
