/** The one table of units: what a word or symbol names, and what it is worth. Pure. */
import { wordKey } from "../languages.ts";
import { CURRENCIES } from "./currencies.ts";
import { PLAIN_UNITS, PREFIXED, PREFIXES } from "./measures.ts";

export interface Unit {
  /** One name for all spellings. */
  readonly name: string;
  /** Units of one dimension are worth each other. A currency is a dimension of its own. */
  readonly dimension: string;
  /** How much of the dimension's base one of it is. */
  readonly factor: number;
}

/** What a currency's dimension begins with. */
const MONEY = "money ";

/** Words that only look like a symbol in another case. */
const NO_UNIT: ReadonlySet<string> = new Set("us a try he no as is ma ga pa".split(" "));
/** By symbol as it is written, then by word as it is compared. */
const BY_SYMBOL = new Map<string, Unit>();
const BY_WORD = new Map<string, Unit>();

fillTable();

/** The unit that `written` is the sign, symbol or word of; null when there is none. `mW` and `MW` differ. */
export function unitNamed(written: string): Unit | null {
  return BY_SYMBOL.get(written) ?? BY_WORD.get(wordKey(written)) ?? null;
}

/** Whether a unit is one of money. */
export function isMoney({ dimension }: Unit): boolean {
  return dimension.startsWith(MONEY);
}

/** `amount` of one unit in another of its dimension; null when they measure different things. */
export function convert(amount: number, from: Unit, to: Unit): number | null {
  return from.dimension === to.dimension ? (amount * from.factor) / to.factor : null;
}

/** All units, each once. */
export function allUnits(): readonly Unit[] {
  return [...new Set([...BY_SYMBOL.values(), ...BY_WORD.values()])];
}

function fillTable(): void {
  for (const line of linesOf(PLAIN_UNITS)) {
    const [dimension = "", factor = "1", name = "", symbols = "", ...words] = line;
    const unit = { name, dimension, factor: Number(factor) };
    put(unit, symbols.split(","), [name, ...words]);
  }
  for (const [dimension = "", factor = "1", name = "", symbols = "", ...words] of linesOf(PREFIXED)) {
    put({ name, dimension, factor: Number(factor) }, symbols.split(","), [name, ...words]);
    for (const [prefix = "", letter = "", times = "1"] of linesOf(PREFIXES)) {
      const unit = { name: `${prefix}${name}`, dimension, factor: round(Number(factor) * Number(times)) };
      const spelled = symbols.split(",").map((symbol) => `${letter}${symbol}`);
      put(
        unit,
        spelled,
        [name, ...words].map((word) => `${prefix}${word}`),
      );
    }
  }
  for (const [name = "", ...others] of linesOf(CURRENCIES))
    put({ name, dimension: `${MONEY}${name}`, factor: 1 }, others, [name, ...others]);
  // A hundred pence are a pound; cents are of many currencies.
  put({ name: "penny", dimension: `${MONEY}pound`, factor: 0.01 }, ["p"], ["penny", "pence", "pennies"]);
}

function put(unit: Unit, symbols: readonly string[], words: readonly string[]): void {
  const own = BY_WORD.get(unit.name) ?? unit;
  for (const symbol of symbols)
    if (!NO_UNIT.has(symbol) && !BY_SYMBOL.has(symbol)) BY_SYMBOL.set(symbol, own);
  // A symbol in another case still names the unit where no other has that spelling.
  for (const word of [...words, ...symbols]) {
    const key = /\p{Sc}/u.test(word) ? "" : wordKey(word);
    if (key !== "" && !NO_UNIT.has(key) && !BY_WORD.has(key)) BY_WORD.set(key, own);
  }
}

/** 1e-9 rather than 1.0000000000000001e-9. */
function round(value: number): number {
  return Number(value.toPrecision(15));
}

function linesOf(table: string): string[][] {
  return table
    .trim()
    .split("\n")
    .map((line) => line.split(" "));
}
