/**
 * Finds what changed places: two names, figures, dates or opposite words of a statement whose surroundings are each
 * other's in the cited sentences; and a name put where the sentences have another one. It compares nearest words, it
 * parses nothing: a swap told in wholly new words is not found.
 */

import { type Features, featuresOf, range } from "./anchor-features.ts";
import { type Anchor, findAnchors, isSameAnchor } from "./anchors.ts";
import { isEnglish } from "./check-words.ts";
import type { Fault } from "./cited-sentence.ts";
import type { Evidence } from "./evidence.ts";
import type { ReadText } from "./read-text.ts";

interface Placed {
  readonly anchor: Anchor;
  readonly features: Features;
}

/** Anchors of one kind that are compared pair by pair; a statement is short, so this is never reached by honest ones. */
const MOST_ANCHORS = 24;
const MOST_PLACES = 800;
/** For names a single word in common is too little. */
const LEAST_MARGIN = { name: 1, figure: 0.6, date: 0.4, side: 0.6 } as const;

export function checkRoles(statement: ReadText, { cited, frame, question, place }: Evidence): Fault | null {
  if (!isEnglish(statement)) return null;
  const theirs = placed(cited);
  const known = [...theirs.map(({ anchor }) => anchor), ...findAnchors(frame), ...findAnchors(question)];
  // A capital at the start of the line is a name's only if something else knows the name.
  const own = placed(statement).filter(
    ({ anchor }) => !anchor.isDoubtful || known.some((other) => isSameAnchor(anchor, other)),
  );
  const swapped = findSwap(own, theirs);
  if (swapped !== null) {
    const [one, other] = swapped.map(({ anchor }) => wordsOf(statement, anchor));
    return { kind: "roles", reason: `“${one}” and “${other}” stand the other way round in ${place}.` };
  }
  const foreign = own.find((one) => one.anchor.kind === "name" && isInAnothersPlace(one, own, theirs));
  if (foreign === undefined) return findStranger(own, theirs, statement, place);
  return {
    kind: "roles",
    reason: `${wordsOf(statement, foreign.anchor)} has the place that another name has in ${place}.`,
  };
}

/** A name that only the question or a title has, where the sentences have other names and the statement none of them. */
function findStranger(
  own: readonly Placed[],
  theirs: readonly Placed[],
  statement: ReadText,
  place: string,
): Fault | null {
  const isTheirs = ({ anchor }: Placed) => theirs.some((other) => isSameAnchor(anchor, other.anchor));
  const names = own.filter(({ anchor }) => anchor.kind === "name");
  const doers = theirs.filter(
    ({ anchor, features }) =>
      anchor.kind === "name" && [...features.keys()].some((key) => key.startsWith("does ")),
  );
  const stranger = names.find((one) => !isTheirs(one));
  if (stranger === undefined || doers.length === 0 || names.some(isTheirs)) return null;
  return {
    kind: "name",
    reason: `The line speaks of ${wordsOf(statement, stranger.anchor)}, other names stand in ${place}.`,
  };
}

function placed(text: ReadText): Placed[] {
  const anchors = findAnchors(text);
  const taken = new Map<string, Set<number>>();
  for (const { kind, group, first, next } of anchors) {
    const indexes = taken.get(`${kind} ${group}`) ?? new Set();
    for (const at of range(first, next)) indexes.add(at);
    taken.set(`${kind} ${group}`, indexes);
  }
  return anchors.slice(0, MOST_PLACES).map((anchor) => {
    const features = featuresOf(text, anchor, taken.get(`${anchor.kind} ${anchor.group}`) ?? new Set());
    return { anchor, features };
  });
}

function findSwap(own: readonly Placed[], theirs: readonly Placed[]): readonly [Placed, Placed] | null {
  const known = own
    .filter((one) => theirs.some(({ anchor }) => isSameAnchor(one.anchor, anchor)))
    .slice(0, MOST_ANCHORS);
  for (const [at, one] of known.entries())
    for (const other of known.slice(at + 1)) {
      if (one.anchor.kind !== other.anchor.kind || one.anchor.group !== other.anchor.group) continue;
      if (isSameAnchor(one.anchor, other.anchor) || standsSo(one, other, theirs)) continue;
      const straight = agreement(one, one.anchor, theirs) + agreement(other, other.anchor, theirs);
      const crossed = agreement(one, other.anchor, theirs) + agreement(other, one.anchor, theirs);
      if (crossed >= straight + LEAST_MARGIN[one.anchor.kind]) return [one, other];
    }
  return null;
}

/** Whether the two stand side by side in this order in the sentences too, with the same word between: `2016 to 2020`. */
function standsSo(one: Placed, other: Placed, theirs: readonly Placed[]): boolean {
  if (one.anchor.kind === "name" || other.anchor.first - one.anchor.next > 1) return false;
  return theirs.some((known, at) => {
    const next = theirs[at + 1];
    return (
      next !== undefined &&
      next.anchor.first - known.anchor.next <= 1 &&
      isSameAnchor(one.anchor, known.anchor) &&
      isSameAnchor(other.anchor, next.anchor) &&
      isBoundAlike(other.features, next.features)
    );
  });
}

/** `from` on one side and `to` on the other is not alike. */
function isBoundAlike(one: Features, other: Features): boolean {
  const [own, theirs] = [one, other].map((features) =>
    [...features.keys()].filter((key) => key.startsWith("after ")).join(),
  );
  return own === "" || theirs === "" || own === theirs;
}

/** How much of what stands around `one` stands around `anchor` in the sentences, at its best place. */
function agreement(one: Placed, anchor: Anchor, theirs: readonly Placed[]): number {
  let best = 0;
  for (const other of theirs) {
    if (!isSameAnchor(anchor, other.anchor)) continue;
    let sum = 0;
    for (const [feature, weight] of one.features) sum += Math.min(weight, other.features.get(feature) ?? 0);
    best = Math.max(best, sum);
  }
  return best;
}

/** A name with a role that the sentences give to other names only, none of which the statement mentions. */
function isInAnothersPlace(one: Placed, own: readonly Placed[], theirs: readonly Placed[]): boolean {
  const names = theirs.filter(({ anchor }) => anchor.kind === "name");
  for (const [feature, weight] of one.features) {
    if (weight < 1 || !/^(?:does|title) /.test(feature)) continue;
    const owners = names.filter(({ features }) => features.has(feature));
    if (owners.length === 0 || owners.some(({ anchor }) => isSameAnchor(one.anchor, anchor))) continue;
    const isMentioned = owners.some((owner) => own.some(({ anchor }) => isSameAnchor(anchor, owner.anchor)));
    if (!isMentioned || (one.anchor.isPossessive && owners.some(({ anchor }) => anchor.isPossessive)))
      return true;
  }
  return false;
}

function wordsOf({ text, words }: ReadText, { first, next }: Anchor): string {
  return text.slice(words[first]?.start ?? 0, words[next - 1]?.end ?? 0);
}
