/**
 * Measures the check of statements over scripted claims: `node tests/launch.mjs bench/statements.ts [--mistakes] [--half tune]`.
 * Exits with 1 when a figure is missed.
 */
import { parseArgs } from "node:util";
import { measureClaims } from "./statements/measure-claims.ts";
import { PARTS, readScriptedClaims } from "./statements/scripted-claims.ts";

const MOST = { falsifiedShown: 0.01, honestDropped: 0.1 };

function percent(part: number, whole: number): string {
  return `${part} of ${whole} (${((100 * part) / Math.max(1, whole)).toFixed(1)} %)`;
}

const { values } = parseArgs({
  options: { mistakes: { type: "boolean", default: false }, half: { type: "string" } },
});
// A part named is counted alone, so that another can be kept unseen while the rules are worked on.
const claims = (await readScriptedClaims()).filter(
  ({ half }) => values.half === undefined || half === values.half,
);
for (const half of PARTS) {
  const own = claims.filter((claim) => claim.half === half);
  if (own.length === 0) continue;
  const figures = measureClaims(own, () => performance.now());
  console.log(`\n${half}: ${own.length} claims`);
  console.log(`falsified shown  ${percent(figures.shown.length, figures.falsified)} (at most 1 %)`);
  console.log(`honest dropped   ${percent(figures.dropped.length, figures.honest)} (at most 10 %)`);
  console.log(`time a line      ${figures.median.toFixed(3)} ms median, ${figures.p95.toFixed(3)} ms p95`);
  if (figures.shown.length > MOST.falsifiedShown * figures.falsified) process.exitCode = 1;
  if (figures.dropped.length > MOST.honestDropped * figures.honest) process.exitCode = 1;
  if (!values.mistakes) continue;
  for (const { id, text, falsified, cited, reason } of [...figures.shown, ...figures.dropped])
    console.log(
      `\n[${falsified ?? "honest"}] ${id}: ${reason}\n  line: ${text}\n  cited: ${cited.map((one) => one.text.replace(/\s+/g, " ")).join(" / ")}`,
    );
}
