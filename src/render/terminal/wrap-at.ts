/**
 * Wraps text at the edge of a page. A file of its own because what measures columns takes a twentieth of a second to
 * load, and a pipe has no edge.
 */
import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";
import type { Wrap } from "./layout.ts";

/** Wider lines are hard to read, however wide the window. */
const WIDEST_TEXT = 92;
/** Narrower ones are, too. */
const NARROWEST_TEXT = 20;

/** Wraps so that a line and what stands before it fill at most `width` columns. */
export function wrapAt(width: number): Wrap {
  return (text, before) => {
    const columns = Math.max(NARROWEST_TEXT, Math.min(width - stringWidth(before), WIDEST_TEXT));
    return wrapAnsi(text, columns, { hard: true }).split("\n");
  };
}
