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
  /** Terms of what stands above it: headings, the lead-in of its list, the head of its table. */
  readonly above: ReadonlySet<string>;
}

export interface PassageView {
  readonly passage: IndexedPassage;
  readonly sentences: readonly SentenceView[];
  /** How often each term stands in the sentences and the context. */
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
  /** Terms of its source's title. */
  readonly titleTerms: ReadonlySet<string>;
}

/** Views kept: cutting a passage into tokens is most of the work on a question, and questions meet at passages. */
const MOST_VIEWS = 1_000;
/** It names what the lines below it say. */
export const LEADS_IN = /[:：]["'”’)\]]*$/u;
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
  const context = passage.passage.context.flatMap(({ start, end }) => tokenize(text.slice(start, end)));
  const sentences = viewSentences(
    passage,
    context.map(({ term }) => term),
  );
  const counts = new Map<string, number>();
  let length = 0;
  for (const tokens of [...sentences.map((one) => one.tokens), context]) {
    length += tokens.length;
    for (const { term } of tokens) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return { passage, sentences, counts, length, titleTerms: new Set(tokenize(title).map(({ term }) => term)) };
}

/** A heading holds for what follows it, up to the next; a lead-in for its list, a table's first row for its rows. */
function viewSentences({ source, passage }: IndexedPassage, context: readonly string[]): SentenceView[] {
  const views: SentenceView[] = [];
  let headings: readonly string[] = [];
  let lead: readonly string[] = [];
  for (const [at, sentence] of passage.sentences.entries()) {
    const { kind } = sentence;
    const before = passage.sentences[at - 1];
    if (kind === "prose" || kind === "heading" || (kind === "row" && before?.kind !== "row")) lead = [];
    if (kind === "heading" && before?.kind !== "heading") headings = [];
    const view = viewSentence(source.text, sentence, new Set([...context, ...headings, ...lead]));
    const terms = [...view.places.keys()];
    if (kind === "heading") headings = [...headings, ...terms];
    else if (LEADS_IN.test(view.text) || (kind === "row" && before?.kind !== "row")) lead = terms;
    views.push(view);
  }
  return views;
}

function viewSentence(sourceText: string, sentence: Sentence, above: ReadonlySet<string>): SentenceView {
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
  return { sentence, text, tokens, places, byStart, above };
}
