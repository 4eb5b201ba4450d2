/** The terms of an edition: how often they stand, and which are spelt alike. Asked once, then remembered. */
import type { NearTerm, TermFrequency } from "../corpus-index.ts";
import { findNearTerms } from "../full-text/near-terms.ts";
import { decodeStrings, encodeStrings, type StringList } from "../full-text/string-list.ts";
import type { Database } from "./database.ts";
import { tablesOf } from "./edition.ts";

/** Terms remembered with their counts: more than a day of questions has. */
const MOST_REMEMBERED = 50_000;
/** Beyond any distance of spelling: of terms that only begin alike. */
const FAR = 9;
const NOWHERE: TermFrequency = { passages: 0, sentences: 0 };

export class Vocabulary {
  readonly #database: Database;
  readonly #table: string;
  readonly #frequencies = new Map<string, TermFrequency>();
  #terms: Promise<StringList> | null = null;

  constructor(database: Database, edition: number) {
    this.#database = database;
    this.#table = tablesOf(database.schema, edition).terms;
  }

  async frequenciesOf(terms: readonly string[]): Promise<ReadonlyMap<string, TermFrequency>> {
    const asked = [...new Set(terms)];
    const known = new Map<string, TermFrequency>();
    const unknown: string[] = [];
    for (const term of asked) {
      const frequency = this.#frequencies.get(term);
      if (frequency !== undefined) known.set(term, frequency);
      else unknown.push(term);
    }
    if (unknown.length === 0) return known;
    const rows = await this.#database.read<TermFrequency & { term: string }>(
      `SELECT term, passages, sentences FROM ${this.#table} WHERE term = ANY($1) AND passages > 0`,
      [unknown],
    );
    const found = new Map(rows.map(({ term, passages, sentences }) => [term, { passages, sentences }]));
    if (this.#frequencies.size > MOST_REMEMBERED) this.#frequencies.clear();
    for (const term of unknown) {
      const frequency = found.get(term) ?? NOWHERE;
      this.#frequencies.set(term, frequency);
      known.set(term, frequency);
    }
    return known;
  }

  /** See `CorpusIndex.termsNear`. */
  async near(term: string): Promise<readonly NearTerm[]> {
    this.#terms ??= this.#readTerms();
    const terms = await this.#terms.catch((error: unknown) => {
      this.#terms = null;
      throw error;
    });
    const near = findNearTerms(terms, term);
    if (near.length === 0) return [];
    const frequencies = await this.frequenciesOf(near.map((one) => one.term));
    return near
      .map((one) => ({ ...one, ...(frequencies.get(one.term) ?? NOWHERE) }))
      .filter(({ passages }) => passages > 0)
      .sort((a, b) => (a.distance ?? FAR) - (b.distance ?? FAR) || b.sentences - a.sentences);
  }

  /** All of them in one value: a hundred times faster than as many rows. */
  async #readTerms(): Promise<StringList> {
    const [row] = await this.#database.read<{ terms: string | null }>(
      `SELECT string_agg(term, E'\\n') AS terms FROM ${this.#table}`,
    );
    const terms = row?.terms ?? "";
    return decodeStrings(encodeStrings(terms === "" ? [] : terms.split("\n").sort(byCodeUnits)));
  }
}

/** As `<` compares: the search for near terms relies on it. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
