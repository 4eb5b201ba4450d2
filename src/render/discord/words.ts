/** The bot's own words on Discord, in the reader's language where there is one. Quotes are never translated. */
import type { QuoteFlag, Verdict } from "../../quotes/quote-check.ts";
import { azerbaijani } from "./languages/azerbaijani.ts";
import { english } from "./languages/english.ts";
import { persian } from "./languages/persian.ts";
import { russian } from "./languages/russian.ts";
import { turkish } from "./languages/turkish.ts";

/** Sentences that are safe as markdown. What functions are handed stands in the middle and must be escaped already. */
export interface Words {
  readonly understoodAs: (question: string) => string;
  readonly confidence: { readonly high: string; readonly fair: string; readonly low: string };
  readonly pageOf: (page: number, pages: number) => string;
  readonly partOf: (part: number, parts: number) => string;
  readonly line: (line: number) => string;
  readonly lines: (from: number, to: number) => string;
  readonly differ: (about: string) => string;

  /** A language model phrased it. */
  readonly byModel: string;
  /** Why there is a model but not its answer, where the reason is known in English only. */
  readonly modelFailed: string;
  readonly leftOut: (lines: number) => string;
  readonly butElsewhere: string;
  readonly answering: string;
  readonly stop: string;
  readonly stopped: string;
  readonly notYours: string;

  readonly doNotSay: string;
  /** Of a question that asks several things: what is not answered. */
  readonly doNotSayPart: (question: string) => string;
  readonly missing: (terms: string) => string;
  readonly closest: string;
  readonly nothingNear: string;

  readonly previous: string;
  readonly next: string;
  readonly context: string;
  readonly followUp: string;
  readonly useful: string;
  readonly notUseful: string;
  readonly open: string;
  readonly file: string;
  /** Title of the modal, at most 45 characters, and of its one field. */
  readonly followUpTitle: string;
  readonly followUpField: string;

  readonly inPlace: string;
  readonly claimed: (quotation: string) => string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly differences: (words: string) => string;
  readonly flags: Readonly<Record<QuoteFlag, string>>;
  readonly faithfulOf: (faithful: number, all: number) => string;
  readonly noQuotations: string;
  readonly speakTo: string;
  readonly sourcesHeading: (count: number) => string;
  readonly sourceCounts: (paragraphs: number, sentences: number, words: number) => string;
  readonly noSources: string;

  readonly emptyQuestion: string;
  readonly tooLong: (most: number) => string;
  readonly noText: string;
  /** `when` is a Discord timestamp such as `<t:1700000000:R>`. */
  readonly tooOften: (when: string) => string;
  readonly busy: string;
  readonly slow: string;
  readonly failed: string;
  readonly stopping: string;
  readonly expired: string;
  readonly changed: string;
  readonly unknownCitation: string;
  readonly unknownSource: string;
  readonly needsManageServer: string;
  readonly reindexing: string;
  readonly reindexed: (added: number, changed: number, removed: number, unchanged: number) => string;
  readonly notReindexed: string;
  readonly thanks: string;
  readonly noted: string;
  /** Name of a thread whose question was deleted. */
  readonly deletedQuestion: string;
  readonly messageDeleted: string;
}

const LANGUAGES: Readonly<Record<string, Words>> = {
  en: english,
  az: azerbaijani,
  tr: turkish,
  ru: russian,
  fa: persian,
};

/** Whether these are the words for readers of English, who can also be told what is only known in English. */
export function isEnglish(words: Words): boolean {
  return words === english;
}

/** The words for a locale such as `en-GB`; English where the language is unknown. */
export function wordsFor(locale: string | null | undefined): Words {
  const language = locale?.toLowerCase().split(/[-_]/)[0] ?? "en";
  return Object.hasOwn(LANGUAGES, language) ? (LANGUAGES[language] ?? english) : english;
}
