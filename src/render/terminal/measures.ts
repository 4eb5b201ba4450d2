/** Measures as tables: a line each with what it says, then by shape, then what changed since an earlier run. */
import type { Change, Comparison } from "../../eval/compare-runs.ts";
import type { Measures, ShapeMeasures } from "../../eval/measure.ts";
import type { Verdict } from "../../eval/question-outcome.ts";
import { type Layout, type Style, setName } from "./layout.ts";

/** A measure, its value as shown, and what it says. */
export type MeasureRow = readonly [name: string, value: string, meaning: string];

export interface MeasuredRun {
  readonly measures: Measures;
  readonly shapes: readonly ShapeMeasures[];
  readonly comparison: Comparison | null;
}

/** Changes listed either way; `--json` has all. */
const MOST_LISTED = 25;
const VERDICTS: Record<Verdict, string> = {
  first: "right first",
  later: "right among three",
  refused: "refused",
  wrong: "wrong",
};

/** The page of text for `footnote eval`. */
export function renderMeasures({ measures, shapes, comparison }: MeasuredRun, layout: Layout): string {
  const { style } = layout;
  const parts = [setMeasures(rowsOf(measures), style)];
  if (shapes.length > 0) parts.push(setShapes(shapes, layout));
  if (comparison !== null) parts.push(setComparison(comparison, layout));
  return `${parts.join("\n\n")}\n`;
}

/** One line a measure. */
export function setMeasures(rows: readonly MeasureRow[], style: Style): string {
  const width = Math.max(16, ...rows.map(([name]) => name.length + 1));
  return rows
    .map(([name, value, meaning]) => `${name.padEnd(width)}${value.padStart(9)}  ${style.faint(meaning)}`)
    .join("\n");
}

/** `70.3 %`, or a dash where there is nothing to measure. */
export function percent(value: number | null): string {
  return value === null ? "–" : `${(value * 100).toFixed(1)} %`;
}

function rowsOf(measures: Measures): MeasureRow[] {
  return [
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
}

/** Where no question of a shape can be answered, hits mean nothing, and the other way round. */
function setShapes(shapes: readonly ShapeMeasures[], layout: Layout): string {
  const names = shapes.map(({ shape }) => setName(layout, shape, 24));
  const width = Math.max(5, ...names.map((name) => name.length)) + 1;
  const head = ["asked", "hit@1", "hit@3", "answered", "refused"].map((name) => name.padStart(10)).join("");
  const lines = shapes.map((own, at) => {
    const cells = [
      String(own.questions),
      percent(own["hit@1"]),
      percent(own["hit@3"]),
      percent(own.answeredShare),
      percent(own.refusal),
    ];
    return `${(names[at] ?? "").padEnd(width)}${cells.map((cell) => cell.padStart(10)).join("")}`;
  });
  return [layout.style.faint(`${"shape".padEnd(width)}${head}`), ...lines].join("\n");
}

function setComparison(comparison: Comparison, layout: Layout): string {
  const { compared, onlyNow, onlyThen, better, worse, sameCorpus } = comparison;
  const unchanged = compared - better.length - worse.length;
  const lines = [
    `Beside the earlier run: ${better.length} better, ${worse.length} worse, ${unchanged} the same.`,
  ];
  if (sameCorpus === false) lines.push("The texts are not those of the earlier run.");
  if (onlyNow > 0) lines.push(`Not compared: ${onlyNow} of these questions, which it did not ask.`);
  if (onlyThen > 0) lines.push(`Not compared: ${onlyThen} of its questions, which were not asked now.`);
  return [
    lines.join("\n"),
    listChanges("Better", better, layout, "good"),
    listChanges("Worse", worse, layout, "bad"),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function listChanges(
  title: string,
  changes: readonly Change[],
  layout: Layout,
  paint: "good" | "bad",
): string {
  if (changes.length === 0) return "";
  const lines = changes
    .slice(0, MOST_LISTED)
    .map(
      ({ id, question, was, is }) =>
        `  ${setName(layout, id, 24)}  ${setName(layout, question)}\n      ${VERDICTS[was]} → ${VERDICTS[is]}`,
    );
  const left = changes.length - lines.length;
  if (left > 0) lines.push(`  and ${left} more, with --json`);
  return [layout.style[paint](title), ...lines].join("\n");
}

function decimal(value: number | null): string {
  return value === null ? "–" : String(Number(value.toFixed(3)));
}

function milliseconds(value: number | null): string {
  return value === null ? "–" : `${value.toFixed(1)} ms`;
}
