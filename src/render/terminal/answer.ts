/** An answer as a page of text. Pure: an answer and a layout in, a string that ends in a line end out. */
import type { Answer } from "../../answers/answer.ts";
import { confidenceInWords } from "../confidence.ts";
import { makeVisible } from "../visible.ts";
import { renderDisagreement } from "./disagreements.ts";
import { renderFootnote } from "./footnote.ts";
import { renderStatements } from "./generated-answer.ts";
import { emphasise, type Layout, setBlock, setName, setQuote, setSentence } from "./layout.ts";

/** The answer with its footnotes; or that the sources do not say, why, and what comes closest. */
export function renderAnswer(answer: Answer, layout: Layout): string {
  if (answer.mode === "generative")
    return [
      renderOpening(answer.standaloneQuestion, layout),
      renderStatements(answer, layout),
      renderEnding(answer, layout),
    ].join("");
  const parts = answer.status === "answered" ? answered(answer, layout) : abstained(answer, layout);
  return `${renderOpening(answer.standaloneQuestion, layout)}${parts.join("\n\n")}\n\n`;
}

/** What stands before an answer: a blank line, and how a follow-up was understood. */
export function renderOpening(standaloneQuestion: string | null, layout: Layout): string {
  if (standaloneQuestion === null) return "\n";
  return `\n${layout.style.faint(`Understood as: ${setName(layout, standaloneQuestion, 400)}`)}\n\n`;
}

/** What stands below the statements of a model. */
export function renderEnding(answer: Answer, layout: Layout): string {
  const parts = [...unanswered(answer, layout), ...disagreements(answer, layout), confidence(answer, layout)];
  return `${parts.join("\n\n")}\n\n`;
}

function answered(answer: Answer, layout: Layout): string[] {
  const byNumber = new Map(answer.citations.map((citation) => [citation.n, citation]));
  const quotes = answer.statements.map(({ text, citations }) => {
    const quoted = citations.map((n) => byNumber.get(n)).find((citation) => citation?.quote === text);
    const marks = citations.map((n) => layout.style.accent(`[${n}]`)).join("");
    const shown = quoted === undefined ? makeVisible(text) : emphasise(layout.style, quoted);
    return setQuote(layout, shown, ` ${marks}`);
  });
  const footnotes = answer.citations.map((citation) => renderFootnote(citation, layout)).join("\n");
  return [
    ...quotes,
    ...unanswered(answer, layout),
    ...disagreements(answer, layout),
    footnotes,
    confidence(answer, layout),
  ];
}

function unanswered(answer: Answer, layout: Layout): string[] {
  return answer.unanswered.map((part) =>
    setBlock(layout, `The sources do not say: ${setName(layout, part, 400)}`, "  "),
  );
}

function disagreements({ disagreements: found, citations }: Answer, layout: Layout): string[] {
  return found.map((one) => renderDisagreement(one, citations, layout));
}

function confidence(answer: Answer, layout: Layout): string {
  return layout.style.faint(`  Confidence: ${confidenceInWords(answer.confidence)}`);
}

function abstained({ abstention }: Answer, layout: Layout): string[] {
  const { style } = layout;
  const reason = abstention?.reason ?? "";
  const parts = [
    style.strong("The sources do not say."),
    ...(reason === "" ? [] : [setBlock(layout, setSentence(layout, reason, 400), "")]),
  ];
  const closest = abstention?.closest ?? [];
  if (closest.length === 0) return parts;
  const passages = closest.map(
    (citation) =>
      `${setQuote(layout, emphasise(style, citation), ` ${style.accent(`[${citation.n}]`)}`)}\n${renderFootnote(citation, layout)}`,
  );
  return [...parts, style.faint("Closest passages, not an answer:"), ...passages];
}
