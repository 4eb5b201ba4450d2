/** A quote check as a page of text: the verdict in words, every place, and what differs. */
import type { QuoteReport } from "../../quotes/report-check.ts";
import { renderDiff } from "./diff.ts";
import { renderFootnote } from "./footnote.ts";
import { emphasise, type Layout, setBlock, setName, setQuote, setSentence } from "./layout.ts";

const VERDICTS: Record<QuoteReport["verdict"], string> = {
  exact: "it stands in the sources, character for character.",
  typographic: "the same words stand in the sources; only case, marks or spaces differ.",
  elided: "it stands in the sources, shortened where the ellipsis says so.",
  bracketed: "it stands in the sources, but for what is put in brackets.",
  altered: "a passage comes close, but words differ.",
  stitched: "its pieces stand in the sources, but no passage holds them in this order.",
  misattributed: "these words stand in the sources, but not in the source that is named.",
  absent: "nothing in the sources comes close.",
};
const FLAGS: Record<QuoteReport["flags"][number], string> = {
  number: "a number",
  negation: "a negation",
  hedge: "a hedge",
  name: "a name",
};
/** Places shown in full, and then by their citation ids alone; the rest is counted. */
const MOST_SHOWN = 5;
const MOST_NAMED = 40;

/** The page of text for `footnote find`. */
export function renderQuoteReport(report: QuoteReport, layout: Layout): string {
  const { style } = layout;
  const answer = report.faithful ? style.good("Yes") : style.bad("No");
  const verdict = `${answer} (${report.verdict}): ${VERDICTS[report.verdict]}`;
  const flags = report.flags.map((flag) => FLAGS[flag]);
  const changed = flags.length === 0 ? [] : [`What changed: ${flags.join(", ")}.`];
  const note = report.note === null ? [] : [setSentence(layout, report.note, 400)];
  const said = [verdict, ...changed, ...note].map((line) => setBlock(layout, line, ""));
  return `\n${[said.join("\n"), ...differences(report, layout), ...renderPlaces(report, layout)].join("\n\n")}\n\n`;
}

/** One line for a text full of quotations: verdict, the words checked, where they stand. */
export function renderQuoteLine(report: QuoteReport, layout: Layout): string {
  const { style } = layout;
  const place = report.matches[0] ?? report.nearest;
  const where = place === null ? "" : ` · ${report.faithful ? "" : "see "}${setName(layout, place.id)}`;
  const verdict = (report.faithful ? style.good : style.bad)(report.verdict.padEnd(13));
  return `${verdict} ${setName(layout, report.claimed, 80)}${style.faint(where)}`;
}

/** What differs, where words do. */
function differences({ diff, faithful, verdict }: QuoteReport, layout: Layout): string[] {
  const tells = !faithful && verdict !== "misattributed" && diff.some(({ op }) => op !== "equal");
  return tells ? [renderDiff(diff, layout)] : [];
}

function renderPlaces(report: QuoteReport, layout: Layout): string[] {
  const { style } = layout;
  const pieces = report.pieces.map(({ citation }) => citation);
  const nearest = report.nearest === null ? [] : [report.nearest];
  const [places, heading] =
    report.matches.length > 0
      ? [report.matches, null]
      : pieces.length > 0
        ? [pieces, "Its pieces, each in its place:"]
        : [nearest, nearest.length > 0 ? "The nearest passage:" : null];
  const shown = places.slice(0, MOST_SHOWN).map((citation) => {
    const quote = setQuote(layout, emphasise(style, citation), ` ${style.accent(`[${citation.n}]`)}`);
    return `${quote}\n${renderFootnote(citation, layout)}`;
  });
  const more = places.slice(MOST_SHOWN, MOST_SHOWN + MOST_NAMED).map(({ id }) => setName(layout, id));
  const unnamed = Math.max(places.length, report.places) - MOST_SHOWN - more.length;
  const others = unnamed > 0 ? `, and ${unnamed} more` : "";
  const rest = more.length === 0 ? [] : [setBlock(layout, `Also at ${more.join(", ")}${others}`, "  ")];
  return [...(heading === null ? [] : [style.faint(heading)]), ...shown, ...rest];
}
