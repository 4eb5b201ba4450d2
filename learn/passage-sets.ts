/**
 * Turns questions that come with a passage each into a corpus: one file a passage, one passage a document, so that no
 * two files say the same and every other file is a fair wrong answer.
 */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { LabelledQuestion } from "../src/eval/labelled-question.ts";

export interface PassageSet {
  readonly name: string;
  /** The names of its rows. */
  readonly sets: readonly string[];
  /** Most passages taken, in the order of the file. */
  readonly most: number;
}

interface Row {
  readonly id: string;
  readonly set: string;
  readonly question: string;
  readonly passage: string;
  readonly answers: readonly (readonly [number, number])[];
  readonly doc: string;
}

let rows: Promise<readonly Row[]> | undefined;

/** Writes the passages of `set` into `folder`, anew. */
export async function writePassageSet(
  file: string,
  set: PassageSet,
  folder: string,
): Promise<{ path: string; questions: LabelledQuestion[] }> {
  rows ??= readFile(file).then((bytes) =>
    gunzipSync(bytes)
      .toString("utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Row),
  );
  const files = new Map<string, { name: string; passage: string }>();
  const questions: LabelledQuestion[] = [];
  for (const row of await rows) {
    if (!set.sets.includes(row.set)) continue;
    if (!files.has(row.doc)) {
      if (files.size === set.most) continue;
      files.set(row.doc, { name: `p${String(files.size).padStart(4, "0")}.txt`, passage: row.passage });
    }
    const own = files.get(row.doc);
    if (own?.passage === row.passage) questions.push(labelled(row, own.name));
  }
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const { name, passage } of files.values()) await writeFile(join(folder, name), passage);
  return { path: folder, questions };
}

function labelled({ id, question, answers }: Row, source: string): LabelledQuestion {
  const answerable = answers.length > 0;
  return {
    id,
    question,
    answerable,
    answers: [],
    spans: answers,
    source,
    also: [],
    shape: "",
    earlierTurns: [],
  };
}
