/** What a refresh found, in words: a line or two beside other work, all of it for `footnote index`. */
import type { RefreshReport } from "../../index/refresh-report.ts";
import { makeVisibleLine } from "../visible.ts";
import { type Layout, setName, setSentence } from "./layout.ts";

/** Files named of each kind; the rest are counted. */
const MOST_NAMED = 20;

/** What a person should know who asked for something else: notes, and that files were passed over. */
export function renderRefreshRemarks(report: RefreshReport): string[] {
  const changes = report.new.length + report.changed.length + report.removed.length;
  const remarks = report.notes.map((note) => makeVisibleLine(note, 300));
  if (changes > 0 && report.skipped.length > 0) {
    const files = report.skipped.length === 1 ? "1 file was" : `${report.skipped.length} files were`;
    remarks.push(`${files} skipped; footnote index says why.`);
  }
  return remarks;
}

/** The page of text for `footnote index`. */
export function renderRefreshReport(report: RefreshReport, layout: Layout): string {
  const { style } = layout;
  const lines = [
    ...report.notes.map((note) => setSentence(layout, note, 300)),
    ...(report.rebuilt === null ? [] : [`Made anew: ${setSentence(layout, report.rebuilt, 300)}`]),
    ...named("new", report.new, style.good, layout),
    ...named("changed", report.changed, style.accent, layout),
    ...named("removed", report.removed, style.bad, layout),
    ...(report.unchanged.length > 0 ? [`unchanged  ${report.unchanged.length}`] : []),
    ...skipped(report, layout),
    `${report.embedded} sentences embedded.`,
  ];
  return `${lines.join("\n")}\n`;
}

function named(
  word: string,
  files: readonly string[],
  paint: (text: string) => string,
  layout: Layout,
): string[] {
  const shown = files
    .slice(0, MOST_NAMED)
    .map((file) => `${paint(word.padEnd(9))}  ${setName(layout, file)}`);
  const more = files.length - shown.length;
  return more > 0 ? [...shown, `${word.padEnd(9)}  … and ${more} more`] : shown;
}

function skipped({ skipped: files }: RefreshReport, layout: Layout): string[] {
  return files.map(
    ({ file, reason }) =>
      `${layout.style.bad("skipped".padEnd(9))}  ${setName(layout, file)}: ${setSentence(layout, reason, 300)}`,
  );
}
