/** Two small charts, time over paragraphs, both axes logarithmic: building, and the slow end of a warm answer. */

export interface GrowthLine {
  readonly contestant: string;
  readonly paragraphs: number;
  readonly buildMs: number;
  readonly p95: number;
}

const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM] = [420, 260, 64, 34, 40];
const COLOURS = ["#2563eb", "#60a5fa", "#b45309", "#15803d", "#be123c", "#7c3aed"];
const DECADES = { paragraphs: [3, 5], buildMs: [2, 6], p95: [-1, 3] } as const;

export function drawGrowth(lines: readonly GrowthLine[]): string {
  const names = [...new Set(lines.map(({ contestant }) => contestant))];
  const height = HEIGHT + 22 * Math.ceil(names.length / 2) + 16;
  const legend = names.map((name, at) => {
    const [x, y] = [20 + (at % 2) * WIDTH, HEIGHT + 16 + 22 * Math.floor(at / 2)];
    return `<rect x="${x}" y="${y}" width="14" height="4" fill="${COLOURS[at]}"/><text x="${x + 22}" y="${y + 6}">${xmlText(name)}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${2 * WIDTH} ${height}" role="img" aria-label="Building and answering as the corpus grows" font-family="system-ui, sans-serif" font-size="12" fill="#1f2937">`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    chart(lines, names, "buildMs", "Building", 0),
    chart(lines, names, "p95", "A warm answer, 95 of 100", WIDTH),
    ...legend,
    "</svg>\n",
  ].join("\n");
}

function chart(
  lines: readonly GrowthLine[],
  names: readonly string[],
  figure: "buildMs" | "p95",
  title: string,
  shift: number,
): string {
  const place = (value: number, [low, high]: readonly [number, number], from: number, to: number) =>
    from + ((Math.log10(value) - low) / (high - low)) * (to - from);
  const x = (value: number) => place(value, DECADES.paragraphs, shift + LEFT, shift + WIDTH - 34);
  const y = (value: number) => place(value, DECADES[figure], HEIGHT - BOTTOM, TOP);
  const [low, high] = DECADES[figure];
  const rows = Array.from({ length: high - low + 1 }, (_, at) => 10 ** (low + at)).map(
    (value) =>
      `<line x1="${shift + LEFT}" x2="${shift + WIDTH - 34}" y1="${y(value)}" y2="${y(value)}" stroke="#e5e7eb"/>` +
      `<text x="${shift + LEFT - 8}" y="${y(value) + 4}" text-anchor="end">${timeOf(value)}</text>`,
  );
  const columns = [1_000, 10_000, 100_000].map(
    (value) =>
      `<text x="${x(value)}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle">${value.toLocaleString("en-GB")}</text>`,
  );
  const drawn = names.map((name, at) => {
    const points = lines
      .filter(({ contestant }) => contestant === name)
      .map((line) =>
        [x(line.paragraphs), y(Math.max(10 ** low, line[figure]))].map((value) => value.toFixed(1)),
      );
    const dots = points.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3" fill="${COLOURS[at]}"/>`);
    const path = points.map((point) => point.join(",")).join(" ");
    return `<polyline points="${path}" fill="none" stroke="${COLOURS[at]}" stroke-width="2"/>${dots.join("")}`;
  });
  const heading = `<text x="${shift + LEFT}" y="20" font-weight="600">${title}</text>`;
  return [heading, ...rows, ...columns, ...drawn].join("\n");
}

function timeOf(ms: number): string {
  return ms >= 1000 ? `${ms / 1000} s` : `${ms} ms`;
}

function xmlText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
