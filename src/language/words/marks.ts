/** Signs beside figures that change what they say: bounds, plus and minus, shares, degrees. Reads plain text; linear. */

export interface Mark {
  /** Its range in the text read, UTF-16, half-open. */
  readonly start: number;
  readonly end: number;
  /** What it says: a sign such as `≥`, or the word for a unit. */
  readonly key: string;
}

/** What is written for each sign. */
const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ["<=", "≤"],
  ["=<", "≤"],
  [">=", "≥"],
  ["=>", "≥"],
  ["+/-", "±"],
  ["+/−", "±"],
  ["+-", "±"],
  ["+−", "±"],
  ["-/+", "±"],
  ["∓", "±"],
  ["!=", "≠"],
  ["<>", "≠"],
  ["=/=", "≠"],
  ["¬", "≠"],
  ["!", "≠"],
]);
const CURRENCY = String.raw`(?:[A-Z]{0,2}\p{Sc}\s?|(?:USD|EUR|GBP|CHF|AZN|JPY|CNY|RUB|INR)\s?)?`;
const AHEAD = new RegExp(
  String.raw`(?:=\/=|<=|=<|>=|=>|!=|<>|[<>≤≥≈±∓≠¬]|(?<![\p{L}\p{N})])(?:[+-]\/[-+−–]|\+[-−–]|[!+−]))(?=\s?${CURRENCY}[.−]?\d)`,
  "gu",
);
/** A dash is a minus right before a figure, where neither a figure nor a letter stands right before it. */
const DASH = new RegExp(
  String.raw`(?<![\p{L}\p{N})\]%])(?<!\d\s{0,2}|%\s{0,2})[-‐‑‒–—―﹣](?=${CURRENCY}\.?\d)`,
  "gmu",
);
/** Between a country and its money: US−$5. */
const DASH_IN_MONEY = /(?<=(?<!\p{L})\p{Lu}{1,3})[-−–](?=\p{Sc}\d)/gu;
/** After such a word a dash with spaces around it can only be a minus. */
const DASH_BEHIND_WORD =
  /(?<=(?:^|\s)(?:to|of|at|by|from|was|is|were|reached|hit|below|above|about|nearly|almost)\s)[-‐‑‒–—―]\s(?=\.?\d)/gimu;
const BEHIND = /(?<=\d\s?)(?:\+(?!\s?[\d+-])|%|‰|‱|°\s?[CF](?!\p{L})|°|[′″])|%|‰|‱/gu;
const BEHIND_KEYS: ReadonlyMap<string, string> = new Map([
  ["+", "or-more"],
  ["%", "percent"],
  ["‰", "permille"],
  ["‱", "permyriad"],
  ["°C", "celsius"],
  ["°F", "fahrenheit"],
  ["°", "degree"],
  ["′", "prime"],
  ["″", "double-prime"],
]);

/** The marks of `text` in order. */
export function findMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  const add = (pattern: RegExp, keyOf: (written: string) => string) => {
    for (const { 0: written, index } of text.matchAll(pattern))
      marks.push({ start: index, end: index + written.length, key: keyOf(written) });
  };
  add(AHEAD, (written) => SPELLINGS.get(written.replace("–", "-")) ?? written);
  add(DASH, () => "−");
  add(DASH_IN_MONEY, () => "−");
  add(DASH_BEHIND_WORD, () => "−");
  add(BEHIND, (written) => BEHIND_KEYS.get(written.replace(/\s/g, "")) ?? written);
  return marks.sort((left, right) => left.start - right.start);
}
