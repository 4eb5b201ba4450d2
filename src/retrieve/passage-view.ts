/** A candidate passage as ranking sees it: the tokens of its sentences, and the words around them. */
import type { IndexedPassage } from "../index/corpus-index.ts";
import type { Sentence } from "../passages/passage.ts";
import { type Token, tokenize } from "../text/tokens.ts";
import { SHARED_START } from "./spelling-variants.ts";

export interface SentenceView {
  readonly sentence: Sentence;
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Where each term stands, counted in tokens. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  /** Its longer terms by their first letters. */
  readonly byStart: ReadonlyMap<string, readonly string[]>;
}

export interface PassageView {
  readonly passage: IndexedPassage;
  readonly sentences: readonly SentenceView[];
  /** How often each term stands in the sentences and the context. */
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
  /** Terms of the headings above it and of its source's title. */
  readonly headTerms: ReadonlySet<string>;
}

/** Views kept: cutting a passage into tokens is most of the work on a question, and questions meet at passages. */
const MOST_VIEWS = 1_000;
const views = new Map<IndexedPassage, PassageView>();

/** The view of `passage`; the latest ones are kept. */
export function viewPassage(passage: IndexedPassage): PassageView {
  const view = views.get(passage) ?? makeView(passage);
  views.delete(passage);
  views.set(passage, view);
  const [oldest] = views.keys();
  if (views.size > MOST_VIEWS && oldest !== undefined) views.delete(oldest);
  return view;
}

function makeView(passage: IndexedPassage): PassageView {
  const { text, title } = passage.source;
  const sentences = passage.passage.sentences.map((sentence) => viewSentence(text, sentence));
  const context = passage.passage.context.flatMap(({ start, end }) => tokenize(text.slice(start, end)));
  const counts = new Map<string, number>();
  let length = 0;
  for (const tokens of [...sentences.map((one) => one.tokens), context]) {
    length += tokens.length;
    for (const { term } of tokens) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const headTerms = new Set([...context, ...tokenize(title)].map(({ term }) => term));
  return { passage, sentences, counts, length, headTerms };
}

function viewSentence(sourceText: string, sentence: Sentence): SentenceView {
  const text = sourceText.slice(sentence.range.start, sentence.range.end);
  const tokens = tokenize(text);
  const places = new Map<string, number[]>();
  const byStart = new Map<string, string[]>();
  for (const [at, { term }] of tokens.entries()) {
    const known = places.get(term);
    if (known !== undefined) {
      known.push(at);
      continue;
    }
    places.set(term, [at]);
    if (term.length < SHARED_START) continue;
    const start = term.slice(0, SHARED_START);
    byStart.set(start, [...(byStart.get(start) ?? []), term]);
  }
  return { sentence, text, tokens, places, byStart };
}
