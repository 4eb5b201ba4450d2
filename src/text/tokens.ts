/** Words as the search sees them. */
import stem from "wink-porter2-stemmer";

/** A word, its search term, and its range (UTF-16, half-open) in the text it was taken from. */
export interface Token {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}
