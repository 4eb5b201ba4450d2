/**
 * A large corpus to measure with: seeded, so that everybody has the same. Words are as frequent as words are (Zipf,
 * "Human Behavior and the Principle of Least Effort", 1949), paragraphs as long as paragraphs are, and some
 * paragraphs hold a fact of which a question is asked. Nothing of it is true.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createWords, type Words } from "./generate-words.ts";

export interface CorpusSize {
  readonly paragraphs: number;
  /** Files; paragraphs are spread over them unevenly. */
  readonly files: number;
  readonly seed: number;
}

/** A question and the one sentence of the corpus that answers it, in the form of the labelled sets. */
export interface PlantedQuestion {
  readonly id: string;
  readonly question: string;
  readonly answerable: true;
  readonly source: string;
  readonly answers: readonly string[];
  readonly spans: readonly (readonly [number, number])[];
}

/** Every so many paragraphs one holds a fact that is asked about. */
const PARAGRAPHS_A_QUESTION = 250;
const LEAST_SENTENCES = 2;
const MOST_SENTENCES = 6;
/** Paragraphs under one heading. */
const SECTION = 12;
/** Folders the files are spread over. */
const SHELVES = 20;

/** Writes the files into `folder`, which is made, and gives the questions. */
export async function generateCorpus(folder: string, size: CorpusSize): Promise<PlantedQuestion[]> {
  const words = createWords(size.seed);
  const questions: PlantedQuestion[] = [];
  let paragraph = 0;
  for (let file = 0; file < size.files; file++) {
    const last = Math.round(((file + 1) / size.files) ** 1.2 * size.paragraphs);
    const shelf = `shelf-${String(file % SHELVES).padStart(2, "0")}`;
    const name = `${shelf}/volume-${String(file + 1).padStart(4, "0")}.md`;
    const writer = new FileWriter(name, words);
    for (; paragraph < last; paragraph++) writer.addParagraph(paragraph);
    await mkdir(join(folder, shelf), { recursive: true });
    await writeFile(join(folder, name), writer.text);
    questions.push(...writer.questions);
  }
  return questions;
}

class FileWriter {
  text = "";
  readonly questions: PlantedQuestion[] = [];
  readonly #file: string;
  readonly #words: Words;

  constructor(file: string, words: Words) {
    this.#file = file;
    this.#words = words;
    this.text = `# ${words.title()}\n\n`;
  }

  addParagraph(number: number): void {
    if (number % SECTION === 0) this.text += `## ${this.#words.title()}\n\n`;
    const count = LEAST_SENTENCES + Math.floor(this.#words.next() * (MOST_SENTENCES - LEAST_SENTENCES + 1));
    const planted = number % PARAGRAPHS_A_QUESTION === PARAGRAPHS_A_QUESTION >> 1 ? count >> 1 : -1;
    for (let place = 0; place < count; place++) {
      if (place === planted) this.#plant(number);
      else this.text += this.#words.sentence();
      this.text += place === count - 1 ? "\n\n" : " ";
    }
  }

  #plant(number: number): void {
    const { sentence, question, answer } = this.#words.fact();
    const start = this.text.length;
    this.text += sentence;
    this.questions.push({
      id: `planted-${number}`,
      question,
      answerable: true,
      source: this.#file,
      answers: [answer],
      spans: [[start, start + sentence.length]],
    });
  }
}
