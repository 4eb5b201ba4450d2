/** An earlier answer re-checked, as a page of text. */
import type { CitationReport, VerificationReport } from "../../quotes/report-verification.ts";
import type { PartReport } from "../../quotes/verify-statements.ts";
import { renderDiff } from "./diff.ts";
import { type Layout, setBlock, setName, setSentence } from "./layout.ts";

const MEANINGS: Record<CitationReport["status"], string> = {
  intact: "stands where it stood",
  moved: "stands elsewhere now",
  changed: "is not what stands there now",
  gone: "stands nowhere any more",
  forged: "says what was never so",
};
/** Values of fields shown up to here. */
const LONGEST_VALUE = 80;

/** The page of text for `footnote verify`. */
export function renderVerification(report: VerificationReport, layout: Layout): string {
  const { citations, closest, statements, disagreements, problems } = report;
  const blocks = [
    ...problems.map((problem) =>
      setBlock(layout, `${layout.style.bad("forged")} · ${setSentence(layout, problem, 300)}`, ""),
    ),
    ...citations.map((citation) => renderCitation(citation, layout)),
    ...closest.map((citation) => renderCitation(citation, layout)),
    ...faulty(statements, "statement", layout),
    ...faulty(disagreements, "disagreement", layout),
  ];
  return `\n${[...blocks, summary(report)].join("\n\n")}\n\n`;
}

function summary({ counts, intact, statements, disagreements }: VerificationReport): string {
  const total = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${count} ${status}`);
  const wrong = [...statements, ...disagreements].filter(({ status }) => status !== "intact").length;
  const said =
    wrong === 0 ? [] : [`${wrong} of ${statements.length + disagreements.length} statements not intact`];
  const cited = total.length === 0 ? ["The answer cites nothing"] : total;
  return `${[...cited, ...said].join(", ")}.${intact ? "" : " Not all of it is as it says."}`;
}

/** Statements repeat the quotes: those that are as they were need no line. */
function faulty(parts: readonly PartReport[], name: string, layout: Layout): string[] {
  return parts
    .filter(({ status }) => status !== "intact")
    .map(({ text, status, note }) => {
      const head = setBlock(layout, `${layout.style.bad(status)} · ${name}`, "");
      const said = setBlock(layout, setName(layout, text, 300), "  ");
      return [
        head,
        ...(note === null ? [] : [setBlock(layout, setSentence(layout, note, 300), "  ")]),
        said,
      ].join("\n");
    });
}

function shownValue(layout: Layout, value: unknown): string {
  return setSentence(
    layout,
    typeof value === "string" ? `“${value}”` : (JSON.stringify(value) ?? "nothing"),
    LONGEST_VALUE,
  );
}

function renderCitation(report: CitationReport, layout: Layout): string {
  const { id, quote, status, now, diff, differences, note } = report;
  const { style } = layout;
  const paint = status === "intact" || status === "moved" ? style.good : style.bad;
  const moved = now !== null && now.id !== id ? ` (${setName(layout, now.id)})` : "";
  const head = [paint(status), setName(layout, id), `${MEANINGS[status]}${moved}`].join(" · ");
  const lines = [setBlock(layout, head, "")];
  if (note !== null) lines.push(setBlock(layout, setSentence(layout, note, 300), "  "));
  for (const { field, claimed, now: is } of differences)
    lines.push(
      setBlock(
        layout,
        `${field}: it says ${shownValue(layout, claimed)}, the file ${shownValue(layout, is)}`,
        "  ",
      ),
    );
  lines.push(
    diff.length > 0 ? renderDiff(diff, layout) : setBlock(layout, setName(layout, quote, 160), "  "),
  );
  return lines.join("\n");
}
