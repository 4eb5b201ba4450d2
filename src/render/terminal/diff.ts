/** A word-by-word difference, in signs that need no colour. */
import type { DiffPart } from "../../quotes/quote-check.ts";
import { makeVisible } from "../visible.ts";
import { type Layout, setBlock } from "./layout.ts";

/** One block of text, with a line that explains the signs. */
export function renderDiff(diff: readonly DiffPart[], layout: Layout): string {
  const { style } = layout;
  const text = layout.isolate(
    diff
      .map((part) => renderPart(part, layout))
      .join("")
      .replaceAll("\n", " "),
  );
  const legend = style.faint(setBlock(layout, "[-the source says-] {+the claim says+}", "  "));
  return `${setBlock(layout, text, "  ")}\n${legend}`;
}

/** The signs close around the words; the spaces beside them stay outside. */
function renderPart({ op, text }: DiffPart, { style, isolate }: Layout): string {
  const shown = makeVisible(text);
  const words = shown.trim();
  if (op === "equal" || words === "") return shown;
  const start = shown.length - shown.trimStart().length;
  const inside = isolate(words);
  const signed = op === "delete" ? style.bad(`[-${inside}-]`) : style.good(`{+${inside}+}`);
  return shown.slice(0, start) + signed + shown.slice(start + words.length);
}
