/** Writes what fills the slots of the prompts: sentences under labels, fenced, and the conversation so far. */
import { sliceRange } from "../corpus/source.ts";
import { estimateTokens } from "../text/estimate-tokens.ts";
import { makeHarmless } from "./make-harmless.ts";
import type { OfferedSentence } from "./offer-sentences.ts";

/** A turn of the conversation: what was asked, standing alone, and what the reader was told. */
export interface ToldTurn {
  readonly question: string;
  readonly answer: string;
}

/** Estimated tokens of conversation that are told: the latest turns that fit. */
const MOST_HISTORY_TOKENS = 800;
/** UTF-16 code units of a turn. */
const LONGEST_ANSWER = 600;
const LONGEST_QUESTION = 500;
const LONGEST_TITLE = 200;

/** One block a source: its title and date, its headings, and each sentence in a line that begins with its label. */
export function composeSources(offered: readonly OfferedSentence[]): string {
  const lines: string[] = [];
  let open: OfferedSentence["passage"]["source"] | null = null;
  let section: string | null = null;
  for (const { label, passage, sentence, text } of offered) {
    const { source } = passage;
    if (open !== source) {
      if (open !== null) lines.push(">>> end of source");
      lines.push(
        `<<< source: ${titleOf(source.title)}${source.date === null ? "" : `, dated ${makeHarmless(source.date)}`}`,
      );
      [open, section] = [source, null];
    }
    const above = headingAbove(passage, sentence.range.start);
    if (above !== null && above !== section && above !== source.title)
      lines.push(`(under: ${titleOf(above)})`);
    section = above;
    lines.push(`[S${label}] ${makeHarmless(text)}`);
  }
  return [...lines, ">>> end of source"].join("\n");
}

/** The latest turns that fit, oldest first, fenced; empty without any. */
export function composeHistory(turns: readonly ToldTurn[]): string {
  const told: string[] = [];
  let tokens = 0;
  for (const { question, answer } of [...turns].reverse()) {
    const asked = `Asked: ${askedText(question)}`;
    const turn =
      answer === "" ? `${asked}\nTold: nothing was found.` : `${asked}\nTold: ${cut(answer, LONGEST_ANSWER)}`;
    tokens += estimateTokens(turn);
    if (tokens > MOST_HISTORY_TOKENS) break;
    told.push(turn);
  }
  if (told.length === 0) return "";
  return `<<< the conversation so far\n${told.reverse().join("\n")}\n>>> end of the conversation\n\n`;
}

/** A question as a prompt holds it: one harmless line, cut where it has no end. */
export function askedText(question: string): string {
  return cut(question, LONGEST_QUESTION);
}

function titleOf(title: string): string {
  return cut(title, LONGEST_TITLE);
}

function cut(text: string, longest: number): string {
  const plain = makeHarmless(text.slice(0, 4 * longest));
  return plain.length > longest ? `${plain.slice(0, longest).trimEnd()} …` : plain;
}

/** The nearest heading or lead-in above a place, as its passage knows it. */
function headingAbove({ source, passage }: OfferedSentence["passage"], start: number): string | null {
  const inside = passage.sentences.findLast(({ kind, range }) => kind === "heading" && range.end <= start);
  const above = inside?.range ?? passage.context.findLast(({ end }) => end <= start);
  return above === undefined ? null : sliceRange(source.text, above);
}
