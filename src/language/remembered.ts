/** Remembers what a pure function says of a word, so that a word that comes again costs nothing. */

/** Words remembered at once: about the vocabulary of a few books. */
const MOST = 20_000;

/** `tell`, asked only once for each word as long as there is room. */
export function remembered<Result>(tell: (word: string) => Result): (word: string) => Result {
  const known = new Map<string, Result>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined || known.has(word)) return before as Result;
    if (known.size >= MOST) known.clear();
    const result = tell(word);
    known.set(word, result);
    return result;
  };
}
