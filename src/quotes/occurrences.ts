/** Where a row of units stands in another one, overlapping places included. Linear in both, whatever repeats in them. */

/** Shorter texts are left to the engine's own search, whose worst case is the product of both lengths. */
const SHORT = 128;

/** Part of a row, half-open; `unitAt` gives what stands at a place of it. */
interface Row {
  readonly unitAt: (at: number) => number;
  readonly from: number;
  readonly end: number;
}

/** Calls `visit` with each place in `row`, in order, until it returns false. Answers the units compared. */
type VisitPlaces = (row: Row, visit: (at: number) => boolean) => number;

/** For each length of a beginning: the length of its longest true beginning that is also its end. */
function bordersOf(wanted: ArrayLike<number>): Int32Array {
  const borders = new Int32Array(wanted.length + 1);
  borders[0] = -1;
  let border = -1;
  for (let at = 0; at < wanted.length; at += 1) {
    while (border >= 0 && wanted[border] !== wanted[at]) border = borders[border] ?? -1;
    border += 1;
    borders[at + 1] = border;
  }
  return borders;
}

/** A search for `wanted`, which is not empty. Knuth, Morris and Pratt: what matched is never compared again. */
export function searchFor(wanted: ArrayLike<number>): VisitPlaces {
  const borders = bordersOf(wanted);
  return ({ unitAt, from, end }, visit) => {
    let [matched, compared] = [0, 0];
    for (let at = from; at < end; at += 1) {
      const unit = unitAt(at);
      compared += 1;
      while (matched >= 0 && wanted[matched] !== unit) {
        matched = borders[matched] ?? -1;
        compared += 1;
      }
      matched += 1;
      if (matched < wanted.length) continue;
      if (!visit(at + 1 - wanted.length)) return compared;
      matched = borders[matched] ?? 0;
    }
    return compared;
  };
}

/** Calls `visit` with each place of `pattern` in `text` from `from` on, in order, until it returns false. */
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
  const units = Uint16Array.from({ length: pattern.length }, (_, at) => pattern.charCodeAt(at));
  searchFor(units)({ unitAt: (at) => text.charCodeAt(at), from, end: text.length }, visit);
}
