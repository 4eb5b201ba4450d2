/** A citation as a footnote: what it is from, and where exactly that stands. */
import type { Citation } from "../../answers/answer.ts";
import { type Layout, setBlock, setName } from "./layout.ts";

/** Title, date and section on one line, file and line and citation id on the next. */
export function renderFootnote(citation: Citation, layout: Layout): string {
  const { style } = layout;
  const { source } = citation;
  const [first, rest] = [
    `  ${style.accent(`[${citation.n}]`)} `,
    " ".repeat(4 + `[${citation.n}]`.length - 1),
  ];
  const about = [source.title, source.date, citation.section].filter((part) => part !== null);
  const place = setName(layout, `${source.file}:${citation.line}`);
  const url = citation.link ?? layout.fileUrl(source.file);
  const where = [url === null ? place : style.link(place, url), setName(layout, citation.id)];
  const lines = [about.map((part) => setName(layout, part, 120)).join(" · "), where.join(" · ")];
  return lines
    .map((line, at) => setBlock(layout, at === 0 ? line : style.faint(line), at === 0 ? first : rest, rest))
    .join("\n");
}
