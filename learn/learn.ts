/**
 * Learns the weights of ranking and of the decision to answer from every labelled text at hand, and judges them on
 * texts that they were not learned from: `npm run learn -- [--only <corpus>]… [--report <file>]`. It changes nothing
 * of the program: what it prints stands beside `weights.ts` and `decide-zone.ts` for comparison. Deterministic.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readConfig } from "../src/config.ts";
import { createEmbedder } from "../src/embedders/create-embedder.ts";
import { gatherExamples } from "./gather-examples.ts";
import { judgeRanking, judgeZone } from "./judge.ts";
import { labelledCorpora } from "./labelled-texts.ts";
import { learnRanking } from "./learn-ranking.ts";
import { learnZone } from "./learn-zone.ts";
import { reportOf } from "./report.ts";

// What the build puts in: an index names the program that made it.
Object.assign(globalThis, { FOOTNOTE_VERSION: "learn" });
const { values } = parseArgs({
  options: { only: { type: "string", multiple: true }, report: { type: "string" } },
});
const scratch = join(tmpdir(), "footnote-learn");
await mkdir(scratch, { recursive: true });
const { found, absent } = await labelledCorpora(scratch);
for (const line of absent) console.warn(`left out: ${line}`);
const corpora = found.filter(({ name }) => values.only === undefined || values.only.includes(name));
const { embedder: name, services, embedderSettings } = readConfig({}, {});
const sections: string[] = [];
for (const hasVectors of [true, false]) {
  const embedder = hasVectors ? await createEmbedder(name, services, embedderSettings) : null;
  const examples = await gatherExamples(corpora, embedder, join(scratch, "index"), (corpus, count) =>
    console.warn(`${corpus}: ${count} questions asked ${hasVectors ? "with vectors" : "by words"}`),
  );
  await embedder?.close();
  const ranking = learnRanking(examples, hasVectors);
  const learned = learnZone(examples, ranking, hasVectors);
  const judged = [judgeRanking(examples, hasVectors), judgeZone(examples, hasVectors)] as const;
  sections.push(reportOf(hasVectors, ...judged, ranking, learned));
}
const report = `${sections.join("\n\n")}\n`;
console.log(report);
if (values.report !== undefined) await writeFile(values.report, report);
