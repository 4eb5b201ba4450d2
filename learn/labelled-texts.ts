/**
 * The labelled texts that weights are learned from and judged on. Those of the repository are always there; the others
 * lie beside the checkout, are never part of it, and are left out, visibly, where they are absent.
 */
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type LabelledQuestion, parseLabelledQuestion } from "../src/eval/labelled-question.ts";
import { type PassageSet, writePassageSet } from "./passage-sets.ts";

/** A corpus and questions about it. */
export interface LabelledCorpus {
  readonly name: string;
  /** A folder or a file. */
  readonly path: string;
  readonly questions: readonly LabelledQuestion[];
  /** The text a question belongs to: all questions of one text are left out together. */
  readonly textOf: (question: LabelledQuestion) => string;
}

const BESIDE = "../shared";
/** Question sets with passages of their own, one file a passage. */
const PASSAGE_SETS: readonly PassageSet[] = [
  { name: "selqa", sets: ["selqa"], most: 300 },
  { name: "qed", sets: ["qed", "qed-none"], most: 300 },
  { name: "multispanqa", sets: ["multispanqa"], most: 250 },
  { name: "clapnq", sets: ["clapnq", "clapnq-unanswerable"], most: 300 },
  { name: "covidqa", sets: ["covidqa"], most: 92 },
  { name: "tatqa", sets: ["tatqa", "tatqa-table"], most: 250 },
  { name: "conditionalqa", sets: ["conditionalqa", "conditionalqa-none"], most: 250 },
  { name: "condaqa", sets: ["condaqa", "condaqa-dontknow"], most: 150 },
];

/** Every labelled corpus at hand, and a line for each that is not. `scratch` is a folder for those that must be written. */
export async function labelledCorpora(
  scratch: string,
): Promise<{ found: LabelledCorpus[]; absent: string[] }> {
  const found: LabelledCorpus[] = [
    await ofFile("shipped", "corpus", "tests/evals/questions.jsonl"),
    await ofFile("pump manual", "tests/evals/manual/corpus", "tests/evals/manual/questions.jsonl"),
  ];
  const absent: string[] = [];
  const articles = join(BESIDE, "eval", "squad-visible");
  if (existsSync(articles)) {
    const all = await ofFile("articles", join(articles, "corpus"), join(articles, "questions.jsonl"));
    found.push({ ...all, textOf: ({ source }) => basename(source) });
  } else absent.push(`articles: no ${articles}`);
  const real = join(BESIDE, "eval", "real");
  if (existsSync(real)) found.push(...(await ofReal(real)));
  else absent.push(`documentations: no ${real}`);
  const training = join(BESIDE, "train", "qa.jsonl.gz");
  if (existsSync(training)) {
    for (const set of PASSAGE_SETS) {
      const { path, questions } = await writePassageSet(training, set, join(scratch, set.name));
      found.push({ name: set.name, path, questions, textOf: () => set.name });
    }
  } else absent.push(`passages: no ${training}`);
  return { found, absent };
}

async function readQuestions(file: string): Promise<LabelledQuestion[]> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
  const all = lines.map((line, at) => parseLabelledQuestion(line, at + 1));
  return all.filter(({ earlierTurns }) => earlierTurns.length === 0);
}

async function ofFile(name: string, path: string, file: string): Promise<LabelledCorpus> {
  return { name, path, questions: await readQuestions(file), textOf: () => name };
}

/** One file of questions about several corpora, each named by its folder. */
async function ofReal(folder: string): Promise<LabelledCorpus[]> {
  const lines = (await readFile(join(folder, "questions.jsonl"), "utf8")).split("\n").filter(Boolean);
  const groups = new Map<string, LabelledQuestion[]>();
  for (const [at, line] of lines.entries()) {
    const { corpus } = JSON.parse(line) as { corpus: string };
    groups.set(corpus, [...(groups.get(corpus) ?? []), parseLabelledQuestion(line, at + 1)]);
  }
  return [...groups].map(([corpus, questions]) => ({
    name: corpus,
    path: join(folder, "corpora", corpus),
    questions,
    textOf: () => corpus,
  }));
}
