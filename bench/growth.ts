/**
 * Measures how work grows with its input: `npm run bench:growth -- [--only <words>]`. A table of commands and inputs
 * with the times at sizes that double up to a megabyte, and how many times as long twice the input took at most. Exits
 * with 1 where something grows faster than it may. Rows are data: those of another command are added to `ROWS`.
 */
import { parseArgs } from "node:util";
import type { GrowthRow } from "./growth/growth-row.ts";
import { type Growth, MOST_GROWTH, measureGrowth } from "./growth/measure-growth.ts";
import { QUOTE_ROWS } from "./growth/quote-rows.ts";
import { READING_ROWS } from "./growth/reading-rows.ts";

const ROWS: readonly GrowthRow[] = [...READING_ROWS, ...QUOTE_ROWS];

function timeOf(ms: number): string {
  return ms >= 1_000 ? `${(ms / 1_000).toFixed(1)} s` : `${ms.toFixed(0)} ms`;
}

function growsTooFast({ ratio, isCut }: Growth): boolean {
  return isCut || (ratio !== null && ratio > MOST_GROWTH);
}

function printRow(growth: Growth): void {
  const { row, times, ratio, isCut } = growth;
  const shown = times
    .slice(-4)
    .map(({ size, ms }) => `${Math.round(size / 1_000)}k ${timeOf(ms)}`.padStart(14));
  const said = ratio === null ? "short" : `× ${ratio.toFixed(1)}`;
  const mark = growsTooFast(growth) ? (isCut ? "  TOO SLOW" : "  TOO FAST A GROWTH") : "";
  const name = `${row.command.padEnd(12)}${row.input.padEnd(44)}`;
  console.log(`${name}${shown.join("")}${said.padStart(9)}${mark}`);
}

const { values } = parseArgs({ options: { only: { type: "string", default: "" } } });
for (const row of ROWS) {
  if (!`${row.command} ${row.input}`.includes(values.only)) continue;
  const growth = await measureGrowth(row);
  printRow(growth);
  if (growsTooFast(growth)) process.exitCode = 1;
}
