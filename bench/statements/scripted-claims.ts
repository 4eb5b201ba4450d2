/** Claims written by hand over the shipped texts, each honest or falsified in one place. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sectionAbove } from "../../src/answers/citation.ts";
import { readCorpus } from "../../src/corpus/read-corpus.ts";
import { formatCitationId } from "../../src/passages/citation-id.ts";
import { divideSource } from "../../src/passages/divide-source.ts";
import type { CitedSentence } from "../../src/statements/check-statement.ts";

export const PARTS = ["tune", "tune-2", "tune-3", "blind-2", "blind-3"] as const;

export type Part = (typeof PARTS)[number];

interface ClaimLine {
  readonly id: string;
  /**
   * The rules were made looking at the `tune` parts. `blind-2` and `blind-3` were written before the rules were read and
   * counted once unseen: 5 false claims of 30 shown and 7 honest of 30 dropped, later 3 and 8. Both have been looked at
   * since, so neither is blind any more: their figures now say less about unseen text than those first ones.
   */
  readonly half: Part;
  readonly question: string;
  readonly cites: readonly string[];
  readonly text: string;
  /** What was falsified; null for an honest claim. */
  readonly falsified: string | null;
}

export interface ScriptedClaim extends ClaimLine {
  readonly cited: readonly CitedSentence[];
}

const HERE = join(import.meta.dirname, "..", "..", "bench", "statements");
const CORPUS = join(HERE, "..", "..", "corpus");

/** The claims with the sentences they cite. A citation that leads nowhere is an error. */
export async function readScriptedClaims(): Promise<ScriptedClaim[]> {
  const sentences = await readSentences();
  const lines = readFileSync(join(HERE, "claims.jsonl"), "utf8").trim().split("\n");
  return lines.map((line) => {
    const claim = JSON.parse(line) as ClaimLine;
    return { ...claim, cited: claim.cites.map((id) => found(sentences, id)) };
  });
}

async function readSentences(): Promise<ReadonlyMap<string, CitedSentence>> {
  const sentences = new Map<string, CitedSentence>();
  for (const folder of [CORPUS, join(HERE, "texts")]) {
    for (const source of (await readCorpus(folder)).sources)
      for (const passage of divideSource(source).passages) {
        for (const sentence of passage.sentences) {
          const { range, paragraph, number } = sentence;
          const text = source.text.slice(range.start, range.end);
          sentences.set(formatCitationId(source.id, paragraph, number), {
            text,
            title: source.title,
            date: source.date,
            section: sectionAbove(source, passage, sentence),
          });
        }
      }
  }
  return sentences;
}

function found(sentences: ReadonlyMap<string, CitedSentence>, id: string): CitedSentence {
  const sentence = sentences.get(id);
  if (sentence === undefined) throw new Error(`no sentence ${id}`);
  return sentence;
}
