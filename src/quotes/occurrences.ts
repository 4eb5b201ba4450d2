/** Where a text stands in another one, overlapping places included. Linear in both, whatever repeats in them. */

/** Shorter patterns are left to the engine's own search, whose worst case is the product of both lengths. */
const SHORT = 128;

/** For each length of a beginning of `pattern`: the length of its longest true beginning that is also its end. */
function bordersOf(pattern: string): Int32Array {
  const borders = new Int32Array(pattern.length + 1);
  borders[0] = -1;
  let border = -1;
  for (let at = 0; at < pattern.length; at += 1) {
    while (border >= 0 && pattern.charCodeAt(border) !== pattern.charCodeAt(at))
      border = borders[border] ?? -1;
    border += 1;
    borders[at + 1] = border;
  }
  return borders;
}

/** Calls `visit` with each place of `pattern` from `from` on, in order, until it returns false. */
export function visitOccurrences(
  text: string,
  pattern: string,
  from: number,
  visit: (at: number) => boolean,
): void {
  if (pattern === "") return;
  if (pattern.length <= SHORT) {
    for (let at = text.indexOf(pattern, from); at !== -1; at = text.indexOf(pattern, at + 1))
      if (!visit(at)) return;
    return;
  }
  // Knuth, Morris and Pratt: what has been compared is never compared again.
  const borders = bordersOf(pattern);
  let matched = 0;
  for (let at = from; at < text.length; at += 1) {
    while (matched >= 0 && pattern.charCodeAt(matched) !== text.charCodeAt(at))
      matched = borders[matched] ?? -1;
    matched += 1;
    if (matched < pattern.length) continue;
    if (!visit(at + 1 - pattern.length)) return;
    matched = borders[matched] ?? 0;
  }
}
