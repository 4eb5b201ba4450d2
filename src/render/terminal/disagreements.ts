/** What sources disagree on: in a line or two below an answer, or with every quote for a whole corpus. Pure. */
import type { Citation, Disagreement } from "../../answers/answer.ts";
import type { ListedDisagreements } from "../../answers/cite-disagreements.ts";
import { renderFootnote } from "./footnote.ts";
import { emphasise, type Layout, setBlock, setName, setQuote } from "./layout.ts";

const WIDEST_ABOUT = 120;
const WIDEST_VALUE = 60;
const WIDEST_TITLE = 60;

/** Each side on a line of its own: its value, its footnote, the title and date of its source. */
export function renderDisagreement(
  { about, sides }: Disagreement,
  citations: readonly Citation[],
  layout: Layout,
): string {
  const { style } = layout;
  const byNumber = new Map(citations.map((citation) => [citation.n, citation]));
  const head = setBlock(
    layout,
    `${opening(sides, byNumber)} “${setName(layout, about, WIDEST_ABOUT)}”:`,
    "  ",
  );
  const each = sides.map(({ value, citations: numbers }) => {
    const marks = style.accent(numbers.map((n) => `[${n}]`).join(""));
    const sources = numbers.flatMap((n) => byNumber.get(n)?.source ?? []);
    const told = [...new Set(sources.map(({ title, date }) => titleAndDate(layout, title, date)))].join("; ");
    const line = `${style.strong(setName(layout, value, WIDEST_VALUE))} ${marks} ${style.faint(told)}`;
    return setBlock(layout, line, "    ", "      ");
  });
  return [head, ...each].join("\n");
}

/** The page of text for `footnote sources --conflicts`: each value with its quote and its place. */
export function renderConflicts({ disagreements, citations }: ListedDisagreements, layout: Layout): string {
  if (disagreements.length === 0) return "No disagreements found.\n";
  const byNumber = new Map(citations.map((citation) => [citation.n, citation]));
  const blocks = disagreements.map(({ about, sides }, at) => {
    const head = layout.style.strong(`${at + 1}. ${setName(layout, about, WIDEST_ABOUT)}`);
    const quoted = sides.flatMap(({ value, citations: numbers }) =>
      numbers.flatMap((n) => {
        const citation = byNumber.get(n);
        return citation === undefined ? [] : [renderSide(value, citation, layout)];
      }),
    );
    return [head, ...quoted].join("\n\n");
  });
  const count = disagreements.length === 1 ? "1 disagreement" : `${disagreements.length} disagreements`;
  return `\n${[...blocks, layout.style.faint(`${count} found. Which side is right, the sources do not tell.`)].join("\n\n")}\n\n`;
}

function renderSide(value: string, citation: Citation, layout: Layout): string {
  const { style } = layout;
  const mark = ` ${style.accent(`[${citation.n}]`)}`;
  return [
    `  ${style.strong(setName(layout, value, WIDEST_VALUE))}`,
    setQuote(layout, emphasise(style, citation), mark),
    renderFootnote(citation, layout),
  ].join("\n");
}

function opening(sides: Disagreement["sides"], byNumber: ReadonlyMap<number, Citation>): string {
  const sources = new Set(sides.flatMap(({ citations }) => citations.map((n) => byNumber.get(n)?.source.id)));
  return sources.size === 1 ? "The source gives two values for" : "The sources differ on";
}

function titleAndDate(layout: Layout, title: string, date: string | null): string {
  const shown = setName(layout, title, WIDEST_TITLE);
  return date === null ? shown : `${shown}, ${setName(layout, date, 30)}`;
}
