/** Asks every labelled question of its corpus and keeps the features of each candidate sentence, and which are right. */
import type { Embedder } from "../src/embedders/embedder.ts";
import type { LabelledPlaces, LabelledQuestion } from "../src/eval/labelled-question.ts";
import type { CorpusIndex } from "../src/index/corpus-index.ts";
import { openIndex } from "../src/index/open-index.ts";
import { analyzeQuestion, type QuestionAnalysis } from "../src/retrieve/analyze-question.ts";
import { readShape } from "../src/retrieve/question-shape.ts";
import { type MeasuredSentence, rankSentences } from "../src/retrieve/rank-sentences.ts";
import { relateTerms } from "../src/retrieve/relate-terms.ts";
import type { SentenceFeatures } from "../src/retrieve/sentence-features.ts";
import type { LabelledCorpus } from "./labelled-texts.ts";

export interface Candidate {
  readonly features: SentenceFeatures;
  /** Whether it holds a labelled answer. */
  readonly isRight: boolean;
}

export interface Example {
  readonly corpus: string;
  /** Examples of one text are left out together. */
  readonly text: string;
  readonly question: string;
  /** Whether the corpus answers the question. */
  readonly isAnswered: boolean;
  /** Whether the question is about another corpus altogether. */
  readonly isOffTopic: boolean;
  readonly analysis: QuestionAnalysis;
  /** Sentences of the corpus. */
  readonly sentences: number;
  /** Best first by today's weights. */
  readonly candidates: readonly Candidate[];
}

/** Kept of each question; right ones below are kept too. */
const MOST_CANDIDATES = 80;
/** Questions of another corpus asked of each, to be refused. */
const MOST_OFF_TOPIC = 120;

/** The examples of `corpora`, with vectors or by words alone. Indexes are kept in `scratch`. */
export async function gatherExamples(
  corpora: readonly LabelledCorpus[],
  embedder: Embedder | null,
  scratch: string,
  onCorpus: (name: string, examples: number) => void,
): Promise<Example[]> {
  const examples: Example[] = [];
  for (const [at, corpus] of corpora.entries()) {
    const { index } = await openIndex({
      corpusPath: corpus.path,
      indexPath: scratch,
      embedder,
      inMemory: null,
    });
    const from = examples.length;
    for (const labelled of corpus.questions) {
      const isAnswered = labelled.answerable;
      examples.push({
        ...(await ask(index, embedder, labelled)),
        isAnswered,
        isOffTopic: false,
        ...of(corpus, labelled),
      });
    }
    const other = corpora[(at + 1) % corpora.length];
    const foreign = (other?.questions ?? []).filter(({ answerable }) => answerable).slice(0, MOST_OFF_TOPIC);
    for (const labelled of foreign) {
      const asked = await ask(index, embedder, { ...labelled, spans: [], answers: [], also: [] });
      examples.push({
        ...asked,
        isAnswered: false,
        isOffTopic: true,
        corpus: corpus.name,
        text: `${corpus.name} off topic`,
      });
    }
    await index.close();
    onCorpus(corpus.name, examples.length - from);
  }
  return examples;
}

function of(corpus: LabelledCorpus, labelled: LabelledQuestion) {
  return { corpus: corpus.name, text: corpus.textOf(labelled) };
}

type Asked = Pick<Example, "question" | "analysis" | "sentences" | "candidates">;

async function ask(
  index: CorpusIndex,
  embedder: Embedder | null,
  labelled: LabelledQuestion,
): Promise<Asked> {
  const { about } = readShape(labelled.question);
  const read = await analyzeQuestion(about, index);
  const vector = embedder && (await embedder.embedQuery(about));
  const analysis = embedder ? await relateTerms(read, index, embedder) : read;
  const ranked = await rankSentences(analysis, index, vector);
  const candidates = ranked.map((one) => ({ features: one.features, isRight: isRight(labelled, one) }));
  const kept = candidates.filter((one, at) => at < MOST_CANDIDATES || one.isRight);
  return { question: labelled.question, analysis, sentences: index.statistics.sentences, candidates: kept };
}

/** Whether the sentence holds a labelled span, or shares most of an answer that is given as words. */
function isRight(labelled: LabelledQuestion, { passage, sentence }: MeasuredSentence): boolean {
  const { source } = passage;
  const { start, end } = sentence.range;
  return [labelled, ...labelled.also].some((places) => {
    if (!(source.file === places.source || source.file.endsWith(`/${places.source}`))) return false;
    const spans = places.spans.length > 0 ? places.spans : spansOf(places, source.text);
    return spans.some(([from, to]) => Math.min(end, to) - Math.max(start, from) > (to - from) / 2);
  });
}

function spansOf(places: LabelledPlaces & { answers?: readonly string[] }, text: string): [number, number][] {
  return (places.answers ?? []).flatMap((answer) => {
    const start = text.toLowerCase().indexOf(answer.toLowerCase());
    return start === -1 ? [] : [[start, start + answer.length] as [number, number]];
  });
}
