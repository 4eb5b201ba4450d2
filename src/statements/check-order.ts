/**
 * What came before what: `A before B`, `after B, A`, `first A and then B` must keep the order that the sentences give.
 * Both sides are compared as bags of words; where no sentence tells an order, the dates of the sides decide. English.
 */
import type { Fault } from "./cited-sentence.ts";
import type { Evidence } from "./evidence.ts";
import type { ReadText, ReadWord } from "./read-text.ts";

interface Order {
  readonly earlier: ReadonlySet<string>;
  readonly later: ReadonlySet<string>;
}

const BEFORE = /^(?:before|until|till)$/;
const AFTER = /^(?:after|following|once)$/;
const THEN = /^(?:then|afterwards|afterward|subsequently|thereafter|next)$/;
/** Words in common that say it is the same pair. */
const FEWEST = 2;
/** Orders of a text that are compared. */
const MOST = 24;

export function checkOrder(statement: ReadText, { cited, place }: Evidence): Fault | null {
  const own = ordersOf(statement);
  if (own.length === 0) return null;
  const theirs = ordersOf(cited);
  for (const order of own) {
    if (theirs.some((other) => agrees(order, other))) continue;
    if (theirs.some((other) => agrees(order, turned(other))) || isAgainstDates(order, cited))
      return { kind: "roles", reason: `What the line says came first came later in ${place}.` };
  }
  return null;
}

/** The orders told by the words between them. */
function ordersOf({ words }: ReadText): Order[] {
  const orders: Order[] = [];
  for (const [at, { key }] of words.entries()) {
    if (orders.length >= MOST) break;
    const order =
      BEFORE.test(key) || AFTER.test(key)
        ? aroundWord(words, at)
        : THEN.test(key)
          ? acrossAnd(words, at)
          : null;
    if (order !== null && order.earlier.size > 0 && order.later.size > 0) orders.push(order);
  }
  return orders;
}

function aroundWord(words: readonly ReadWord[], at: number): Order {
  const word = words[at];
  const all = words.flatMap((other, index) =>
    other.sentence === word?.sentence ? [{ ...other, index }] : [],
  );
  const isSub = ({ clause, index }: { clause: number; index: number }) =>
    clause === word?.clause && index > at;
  const sub = contentOf(all.filter(isSub));
  const main = contentOf(all.filter((other) => !isSub(other)));
  // `Not until B did A`, `no A before B`: A came after B.
  const isDenied = all.some(({ key, index }) => /^(?:not|no|never)$/.test(key) && index < at);
  return BEFORE.test(word?.key ?? "") && !isDenied
    ? { earlier: main, later: sub }
    : { earlier: sub, later: main };
}

/** `A and then B`, `A and B afterwards`. */
function acrossAnd(words: readonly ReadWord[], at: number): Order | null {
  let split = at;
  while (split >= 0 && words[split]?.sentence === words[at]?.sentence && words[split]?.key !== "and")
    split -= 1;
  if (words[split]?.key !== "and" || words[split]?.sentence !== words[at]?.sentence) {
    if (words[at - 1]?.clause === words[at]?.clause) return null;
    split = at;
  }
  const own = (_: ReadWord, index: number) => words[index]?.sentence === words[at]?.sentence;
  return {
    earlier: contentOf(words.filter((word, index) => own(word, index) && index < split)),
    later: contentOf(words.filter((word, index) => own(word, index) && index > split)),
  };
}

function turned({ earlier, later }: Order): Order {
  return { earlier: later, later: earlier };
}

/** Whether both sides share more with their own side of the other order than with its opposite. */
function agrees(order: Order, other: Order): boolean {
  const straight =
    shared(order.earlier, other.earlier, other.later) + shared(order.later, other.later, other.earlier);
  const crossed =
    shared(order.earlier, other.later, other.earlier) + shared(order.later, other.earlier, other.later);
  return straight >= FEWEST && straight > crossed;
}

/** Words of both that the third does not have. */
function shared(one: ReadonlySet<string>, other: ReadonlySet<string>, without: ReadonlySet<string>): number {
  return [...one].filter((term) => other.has(term) && !without.has(term)).length;
}

/** Whether the sentence that speaks of the earlier thing has a later date than the sentence of the later one. */
function isAgainstDates({ earlier, later }: Order, cited: ReadText): boolean {
  const [first, second] = [dateOf(earlier, later, cited), dateOf(later, earlier, cited)];
  if (first === null || second === null) return false;
  const [[year, ...rest], [otherYear, ...others]] = [parts(first), parts(second)];
  if (year !== otherYear && year !== "-" && otherYear !== "-") return Number(year) > Number(otherYear);
  const [month = 0, otherMonth = 0] = [Number(rest[0] ?? 0), Number(others[0] ?? 0)];
  if (month === 0 || otherMonth === 0 || month !== otherMonth) return month > otherMonth && otherMonth !== 0;
  const [day = 0, otherDay = 0] = [Number(rest[1] ?? 0), Number(others[1] ?? 0)];
  return otherDay !== 0 && day > otherDay;
}

function parts(date: string): string[] {
  return /^(?:\d{4}|-)(?:-\d\d){0,2}$/.test(date)
    ? /^-/.test(date)
      ? ["-", ...date.slice(2).split("-")]
      : date.split("-")
    : [];
}

/** The only date of the one sentence that shares most with these words, if no other sentence shares as much. */
function dateOf(
  terms: ReadonlySet<string>,
  others: ReadonlySet<string>,
  { words, figures }: ReadText,
): string | null {
  const counts = new Map<number, number>();
  for (const { term, sentence } of words)
    if (terms.has(term) && !others.has(term)) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  const [best, next] = [...counts].sort((left, right) => right[1] - left[1]);
  if (best === undefined || (next !== undefined && next[1] === best[1])) return null;
  const dates = figures.filter(({ kind, first }) => kind === "date" && words[first]?.sentence === best[0]);
  return dates.length === 1 ? (dates[0]?.date ?? null) : null;
}

function contentOf(words: readonly ReadWord[]): ReadonlySet<string> {
  return new Set(words.filter(({ isContent }) => isContent).map(({ term }) => term));
}
