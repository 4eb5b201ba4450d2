/**
 * Measures the quote check over folders of texts: `npm run bench:quotes -- [--mistakes] [--per-kind <n>] [folder…]`.
 * Without folders it takes `corpus`. Exits with 1 when a figure is missed.
 */
import { parseArgs } from "node:util";
import { readCorpus } from "../src/corpus/read-corpus.ts";
import { createQuoteChecker } from "../src/quotes/quote-checker.ts";
import { CASE_MAKERS } from "./quotes/case-makers.ts";
import { measureQuotes, type QuoteFigures } from "./quotes/measure-quotes.ts";
import { makeCases } from "./quotes/quote-cases.ts";

const SEED = 20_260;
const LEAST = { caught: 0.995, rightVerdict: 0.95 };
const MOST = { wronglyRejected: 0.01, median: 5 };

function percent(value: number): string {
  return `${(value * 100).toFixed(2)} %`;
}

function printFigures(folder: string, figures: QuoteFigures, withMistakes: boolean): void {
  console.log(`\n${folder}: ${figures.cases} claims`);
  console.log(
    `${"kind".padEnd(28)}${"true?".padEnd(7)}${"cases".padStart(6)}${"told".padStart(10)}${"verdict".padStart(10)}`,
  );
  for (const { kind, faithful, cases, told, right } of figures.kinds)
    console.log(
      `${kind.padEnd(28)}${(faithful ? "yes" : "no").padEnd(7)}${String(cases).padStart(6)}${percent(told / cases).padStart(10)}${percent(right / cases).padStart(10)}`,
    );
  console.log(`falsified caught      ${percent(figures.caught)} (at least ${percent(LEAST.caught)})`);
  console.log(
    `honest rejected       ${percent(figures.wronglyRejected)} (at most ${percent(MOST.wronglyRejected)})`,
  );
  console.log(
    `right verdict         ${percent(figures.rightVerdict)} (at least ${percent(LEAST.rightVerdict)})`,
  );
  console.log(
    `time a claim          ${figures.median.toFixed(2)} ms median (at most ${MOST.median} ms), ${figures.p95.toFixed(2)} ms p95, ${figures.slowest.toFixed(1)} ms slowest`,
  );
  if (!withMistakes) return;
  for (const { case: one, check } of figures.mistakes)
    console.log(
      `\n[${one.kind}] ${one.expected[0]} taken for ${check.verdict}\n  claim: ${one.claimed}\n  source: ${one.original}`,
    );
}

function reachesFigures({ caught, rightVerdict, wronglyRejected, median }: QuoteFigures): boolean {
  return (
    caught >= LEAST.caught &&
    rightVerdict >= LEAST.rightVerdict &&
    wronglyRejected <= MOST.wronglyRejected &&
    median <= MOST.median
  );
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { mistakes: { type: "boolean", default: false }, "per-kind": { type: "string", default: "100" } },
});
for (const folder of positionals.length === 0 ? ["corpus"] : positionals) {
  const { sources } = await readCorpus(folder);
  const checker = createQuoteChecker(sources);
  const cases = makeCases(sources, CASE_MAKERS, Number(values["per-kind"]), SEED);
  checker.check("builds the index outside the measure");
  const figures = measureQuotes(checker, cases, () => performance.now());
  printFigures(folder, figures, values.mistakes);
  if (!reachesFigures(figures)) process.exitCode = 1;
}
