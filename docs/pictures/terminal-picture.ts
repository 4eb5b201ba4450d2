/** Draws what a terminal shows as an SVG picture: fixed-width text, the few styles that Footnote uses. */

const [CELL, LINE, PADDING, BAR] = [8.43, 19, 18, 30];
const COLOURS: Record<string, string> = { "36": "#4fb8cc", "32": "#57b87b", "31": "#e5675f" };
const [PAPER, INK, FAINT] = ["#16181d", "#e4e6eb", "#8b919c"];

interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly faint: boolean;
  readonly colour: string;
}

/** The picture of `output` (text with SGR codes; links are left out), `columns` wide, under the given title. */
export function drawTerminal(output: string, columns: number, title: string): string {
  const lines = output
    // biome-ignore lint/complexity/useRegexLiterals: escapes are easier to read here
    .replace(new RegExp("\\u001b\\]8;;[^\\u0007]*\\u0007", "g"), "")
    .replace(/\r/g, "")
    .replace(/\s+$/, "")
    .split("\n");
  const [width, height] = [columns * CELL + 2 * PADDING, lines.length * LINE + 2 * PADDING + BAR];
  let style = { bold: false, faint: false, colour: INK };
  const rows = lines.map((line, row) => {
    const runs: Run[] = [];
    for (const [, codes, text] of line.matchAll(/(?:\u001b\[([\d;]*)m)|([^\u001b]+)/g)) {
      if (text !== undefined) runs.push({ text, ...style });
      else for (const code of (codes ?? "0").split(";")) style = applyCode(style, code);
    }
    return drawLine(runs, PADDING, BAR + PADDING + row * LINE + 13);
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.round(width)}" height="${height}" viewBox="0 0 ${Math.round(width)} ${height}" role="img" aria-label="${escapeXml(title)}">`,
    `<rect width="100%" height="100%" rx="10" fill="${PAPER}"/>`,
    ...["#e5675f", "#d9a94a", "#57b87b"].map(
      (fill, at) => `<circle cx="${20 + at * 18}" cy="18" r="5.5" fill="${fill}"/>`,
    ),
    `<g font-family="ui-monospace, SFMono-Regular, Menlo, 'DejaVu Sans Mono', monospace" font-size="14" xml:space="preserve">`,
    ...rows,
    "</g></svg>\n",
  ].join("\n");
}

function applyCode(style: { bold: boolean; faint: boolean; colour: string }, code: string) {
  if (code === "1") return { ...style, bold: true };
  if (code === "2") return { ...style, faint: true };
  if (code === "22") return { ...style, bold: false, faint: false };
  if (code === "39") return { ...style, colour: INK };
  if (code === "0" || code === "") return { bold: false, faint: false, colour: INK };
  return { ...style, colour: COLOURS[code] ?? style.colour };
}

/** Every run has its length given, so that columns stand even where the fonts differ. */
function drawLine(runs: readonly Run[], x: number, y: number): string {
  let at = x;
  const spans = runs.map(({ text, bold, faint, colour }) => {
    const length = text.length * CELL;
    const fill = faint ? FAINT : colour;
    const span = `<tspan x="${at.toFixed(1)}" textLength="${length.toFixed(1)}" fill="${fill}"${bold ? ' font-weight="bold"' : ""}>${escapeXml(text)}</tspan>`;
    at += length;
    return span;
  });
  return `<text y="${y}">${spans.join("")}</text>`;
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
