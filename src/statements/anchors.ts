/** The words of a text that can change places with others of their kind: names, figures, dates, words with an opposite. */
import type { Figure } from "../language/figures/figure.ts";
import { OPPOSITE_GROUPS } from "./opposite-words.ts";
import type { NameRun } from "./read-names.ts";
import type { ReadText } from "./read-text.ts";
import { isSameName } from "./same-name.ts";

export type AnchorKind = "name" | "figure" | "date" | "side";

export interface Anchor {
  readonly kind: AnchorKind;
  /** Equal for anchors that may be swapped: figures of one unit, sides of one group. */
  readonly group: string;
  readonly keys: readonly string[];
  /** Indexes of its words, half-open. */
  readonly first: number;
  readonly next: number;
  readonly isPossessive: boolean;
  /** Its capital may only be that of the first word of a sentence. */
  readonly isDoubtful: boolean;
}

/** The anchors in order of kind, then of place. */
export function findAnchors(text: ReadText): Anchor[] {
  return [
    ...text.names.filter(({ keys }) => keys.length > 0).map(fromName),
    ...text.figures.map(fromFigure),
    ...sidesOf(text),
  ];
}

/** Whether two anchors stand for one thing. */
export function isSameAnchor(one: Anchor, other: Anchor): boolean {
  if (one.kind !== other.kind || one.group !== other.group) return false;
  const [key = "", known = ""] = [one.keys[0], other.keys[0]];
  // 2019 is the year of 9 May 2019.
  if (one.kind === "date") return key.startsWith(known) || known.startsWith(key);
  if (one.kind !== "name") return key === known;
  if (initialsOf(one) === other.keys[0] || initialsOf(other) === one.keys[0]) return true;
  return one.keys.some((key) => other.keys.some((known) => isSameName(key, known) || isSameName(known, key)));
}

/** `eu` for a European Union; nothing for a single word. */
function initialsOf({ keys }: Anchor): string {
  return keys.length > 1 ? keys.map((key) => key.charAt(0)).join("") : "-";
}

function fromName({ keys, first, next, isPossessive, isDoubtful }: NameRun): Anchor {
  return { kind: "name", group: "", keys, first, next, isPossessive, isDoubtful };
}

function fromFigure(figure: Figure): Anchor {
  const { kind, unit, date, first, next } = figure;
  if (kind === "date")
    return { kind: "date", group: "", keys: [date], first, next, isPossessive: false, isDoubtful: false };
  return {
    kind: "figure",
    group: `${kind} ${unit?.dimension ?? ""}`,
    keys: [String(baseAmount(figure))],
    first,
    next,
    isPossessive: false,
    isDoubtful: false,
  };
}

/** In the base of its dimension, so that 5 km and 5,000 m are one. */
export function baseAmount({ amount, unit }: Figure): number {
  return Number((amount * (unit?.factor ?? 1)).toPrecision(12));
}

function sidesOf({ words }: ReadText): Anchor[] {
  return words.flatMap(({ term }, at) =>
    (SIDES.get(term) ?? []).map(
      ([group, side]): Anchor => ({
        kind: "side",
        group,
        keys: [side],
        first: at,
        next: at + 1,
        isPossessive: false,
        isDoubtful: false,
      }),
    ),
  );
}

/** For each term the groups it belongs to, and its side there. */
const SIDES: ReadonlyMap<string, readonly (readonly [group: string, side: string])[]> = gatherSides();

function gatherSides(): Map<string, [string, string][]> {
  const sides = new Map<string, [string, string][]>();
  for (const [group, all] of OPPOSITE_GROUPS.entries())
    for (const [side, terms] of all.entries())
      for (const term of terms) sides.set(term, [...(sides.get(term) ?? []), [String(group), String(side)]]);
  return sides;
}
