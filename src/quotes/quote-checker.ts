/** The quote check over a set of sources. The words are indexed at the first check and kept; no file is read. */
import type { Source } from "../corpus/source.ts";
import { UserError } from "../errors.ts";
import { nearestName } from "../text/nearest-name.ts";
import { checkQuote } from "./check-quote.ts";
import type { QuoteCheck } from "./quote-check.ts";
import { buildWordIndex, type IndexedSource, type WordIndex } from "./word-index.ts";

export interface CheckOptions {
  /** The source the quotation is said to come from: its id, its file, the file's name with or without ending, its title. */
  readonly source?: string | undefined;
}

export interface QuoteChecker {
  readonly sources: readonly Source[];
  /** Throws a UserError for a blank claim and for a source that is not there. */
  check(claimed: string, options?: CheckOptions): QuoteCheck;
}

function namesOf({ id, file, title }: Source): string[] {
  const name = file.slice(file.lastIndexOf("/") + 1);
  return [id, file, name, name.replace(/\.[^.]+$/, ""), title].map((one) =>
    one.normalize("NFC").toLowerCase(),
  );
}

/** The source that goes by this name: ids before files, files before titles. */
function findNamed(sources: readonly IndexedSource[], name: string): IndexedSource {
  const wanted = name.trim().normalize("NFC").toLowerCase();
  for (let kind = 0; kind < 5; kind += 1) {
    const found = sources.find(({ source }) => namesOf(source)[kind] === wanted);
    if (found !== undefined) return found;
  }
  const near = nearestName(
    name,
    sources.map(({ source }) => source.id),
  );
  throw new UserError(
    `There is no source “${name}”.`,
    near === null ? "footnote sources lists them." : `Did you mean ${near}?`,
  );
}

class IndexedQuoteChecker implements QuoteChecker {
  readonly sources: readonly Source[];
  #index: WordIndex | undefined;

  constructor(sources: readonly Source[]) {
    this.sources = sources;
  }

  check(claimed: string, { source }: CheckOptions = {}): QuoteCheck {
    if (claimed.trim() === "")
      throw new UserError(
        "There is nothing to check: the quotation is empty.",
        "Give the words you want to look up.",
      );
    this.#index ??= buildWordIndex(this.sources);
    const named = source === undefined ? null : findNamed(this.#index.sources, source);
    return checkQuote(this.#index, claimed, named);
  }
}

/** A checker of quotations from these sources. */
export function createQuoteChecker(sources: readonly Source[]): QuoteChecker {
  return new IndexedQuoteChecker(sources);
}
