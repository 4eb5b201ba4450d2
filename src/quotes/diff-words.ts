/** Writes an alignment as a diff: slices of the source that stay or go, and words of the claim that come in. */
import { type AlignedPair, isSamePair } from "./align-words.ts";
import type { Claim } from "./claim.ts";
import type { DiffPart } from "./quote-check.ts";
import type { WordIndex } from "./word-index.ts";

/** The source's text from a word to the next one, so that neighbouring slices join without a gap. */
function sourceSlice(index: WordIndex, at: number, isLast: boolean): string {
  const { source } = index.sourceAt(at);
  return source.text.slice(index.starts[at], isLast ? index.ends[at] : index.starts[at + 1]);
}

function claimSlice(claim: Claim, word: number): string {
  const { start = 0, end = 0 } = claim.words[word] ?? {};
  const next = claim.words[word + 1]?.start ?? end;
  return claim.text.slice(start, Math.max(end, next));
}

/** Joins neighbouring parts of a kind; what is left out comes before what is put in for it. */
function tidyParts(parts: readonly DiffPart[]): DiffPart[] {
  const tidied: DiffPart[] = [];
  let deleted = "";
  let inserted = "";
  const flush = (): void => {
    if (deleted !== "") tidied.push({ op: "delete", text: deleted });
    if (inserted !== "") tidied.push({ op: "insert", text: inserted });
    deleted = "";
    inserted = "";
  };
  let equal = "";
  for (const { op, text } of parts) {
    if (op === "equal") {
      flush();
      equal += text;
      continue;
    }
    if (equal !== "") tidied.push({ op: "equal", text: equal });
    equal = "";
    if (op === "delete") deleted += text;
    else inserted += text;
  }
  flush();
  if (equal !== "") tidied.push({ op: "equal", text: equal });
  return tidied;
}

/** `equal` and `delete` joined are the source's text from the first aligned word to the last. */
export function diffWords(index: WordIndex, claim: Claim, pairs: readonly AlignedPair[]): DiffPart[] {
  const lastAt = pairs.reduce((last, { at }) => Math.max(last, at), -1);
  const parts = pairs.flatMap((pair): DiffPart[] => {
    const { word, at } = pair;
    if (isSamePair(index, claim.words, pair))
      return [{ op: "equal", text: sourceSlice(index, at, at === lastAt) }];
    const changed: DiffPart[] = [];
    if (at >= 0) changed.push({ op: "delete", text: sourceSlice(index, at, at === lastAt) });
    if (word >= 0) changed.push({ op: "insert", text: claimSlice(claim, word) });
    return changed;
  });
  return tidyParts(parts);
}
