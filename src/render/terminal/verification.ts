/** An earlier answer re-checked, as a page of text. */
import type { CitationReport, VerificationReport } from "../../quotes/report-verification.ts";
import { makeVisibleLine } from "../visible.ts";
import { renderDiff } from "./diff.ts";
import { type Layout, setBlock } from "./layout.ts";

const MEANINGS: Record<CitationReport["status"], string> = {
  intact: "stands where it stood",
  moved: "stands elsewhere now",
  changed: "other words stand there now",
  gone: "stands nowhere any more",
};

/** The page of text for `footnote verify`. */
export function renderVerification({ citations, counts }: VerificationReport, layout: Layout): string {
  const blocks = citations.map((citation) => renderCitation(citation, layout));
  const total = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${count} ${status}`);
  const summary = total.length === 0 ? "The answer cites nothing." : `${total.join(", ")}.`;
  return `\n${[...blocks, summary].join("\n\n")}\n\n`;
}

function renderCitation({ id, quote, status, now, diff, note }: CitationReport, layout: Layout): string {
  const { style } = layout;
  const paint = status === "intact" || status === "moved" ? style.good : style.bad;
  const moved = now !== null && now.id !== id ? ` (${makeVisibleLine(now.id)})` : "";
  const head = [paint(status), makeVisibleLine(id), `${MEANINGS[status]}${moved}`].join(" · ");
  const lines = [setBlock(layout, head, "")];
  if (note !== null) lines.push(setBlock(layout, makeVisibleLine(note, 300), "  "));
  lines.push(
    diff.length > 0 ? renderDiff(diff, layout) : setBlock(layout, makeVisibleLine(quote, 160), "  "),
  );
  return lines.join("\n");
}
