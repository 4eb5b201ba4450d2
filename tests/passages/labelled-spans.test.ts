/** Sentences against answers that people marked: an answer should stand within one sentence. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCorpus } from "../../src/corpus/read-corpus.ts";
import { divideSource } from "../../src/passages/divide-source.ts";

const SET = join(
  process.env.FOOTNOTE_SHARED ?? join(import.meta.dirname, "../../../shared"),
  "eval/squad-visible",
);

interface LabelledQuestion {
  readonly answerable: boolean;
  readonly source: string;
  readonly spans: readonly (readonly [start: number, end: number])[];
}

describe.skipIf(!existsSync(SET))(
  "labelled answers (skipped where the shared question set is not at hand)",
  () => {
    it("stand within one sentence in 99 of 100 cases", async () => {
      const { sources } = await readCorpus(join(SET, "corpus"));
      const sentences = new Map(
        sources.map((source) => [
          source.file,
          divideSource(source).passages.flatMap((passage) => passage.sentences),
        ]),
      );
      const questions = readFileSync(join(SET, "questions.jsonl"), "utf8")
        .trim()
        .split("\n")
        .map((line): LabelledQuestion => JSON.parse(line));
      const isWhole = questions.flatMap(({ source, spans }) =>
        spans.map(([start, end]) =>
          (sentences.get(source) ?? []).some(({ range }) => range.start <= start && end <= range.end),
        ),
      );
      expect(isWhole.length).toBeGreaterThan(1_000);
      expect(isWhole.filter(Boolean).length / isWhole.length).toBeGreaterThan(0.99);
    });
  },
);
