/** The sources as a table, or one below the other where a table does not fit. */
import stringWidth from "string-width";
import type { SourceSummary } from "../../answers/source-summary.ts";
import { type Layout, setBlock, setName } from "./layout.ts";

const HEADINGS = ["id", "title", "date", "paragraphs", "sentences", "words", "file"];
const GAP = "  ";
const WIDEST_CELL = 48;

/** The page of text for `footnote sources`. */
export function renderSources(sources: readonly SourceSummary[], layout: Layout): string {
  const rows = sources.map((source) =>
    [
      source.id,
      source.title,
      source.date ?? "–",
      source.paragraphs,
      source.sentences,
      source.words,
      source.file,
    ].map((cell) => setName(layout, String(cell), WIDEST_CELL)),
  );
  const widths = HEADINGS.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => stringWidth(row[column] ?? ""))),
  );
  const total = widths.reduce((sum, width) => sum + width + GAP.length, 0) - GAP.length;
  if (layout.width !== null && total > layout.width) return renderBlocks(rows, layout);
  const head = layout.style.faint(renderRow(HEADINGS, widths));
  return `${[head, ...rows.map((row) => renderRow(row, widths))].join("\n")}\n`;
}

/** Counts stand to the right, everything else to the left. */
function renderRow(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, column) => {
      const space = " ".repeat(Math.max(0, (widths[column] ?? 0) - stringWidth(cell)));
      return column >= 3 && column <= 5 ? space + cell : cell + space;
    })
    .join(GAP)
    .trimEnd();
}

function renderBlocks(rows: readonly (readonly string[])[], layout: Layout): string {
  const blocks = rows.map(([id = "", title, date, paragraphs, sentences, words, file]) =>
    [
      layout.style.strong(id),
      setBlock(layout, `${title} · ${date}`, "  "),
      layout.style.faint(
        setBlock(
          layout,
          `${file} · ${counted(paragraphs, "paragraph")}, ${counted(sentences, "sentence")}, ${counted(words, "word")}`,
          "  ",
        ),
      ),
    ].join("\n"),
  );
  return `\n${blocks.join("\n\n")}\n\n`;
}

function counted(number: string | undefined, noun: string): string {
  return `${number} ${noun}${number === "1" ? "" : "s"}`;
}
