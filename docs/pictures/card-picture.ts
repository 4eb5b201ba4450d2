/** Draws a bot's message as an SVG picture, roughly as a Discord client shows its container. */
import stringWidth from "string-width";
import { escapeXml } from "./terminal-picture.ts";

const [WIDTH, PADDING, LINE, SMALL_LINE] = [720, 22, 22, 18];
const [PAPER, CARD, INK, FAINT, BUTTON, ACCENT] = [
  "#1a1a1e",
  "#242429",
  "#e3e4e8",
  "#9b9ca4",
  "#3a3a42",
  "#5865f2",
];
/** Advance of a character cell at each size: fonts differ, so lines are wrapped a little early. */
const [CELL, SMALL_CELL] = [7.6, 6.5];

export interface CardButton {
  readonly label: string;
  readonly isDisabled: boolean;
}

interface Drawing {
  y: number;
  readonly parts: string[];
}

/** The picture of `texts` (Discord markdown) and rows of buttons, with a line of `accent` at the left. */
export function drawCard(
  texts: readonly string[],
  rows: readonly (readonly CardButton[])[],
  accent: string,
): string {
  const drawing: Drawing = { y: 34, parts: [] };
  for (const text of texts) {
    for (const line of text.split("\n")) drawLine(drawing, line);
    drawing.y += 10;
  }
  for (const row of rows) drawButtons(drawing, row);
  const height = Math.round(drawing.y + 16);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="An answer card in Discord">`,
    `<rect width="100%" height="100%" rx="8" fill="${PAPER}"/>`,
    `<rect x="8" y="8" width="${WIDTH - 16}" height="${height - 16}" rx="8" fill="${CARD}"/>`,
    `<rect x="8" y="8" width="4" height="${height - 16}" rx="2" fill="${accent}"/>`,
    `<g font-family="'gg sans', 'Noto Sans', 'Helvetica Neue', Helvetica, Arial, sans-serif" fill="${INK}">`,
    ...drawing.parts,
    "</g></svg>\n",
  ].join("\n");
}

function drawLine(drawing: Drawing, line: string): void {
  const isSmall = line.startsWith("-# ");
  const isQuote = line.startsWith("> ");
  const isHeading = /^#{1,3} /.test(line);
  const plain = line.replace(/^(?:-# |> |#{1,3} )/, "");
  const [cell, step, size] = isSmall ? [SMALL_CELL, SMALL_LINE, 13] : [CELL, LINE, 15.5];
  const left = PADDING + (isQuote ? 16 : 0);
  for (const words of wrap(plain, Math.floor((WIDTH - left - PADDING - 10) / cell))) {
    if (isQuote)
      drawing.parts.push(
        `<rect x="${PADDING}" y="${drawing.y - 15}" width="4" height="${step}" rx="2" fill="#4e4f58"/>`,
      );
    const style = `font-size="${size}"${isSmall ? ` fill="${FAINT}"` : ""}${isHeading ? ' font-weight="bold"' : ""}`;
    drawing.parts.push(`<text x="${left}" y="${drawing.y}" ${style}>${spans(words)}</text>`);
    drawing.y += step;
  }
}

/** Bold stays bold; a backslash before a mark is not shown. */
function spans(markdown: string): string {
  const parts = markdown
    .split(/(?<!\\)\*\*/)
    .map((part) => escapeXml(part.replace(/\\([^\p{L}\p{N}\s])/gu, "$1")));
  return parts
    .map((part, at) => (at % 2 === 1 ? `<tspan font-weight="bold">${part}</tspan>` : part))
    .join("");
}

function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && stringWidth(longer.replaceAll("\\", "")) > columns) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function drawButtons(drawing: Drawing, row: readonly CardButton[]): void {
  let x = PADDING;
  for (const { label, isDisabled } of row) {
    const width = stringWidth(label) * 8 + 28;
    const fill = label.startsWith("Ask") ? ACCENT : BUTTON;
    drawing.parts.push(
      `<g opacity="${isDisabled ? 0.5 : 1}"><rect x="${x}" y="${drawing.y - 12}" width="${width}" height="32" rx="6" fill="${fill}"/>`,
      `<text x="${x + width / 2}" y="${drawing.y + 9}" font-size="14" text-anchor="middle">${escapeXml(label)}</text></g>`,
    );
    x += width + 8;
  }
  drawing.y += 42;
}
