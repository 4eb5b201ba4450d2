/** Answers that a test wrote beforehand, in place of a corpus. Remembers what it was asked. */

import type { Answer } from "../../src/answers/answer.ts";
import type { QuoteInPlace } from "../../src/answers/cite-in-context.ts";
import type { SourceSummary } from "../../src/answers/source-summary.ts";
import type { Answering, AskedOptions, RefreshCounts } from "../../src/discord/answering.ts";
import { UserError } from "../../src/errors.ts";
import type { QuoteReport } from "../../src/quotes/report-check.ts";
import { madeAbstention, madeAnswer, madeCitation } from "./made-answer.ts";

export interface Asked extends AskedOptions {
  readonly question: string;
}

export class ScriptedAnswering implements Answering {
  readonly asked: Asked[] = [];
  refreshes = 0;
  isClosed = false;
  /** What every answer says. */
  quotes: readonly string[] = ["The first quote.", "The second *quote*.", "The third quote."];
  /** Milliseconds that an answer takes. */
  delayMs = 0;
  /** Thrown in place of an answer. */
  fault: Error | null = null;
  /** Waited for before an answer. */
  gate: Promise<void> = Promise.resolve();

  async ask(question: string, options: AskedOptions = {}): Promise<Answer> {
    this.asked.push({ question, ...options });
    await this.#work();
    const asked = {
      question,
      standaloneQuestion: options.previous === undefined ? null : `${question} (then)`,
    };
    if (question.includes("nothing")) return madeAbstention(["Something near."], asked);
    return madeAnswer(this.quotes, asked);
  }

  async cite(id: string): Promise<QuoteInPlace> {
    await this.#work();
    if (!id.startsWith("brief:")) throw new UserError(`There is no source “${id}”.`, "Ask for another.");
    const text = "The line with the quote in it.";
    return {
      citation: madeCitation("quote", { id }),
      lines: [{ line: 12, text, marked: { start: 18, end: 23 } }],
    };
  }

  async sources(): Promise<readonly SourceSummary[]> {
    const counts = { paragraphs: 1, sentences: 2, words: 3, author: null, date: null, url: null };
    return [
      { id: "brief", title: "A brief", file: "brief.md", ...counts },
      { id: "second", title: "Another *one*", file: "second.md", ...counts },
    ];
  }

  async checkQuote(claimed: string): Promise<QuoteReport> {
    await this.#work();
    const isKnown = this.quotes.includes(claimed);
    return {
      claimed,
      verdict: isKnown ? "exact" : "absent",
      faithful: isKnown,
      matches: isKnown ? [madeCitation(claimed)] : [],
      places: isKnown ? 1 : 0,
      nearest: null,
      diff: [],
      flags: [],
      pieces: [],
      note: null,
    };
  }

  async quotationsIn(text: string): Promise<readonly string[]> {
    return [...text.matchAll(/“([^”]+)”/g)].flatMap((match) => match[1] ?? []);
  }

  async refresh(): Promise<RefreshCounts> {
    this.refreshes += 1;
    await this.#work();
    return { added: 1, changed: 2, removed: 3, unchanged: 4 };
  }

  async close(): Promise<void> {
    this.isClosed = true;
  }

  async #work(): Promise<void> {
    await this.gate;
    if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    if (this.fault !== null) throw this.fault;
  }
}
