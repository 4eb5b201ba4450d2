/** Whether a sentence of a passage offers the kind of answer a question asks for. Pure. */
import type { TextRange } from "../corpus/source.ts";
import type { QuestionAnalysis, QuestionTerm } from "./analyze-question.ts";
import { type AnswerType, findOffer, fittingAnswers, type Offer } from "./answer-type.ts";
import { placesIn } from "./match-terms.ts";
import type { PassageView, SentenceView } from "./passage-view.ts";
import type { SentenceFeatures } from "./sentence-features.ts";

type FitFeatures = Pick<
  SentenceFeatures,
  "dateFit" | "amountFit" | "nameFit" | "reasonFit" | "fitNearby" | "definition" | "opening"
>;

const FEATURE_OF: Partial<Record<AnswerType, "dateFit" | "amountFit" | "nameFit" | "reasonFit">> = {
  date: "dateFit",
  number: "amountFit",
  duration: "amountFit",
  money: "amountFit",
  amount: "amountFit",
  length: "amountFit",
  weight: "amountFit",
  temperature: "amountFit",
  loudness: "amountFit",
  percent: "amountFit",
  person: "nameFit",
  place: "nameFit",
  name: "nameFit",
  reason: "reasonFit",
};
const NO_FIT: FitFeatures = {
  ...{ dateFit: 0, amountFit: 0, nameFit: 0, reasonFit: 0, fitNearby: 0, definition: 0, opening: 0 },
};
/** A definition opens with what it defines: within so many words. */
const DEFINED_WITHIN = 4;
const DEFINES =
  /^[^,;]{0,60}?(?:\b(?:is|are|was|were|refers? to|means?|stands? for|denotes?|describes?)\s|[:|]|\s[–—-]\s)/iu;

/** Names and values are looked up once a sentence, however many questions of its passage ask. */
const offers = new WeakMap<SentenceView, Offer>();

export function measureAnswerFit(
  question: QuestionAnalysis,
  content: readonly QuestionTerm[],
  { sentences }: PassageView,
  at: number,
): FitFeatures {
  const { answerType } = question;
  const sentence = sentences[at];
  if (answerType === null || sentence === undefined) return NO_FIT;
  if (answerType === "definition") return { ...NO_FIT, ...measureDefinition(content, sentence, at) };
  const feature = FEATURE_OF[answerType];
  if (feature === undefined) return NO_FIT;
  const fit = bestFit(question, answerType, sentence);
  const isNearby = [sentences[at - 1], sentences[at + 1]].some(
    (one) => one !== undefined && bestFit(question, answerType, one) > 0,
  );
  return { ...NO_FIT, [feature]: fit, fitNearby: fit === 0 && isNearby ? 1 : 0 };
}

const COUNTED: ReadonlySet<AnswerType> = new Set([
  ...(["date", "duration", "money", "percent", "number", "amount"] as const),
  ...(["length", "weight", "temperature", "loudness"] as const),
]);

/** Whether an answer of this kind is a date or a number of something. */
export function isCounted(type: AnswerType | null): boolean {
  return type !== null && COUNTED.has(type);
}

/** What a sentence holds of the very kind asked for, where that can be told for sure; names cannot. */
export function findAnswers({ answerType, asked }: QuestionAnalysis, view: SentenceView): TextRange[] {
  if (answerType === null || !isCounted(answerType)) return [];
  const { start: from } = view.sentence.range;
  return fittingAnswers(answerType, view.text, offerOf(view), asked)
    .filter(({ fit }) => fit === 1)
    .map(({ start, end }) => ({ start: from + start, end: from + end }));
}

function measureDefinition(content: readonly QuestionTerm[], sentence: SentenceView, at: number) {
  const isEarly = content.some((term) => placesIn(sentence, term).some((place) => place <= DEFINED_WITHIN));
  return { definition: isEarly && DEFINES.test(sentence.text) ? 1 : 0, opening: at === 0 ? 1 : 0 };
}

function bestFit({ asked }: QuestionAnalysis, type: AnswerType, sentence: SentenceView): number {
  const fitting = fittingAnswers(type, sentence.text, offerOf(sentence), asked);
  return fitting.reduce((best, one) => Math.max(best, one.fit), 0);
}

function offerOf(view: SentenceView): Offer {
  const offer = offers.get(view) ?? findOffer(view.text, view.tokens);
  offers.set(view, offer);
  return offer;
}
