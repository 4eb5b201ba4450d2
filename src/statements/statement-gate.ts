/**
 * The gate every statement of a model passes: it names sentences that were given, holds against them, and is shown with
 * their quotes, which the program cuts from the sources itself. What does not hold is dropped with a reason, never mended.
 */

import type { Citation, DroppedLine, Statement } from "../answers/answer.ts";
import { citeSentences } from "../answers/citation.ts";
import type { OfferedSentence } from "../prompts/offer-sentences.ts";
import { beginningOf } from "../text/graphemes.ts";
import { findNames } from "../text/names.ts";
import { Secrets, TELLING_PART } from "../text/secrets.ts";
import { synonymsOf } from "../text/synonyms.ts";
import { tokenize } from "../text/tokens.ts";
import { type CitedSentence, checkStatement } from "./check-statement.ts";
import { explainUnreadLine, isNoAnswer, parseModelLine } from "./parse-model-line.ts";

export interface GateLimits {
  /** Statements shown. */
  readonly statements: number;
  /** Different quotes shown under them. */
  readonly citations: number;
}

/** The offered sentences that say otherwise than one of `cited`. */
export type FindContrary = (cited: readonly OfferedSentence[]) => readonly OfferedSentence[];

export type GateVerdict =
  | { readonly kind: "shown"; readonly statement: Statement; readonly citations: readonly Citation[] }
  | { readonly kind: "dropped"; readonly dropped: DroppedLine }
  | { readonly kind: "no-answer" };

/** In UTF-16 code units. A shorter word without a capital is hardly a name. */
const SHORTEST_NAME = 4;
/** UTF-16 code units of a dropped line that are kept. */
const LONGEST_DROPPED = 300;

export class StatementGate {
  readonly #offered: ReadonlyMap<number, OfferedSentence>;
  readonly #question: string;
  readonly #limits: GateLimits;
  readonly #findContrary: FindContrary;
  readonly #secrets: Secrets;
  /** By label, in order of first use. */
  readonly #citations = new Map<number, Citation>();
  readonly #said = new Set<string>();
  /** The last letters of all that was said: too few to hold a secret by themselves. */
  #heard = "";
  /** The terms of the names in the sentences offered. */
  #names: ReadonlySet<string> | undefined;
  /** The terms of their words without a capital. */
  #lower: ReadonlySet<string> | undefined;

  /** `question` as it stands alone: a statement may use its words. */
  constructor(
    offered: readonly OfferedSentence[],
    question: string,
    limits: GateLimits,
    findContrary: FindContrary = () => [],
    secrets: Secrets = new Secrets([]),
  ) {
    this.#offered = new Map(offered.map((sentence) => [sentence.label, sentence]));
    this.#question = question;
    this.#limits = limits;
    this.#findContrary = findContrary;
    this.#secrets = secrets;
  }

  /** Those of the statements shown so far, by number. */
  get citations(): readonly Citation[] {
    return [...this.#citations.values()];
  }

  get isFull(): boolean {
    return this.#said.size >= this.#limits.statements;
  }

  /** Decides about one line, and numbers its citations when it is shown. */
  take(line: string): GateVerdict {
    if (isNoAnswer(line)) return { kind: "no-answer" };
    const parsed = parseModelLine(line);
    if (this.#givesAway(line, parsed?.text ?? line))
      return drop(this.#secrets.holds(line) ? this.#secrets.strike(line) : "(key)", "The line holds a key.");
    if (parsed === null) return drop(line, explainUnreadLine(line));
    const { text, labels } = parsed;
    const unknown = labels.find((label) => !this.#offered.has(label));
    if (unknown !== undefined) return drop(line, `[S${unknown}] is no sentence it was given.`);
    const cited = this.#sentences(labels);
    const draft = cited.map(({ label, passage, sentence, text: quoted }) => {
      const { section, source } = citeSentences(passage, [sentence], label);
      return { label, text: quoted, title: source.title, date: source.date, section };
    });
    const check = checkStatement(text, draft, this.#question);
    if (!check.passes) return drop(line, check.reason);
    const strayed = this.#nameFromElsewhere(text, draft);
    if (strayed !== null) return drop(line, `The name ${strayed} does not stand in what the line cites.`);
    const words = wordsAlone(text);
    if (this.#said.has(words)) return drop(line, "The line only repeats what was said.");
    const fresh = labels.filter((label) => !this.#citations.has(label)).length;
    if (this.isFull || this.#citations.size + fresh > this.#limits.citations)
      return drop(line, "The answer is long enough without it.");
    this.#said.add(words);
    return this.#show(text, cited);
  }

  /** Whether a line holds a secret, or goes on with one that began in the line before. */
  #givesAway(line: string, text: string): boolean {
    const before = this.#heard;
    this.#heard = `${before}${text}`.replace(/[^\p{L}\p{N}]/gu, "").slice(1 - TELLING_PART);
    const [secrets, both] = [this.#secrets, `${before} ${text}`];
    return secrets.holds(line) || secrets.holds(text) || (secrets.holds(both) && !secrets.holds(before));
  }

  #show(text: string, cited: readonly OfferedSentence[]): GateVerdict {
    const own = this.#cite(cited);
    const numbers = new Set(own.map(({ n }) => n));
    const beside = this.#cite(this.#findContrary(cited)).filter(({ n }) => !numbers.has(n));
    const statement: Statement = {
      text,
      citations: own.map(({ n }) => n),
      ...(beside.length > 0 && { beside: beside.map(({ n }) => n) }),
    };
    return { kind: "shown", statement, citations: [...own, ...beside] };
  }

  /**
   * A capital at the beginning says little, and a small letter says that it is no name, unless the word is a name in
   * another sentence that was given: to mix up whom two sentences speak of is the likeliest of mistakes.
   */
  #nameFromElsewhere(text: string, cited: readonly CitedSentence[]): string | null {
    const evidence = cited.flatMap((sentence) => [sentence.text, sentence.title, sentence.section ?? ""]);
    const known = new Set(tokenize([...evidence, this.#question].join("\n")).map(({ term }) => term));
    this.#names ??= new Set(
      [...this.#offered.values()].flatMap((sentence) =>
        findNames(sentence.text).flatMap(({ isDoubtful, terms }) => (isDoubtful ? [] : terms)),
      ),
    );
    const isStray = (term: string) => !known.has(term) && this.#names?.has(term) === true;
    const [opening] = findNames(text);
    if (opening?.isDoubtful === true && opening.terms.some(isStray))
      return text.slice(opening.start, opening.end);
    const lower = tokenize(text).find(
      ({ term, start, end }) =>
        end - start >= SHORTEST_NAME &&
        /^\p{Ll}/u.test(text.slice(start, end)) &&
        isStray(term) &&
        this.#isOnlyName(term),
    );
    return lower === undefined ? null : text.slice(lower.start, lower.end);
  }

  /** Whether no sentence that was given has the word without a capital, and no list knows it as an everyday word. */
  #isOnlyName(term: string): boolean {
    this.#lower ??= new Set(
      [...this.#offered.values()].flatMap((sentence) =>
        tokenize(sentence.text).flatMap((token) =>
          /^\p{Ll}/u.test(sentence.text.slice(token.start, token.end)) ? [token.term] : [],
        ),
      ),
    );
    return !this.#lower.has(term) && synonymsOf(term).size === 0;
  }

  #sentences(labels: readonly number[]): OfferedSentence[] {
    return labels.flatMap((label) => this.#offered.get(label) ?? []);
  }

  #cite(sentences: readonly OfferedSentence[]): Citation[] {
    return sentences.map(({ label, passage, sentence }) => {
      const known = this.#citations.get(label);
      if (known !== undefined) return known;
      const citation = citeSentences(passage, [sentence], this.#citations.size + 1);
      this.#citations.set(label, citation);
      return citation;
    });
  }
}

function drop(line: string, reason: string): GateVerdict {
  const text = beginningOf(line, LONGEST_DROPPED);
  return { kind: "dropped", dropped: { text: text.toWellFormed(), reason } };
}

function wordsAlone(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
