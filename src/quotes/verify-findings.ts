/**
 * Re-checks what an earlier answer found out: that words stand nowhere, and how faithful a quotation is. What a shorter
 * list of sources may have made true is not called false.
 */
import { sliceRange } from "../corpus/source.ts";
import type { CorpusIndex } from "../index/corpus-index.ts";
import { tokenize } from "../text/tokens.ts";
import { isEqual } from "./compare-citation.ts";
import type { QuoteCheck } from "./quote-check.ts";
import type { QuoteChecker } from "./quote-checker.ts";
import type { EarlierAnswer, EarlierCheck } from "./read-earlier-answer.ts";

/** A question has no more words that are looked up. */
const MOST_TERMS = 200;
const NEVER = /^The sources never mention /;

/** Whether a word stands in each source: only then it was missing from none, whichever were asked. */
async function standsEverywhere(index: CorpusIndex, word: string): Promise<boolean> {
  const terms = tokenize(word).map(({ term }) => term);
  if (terms.length !== 1 || index.sources.length === 0) return false;
  for (const { id } of index.sources)
    if ((await index.searchFullText(terms, 1, [id])).length === 0) return false;
  return true;
}

/** Words that are said to be missing and are not, each in a sentence. */
export async function verifyAbsence(index: CorpusIndex, { abstention }: EarlierAnswer): Promise<string[]> {
  if (abstention === null) return [];
  const { reason, missingTerms } = abstention;
  const problems: string[] = [];
  for (const term of new Set(missingTerms.slice(0, MOST_TERMS)))
    if (await standsEverywhere(index, term))
      problems.push(`“${term}” is said to be missing, and stands in every source.`);
  const named = NEVER.test(reason) ? [...reason.matchAll(/“([^”]*)”/g)].map(([, word = ""]) => word) : [];
  if (NEVER.test(reason) && named.length === 0) problems.push("Its reason names no word.");
  for (const word of named)
    if (
      !missingTerms.some(
        (term) => term === word || (word.endsWith("…") && term.startsWith(word.slice(0, -1))),
      )
    )
      problems.push(`Its reason names “${word}”, which is none of the words it says are missing.`);
  return problems;
}

const COMPARED = ["verdict", "faithful", "flags", "diff"] as const;

/** In what a check as it was told differs from one of today: names of fields. */
function differences({ given }: EarlierCheck, now: QuoteCheck): string[] {
  return COMPARED.filter((name) => {
    const told = given[name];
    return told !== undefined && !isEqual(told, now[name]);
  });
}

/**
 * Whether the quotation is checked today as it was told. Which source it was looked for in is not told: each that is
 * cited, and none, may have been.
 */
export function verifyCheck(checker: QuoteChecker, { check, citations, closest }: EarlierAnswer): string[] {
  if (check === null || check.claimed.trim() === "") return [];
  const known = new Set(checker.sources.map(({ id }) => id));
  const named = new Set(
    [...citations, ...closest].map(({ sourceId }) => sourceId).filter((id) => known.has(id)),
  );
  const free = checker.check(check.claimed);
  const { verdict, faithful } = check.given;
  const isElsewhere = verdict === "misattributed" && faithful !== true && free.faithful;
  if (isElsewhere) return [];
  const checks = [free, ...[...named].map((source) => checker.check(check.claimed, { source }))];
  const agreeing = checks.filter((one) => differences(check, one).length === 0);
  if (agreeing.length === 0) {
    const fields = differences(check, free).join(", ");
    return [`Today the check says “${free.verdict}”; its ${fields} is another.`];
  }
  const places = new Set(
    agreeing.flatMap(({ matches }) => matches.map(({ source, range }) => sliceRange(source.text, range))),
  );
  return citations.some(({ quote }) => !places.has(quote))
    ? ["It names a place where the quotation does not stand."]
    : [];
}
