/** What is compared: something that is handed texts, and then gives places for a question. */

/** A place in a file, UTF-16, half-open. */
export interface Found {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

export interface TextFile {
  readonly file: string;
  readonly text: string;
}

export interface Searcher {
  /** Best first, at most three; null when it says that the texts do not answer. */
  search(question: string): Promise<readonly Found[] | null>;
  close(): Promise<void>;
}

export interface Contestant {
  /** What one thing it finds is: a sentence, a paragraph, a piece. */
  readonly unit: string;
  /** Makes its index of the texts in the folder `store`. */
  build(corpus: string, store: string): Promise<void>;
  /** Opens what was built. */
  open(corpus: string, store: string): Promise<Searcher>;
}

export const MOST_FOUND = 3;
