/** English words that make a figure a bound. */
const listed = (words: string): ReadonlySet<string> => new Set(words.split(" "));

export const ABOUT = listed(
  "about around roughly approximately some nearly almost circa ca estimated near close approx",
);
export const OVER = listed(
  "over above exceed exceeds exceeded exceeding pass passed passes passing topped surpass surpassed surpasses beyond upwards excess",
);
export const AT_LEAST = listed("least minimum");
export const UNDER = listed("under below short");
export const AT_MOST = listed("most maximum max");
export const MORE = listed(
  "more longer higher larger greater older heavier warmer hotter bigger faster later deeper wider taller up over above upwards",
);
export const LESS = listed(
  "less fewer shorter smaller younger lower colder lighter cooler slower earlier under below shallower narrower",
);
/** Words between a bound and its number. */
export const BETWEEN = listed("a an the us usd eur total of sum at to mark just only");
/** `adds up to` is a sum, no bound. */
export const SUMMING = /^(?:add|amount|sum|come|came)/;
/** `as many as`. */
export const AS_MUCH = listed("much many long high far");
/** Behind a figure: `ten or so`. */
export const OR_SO = listed("so thereabouts odd ish");
