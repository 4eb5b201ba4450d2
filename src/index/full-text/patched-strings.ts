/** A long sorted list of strings with a few put in and a few left out, without a copy of it. */
import { lowerBound, type StringList } from "./string-list.ts";

/** Strings of the list that follow each other, or one that was put in. */
interface Run {
  /** Where it starts in the patched list. */
  readonly start: number;
  /** Where it starts in the list; -1 for what was put in. */
  readonly from: number;
  readonly added: string;
}

/** `added`: sorted, and none of it in the list; `removed`: in the list. The result is sorted like the list. */
export function patchStrings(
  list: StringList,
  added: readonly string[],
  removed: readonly string[],
): StringList {
  if (added.length === 0 && removed.length === 0) return list;
  const changes = [
    ...added.map((term) => ({ place: lowerBound(list, term), added: term })),
    ...removed.map((term) => ({ place: lowerBound(list, term), added: null })),
  ].sort((a, b) => a.place - b.place || order(a.added, b.added));
  const runs: Run[] = [];
  let [length, next] = [0, 0];
  const copyTo = (place: number): void => {
    if (place > next) runs.push({ start: length, from: next, added: "" });
    length += place - next;
    next = place;
  };
  for (const change of changes) {
    copyTo(change.place);
    if (change.added === null) next++;
    else runs.push({ start: length++, from: -1, added: change.added });
  }
  copyTo(list.length);
  return { length, at: (place) => readRun(list, runs, place) };
}

/** What is put in before a string comes before that string is left out. */
function order(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a < b ? -1 : 1;
}

function readRun(list: StringList, runs: readonly Run[], place: number): string {
  let [low, high] = [0, runs.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle]?.start ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  const run = runs[low];
  if (run === undefined) return "";
  return run.from === -1 ? run.added : list.at(run.from + place - run.start);
}
