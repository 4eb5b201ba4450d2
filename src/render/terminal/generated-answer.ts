/**
 * A model's answer as text, statement by statement, so that it can be printed as it comes: what was said, and under
 * it the quotes it rests on. The ending says what the whole answer leaves to be said. Pure but for what it remembers.
 */
import type { Answer, Citation, StatementShown } from "../../answers/answer.ts";
import { makeVisible } from "../visible.ts";
import { renderFootnote } from "./footnote.ts";
import { type Layout, setBlock, setName, setQuote, setSentence } from "./layout.ts";

export interface GeneratedAnswerRenderer {
  /** The next statement with its quotes; one quoted before is only pointed to. */
  statement(shown: StatementShown): string;
}

export function createGeneratedAnswerRenderer(layout: Layout): GeneratedAnswerRenderer {
  const quoted = new Set<number>();
  const { style } = layout;
  const quote = (citation: Citation): string => {
    const mark = style.accent(`[${citation.n}]`);
    if (quoted.has(citation.n)) return setBlock(layout, `${mark} ${style.faint("as quoted above")}`, "  ");
    quoted.add(citation.n);
    return `${setQuote(layout, makeVisible(citation.quote), ` ${mark}`)}\n${renderFootnote(citation, layout)}`;
  };
  return {
    statement({ statement, citations }) {
      const marks = statement.citations.map((n) => style.accent(`[${n}]`)).join("");
      const beside = new Set(statement.beside ?? []);
      const own = citations.filter(({ n }) => !beside.has(n));
      const others = citations.filter(({ n }) => beside.has(n));
      return [
        setBlock(layout, `${setName(layout, statement.text, 2000)} ${marks}`, ""),
        ...own.map(quote),
        ...(others.length > 0 ? [style.strong("  But elsewhere:"), ...others.map(quote)] : []),
      ]
        .join("\n\n")
        .concat("\n\n");
    },
  };
}

/** The statements of a whole answer. */
export function renderStatements(answer: Answer, layout: Layout): string {
  const renderer = createGeneratedAnswerRenderer(layout);
  const byNumber = new Map(answer.citations.map((citation) => [citation.n, citation]));
  const shown = answer.statements.map((statement) => {
    const cited = [...statement.citations, ...(statement.beside ?? [])];
    return renderer.statement({
      standaloneQuestion: answer.standaloneQuestion,
      statement,
      citations: cited.flatMap((n) => byNumber.get(n) ?? []),
    });
  });
  return shown.join("");
}

/** What became of the model: why its answer is not shown, what it said in vain, and on wish what it cost. */
export function renderModelRemarks(answer: Answer, layout: Layout, verbose: boolean): string {
  const { model, note, noteHint, dropped, usage, timings } = answer;
  const remarks: string[] = [];
  if (note !== null) remarks.push(setSentence(layout, note, 300));
  if (noteHint !== null) remarks.push(`hint: ${setSentence(layout, noteHint, 600)}`);
  if (dropped.length > 0 && !verbose) {
    const [lines, they] = dropped.length === 1 ? ["line", "it"] : ["lines", "them"];
    remarks.push(
      `${dropped.length} ${lines} of the model left out: the sources do not bear ${they} out (--verbose).`,
    );
  }
  if (verbose) {
    for (const { text, reason } of dropped)
      remarks.push(`Left out: “${setName(layout, text, 300)}” ${setSentence(layout, reason, 300)}`);
    if (model !== null) remarks.push(costOf(setName(layout, model, 100), usage, timings));
  }
  return remarks.map((remark) => `${layout.style.faint(setBlock(layout, remark, "  "))}\n`).join("");
}

function costOf(
  model: string,
  usage: Answer["usage"],
  { modelMs, firstStatementMs }: Answer["timings"],
): string {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  const parts = [
    model,
    ...(usage === null ? [] : [`${usage.inputTokens} tokens read, ${usage.outputTokens} written`]),
    ...(modelMs === undefined ? [] : [seconds(modelMs)]),
    ...(firstStatementMs === undefined ? [] : [`first statement after ${seconds(firstStatementMs)}`]),
  ];
  return parts.join(" · ");
}
