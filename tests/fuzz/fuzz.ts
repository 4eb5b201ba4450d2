/**
 * Looks for a text that breaks something: `npm run fuzz -- [--seconds 300] [--seed n] [target …]`. The time is shared
 * by the targets. A failure is printed with its smallest text and the seed that finds it again.
 */
import { parseArgs } from "node:util";
import fc from "fast-check";
import { TARGETS } from "./targets.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: "string", default: "300" }, seed: { type: "string" } },
});
const names = positionals.length > 0 ? positionals : Object.keys(TARGETS);
const seed = values.seed === undefined ? Date.now() % 0x7fffffff : Number(values.seed);
const share = (Number(values.seconds) * 1000) / names.length;
let failed = 0;
for (const name of names) {
  const target = TARGETS[name];
  if (target === undefined)
    throw new Error(`There is no target ${name}: ${Object.keys(TARGETS).join(", ")}.`);
  const started = performance.now();
  const result = await fc.check(target, {
    seed,
    numRuns: 10_000_000,
    interruptAfterTimeLimit: share,
    markInterruptAsFailure: false,
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(
    `${result.failed ? "BROKEN" : "holds "} ${name}: ${result.numRuns} texts in ${seconds} s, seed ${seed}`,
  );
  if (!result.failed) continue;
  failed += 1;
  console.log(fc.defaultReportMessage(result));
  console.log(result.errorInstance);
}
process.exitCode = failed === 0 ? 0 : 1;
