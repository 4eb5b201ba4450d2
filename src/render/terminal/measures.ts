/** Measures as a table, a line each with what it says. */
import type { Measures } from "../../eval/measure.ts";
import type { Layout } from "./layout.ts";

/** The page of text for `footnote eval`. */
export function renderMeasures(measures: Measures, { style }: Layout): string {
  const rows: readonly (readonly [name: string, value: string, meaning: string])[] = [
    ["questions", String(measures.questions), `${measures.answerable} answerable`],
    ["hit@1", percent(measures["hit@1"]), "first quote right, of the answerable"],
    ["hit@3", percent(measures["hit@3"]), "right among the first three"],
    ["recall@10", percent(measures["recall@10"]), "right passage among ten retrieved"],
    ["mrr@10", decimal(measures["mrr@10"]), "mean reciprocal rank of the right passage"],
    ["quoteIntegrity", decimal(measures.quoteIntegrity), "quotes equal to the file, must be 1"],
    ["answeredShare", percent(measures.answeredShare), "answered, of all"],
    ["falseAbstention", percent(measures.falseAbstention), "refused, of the answerable"],
    ["refusal", percent(measures.refusal), "refused, of the unanswerable"],
    ["latency p50", milliseconds(measures.latencyMs.p50), "half of the answers take less"],
    ["latency p95", milliseconds(measures.latencyMs.p95), "19 of 20 answers take less"],
  ];
  const lines = rows.map(
    ([name, value, meaning]) => `${name.padEnd(16)}${value.padStart(9)}  ${style.faint(meaning)}`,
  );
  return `${lines.join("\n")}\n`;
}

function percent(value: number | null): string {
  return value === null ? "–" : `${(value * 100).toFixed(1)} %`;
}

function decimal(value: number | null): string {
  return value === null ? "–" : String(Number(value.toFixed(3)));
}

function milliseconds(value: number | null): string {
  return value === null ? "–" : `${value.toFixed(1)} ms`;
}
