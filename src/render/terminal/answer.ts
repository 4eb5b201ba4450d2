/** An answer as a page of text. Pure: an answer and a layout in, a string that ends in a line end out. */
import type { Answer, Citation } from "../../ground/answer.ts";
import { confidenceInWords } from "../confidence.ts";
import { makeVisible, makeVisibleLine } from "../visible.ts";
import { emphasise, type Layout, setBlock, setQuote } from "./layout.ts";

/** The quotes with their footnotes; or that the sources do not say, why, and what comes closest. */
export function renderAnswer(answer: Answer, layout: Layout): string {
  const parts = answer.status === "answered" ? answered(answer, layout) : abstained(answer, layout);
  const asked = answer.standaloneQuestion;
  const head = asked === null ? [] : [layout.style.faint(`Understood as: ${makeVisibleLine(asked, 400)}`)];
  return `\n${[...head, ...parts].join("\n\n")}\n\n`;
}

function answered(answer: Answer, layout: Layout): string[] {
  const byNumber = new Map(answer.citations.map((citation) => [citation.n, citation]));
  const quotes = answer.statements.map(({ text, citations }) => {
    const quoted = citations.map((n) => byNumber.get(n)).find((citation) => citation?.quote === text);
    const marks = citations.map((n) => layout.style.accent(`[${n}]`)).join("");
    const shown = quoted === undefined ? makeVisible(text) : emphasise(layout.style, quoted);
    return setQuote(layout, shown, ` ${marks}`);
  });
  const differ = answer.disagreements.map(({ about, sides }) => {
    const each = sides.map(({ value, citations }) => `${value} ${citations.map((n) => `[${n}]`).join("")}`);
    return setBlock(
      layout,
      makeVisibleLine(`The sources differ on ${about}: ${each.join(" · ")}`, 400),
      "  ",
    );
  });
  const footnotes = answer.citations.map((citation) => renderFootnote(citation, layout)).join("\n");
  const sure = layout.style.faint(`  Confidence: ${confidenceInWords(answer.confidence)}`);
  return [...quotes, ...differ, footnotes, sure];
}

function abstained({ abstention }: Answer, layout: Layout): string[] {
  const { style } = layout;
  const reason = abstention?.reason ?? "";
  const parts = [
    style.strong("The sources do not say."),
    ...(reason === "" ? [] : [setBlock(layout, makeVisibleLine(reason, 400), "")]),
  ];
  const closest = abstention?.closest ?? [];
  if (closest.length === 0) return parts;
  const passages = closest.map(
    (citation) =>
      `${setQuote(layout, emphasise(style, citation), ` ${style.accent(`[${citation.n}]`)}`)}\n${renderFootnote(citation, layout)}`,
  );
  return [...parts, style.faint("Closest passages, not an answer:"), ...passages];
}

/** Title, date and section on one line, file and line and citation id on the next. */
export function renderFootnote(citation: Citation, layout: Layout): string {
  const { style } = layout;
  const { source } = citation;
  const [first, rest] = [
    `  ${style.accent(`[${citation.n}]`)} `,
    " ".repeat(4 + `[${citation.n}]`.length - 1),
  ];
  const about = [source.title, source.date, citation.section].filter((part) => part !== null);
  const place = makeVisibleLine(`${source.file}:${citation.line}`);
  const url = citation.link ?? layout.fileUrl(source.file);
  const where = [url === null ? place : style.link(place, url), makeVisibleLine(citation.id)];
  const lines = [about.map((part) => makeVisibleLine(part, 120)).join(" · "), where.join(" · ")];
  return lines
    .map((line, at) => setBlock(layout, at === 0 ? line : style.faint(line), at === 0 ? first : rest, rest))
    .join("\n");
}
