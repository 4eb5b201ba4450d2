/**
 * Numbers written in figures, in whatever convention: 53,000.5, 53.000,5, 53 000, 53'000, 1,00,000, 5.3e4, 5.3 × 10^4,
 * 2 1/2. Where a convention decides what is meant (53.000), both readings are told. Reads plain text; linear.
 */

export interface WrittenNumeral {
  /** Its range in the text read, UTF-16, half-open. */
  readonly start: number;
  readonly end: number;
  /** In Latin digits, without marks between thousands; a point before decimals. Leading zeros stay. */
  readonly digits: string;
  /** What it may be worth, the likeliest first; never empty. */
  readonly readings: readonly number[];
}

/** No letter or figure before it; a code of a currency may be glued to it. */
const NOT_BEHIND = String.raw`(?<![\p{N}_^]|(?<!(?:^|[^\p{L}])(?:US|AU|CA|NZ|HK|NT|USD|EUR|GBP|CHF|AZN|JPY|CNY|RUB|TRY|INR|NOK|SEK|DKK|PLN|CAD|AUD|Rs|Rp|R|kr|Kr|Fr|zł))\p{L})`;
const NOT_BEFORE = String.raw`(?!\d|[.,]\d)`;
const GROUPED = String.raw`[1-9]\d{0,2}(?:([,.'’_\u00a0\u2009\u202f ])\d{3})(?:\1\d{3}){0,6}(?:(?!\1)[.,·]\d{1,15})?`;
const INDIAN = String.raw`\d{1,2}(?:,\d{2}){1,5},\d{3}(?:\.\d{1,15})?`;
const SPACED = String.raw`\d(?: \d){1,8}(?![\d\p{L}%⁄/]|[.,]\d)`;
/** `.5`, which no letter or bracket precedes. */
const POINT_FIRST = String.raw`(?<![\p{L}\p{N}.)\]…])\.\d{1,15}(?!\.)`;
const PLAIN = String.raw`\d{1,30}(?:[.,·]\d{1,15})?`;
/** A part of 15.03.2024 or 1.2.3 is a number of its own. */
const NO_PART = String.raw`(?<!\d[.,·])`;
const NUMERAL = new RegExp(
  `${NOT_BEHIND}(?:${NO_PART}(?:${INDIAN}${NOT_BEFORE}|${GROUPED}${NOT_BEFORE}|${SPACED}|${POINT_FIRST}|${PLAIN}${NOT_BEFORE})|\\d{1,30})`,
  "gu",
);
/** A power of ten behind a number. */
const POWER =
  /^(?:[eE]([+\-−]?\d{1,3})(?![\p{L}\p{N}])|\s?[×x*·]\s?10(?:\^|\*\*)\s?\(?([+\-−]?\d{1,3})\)?(?!\d))/u;
const POWER_OF_TEN = /^\^\(?([+\-−]?\d{1,2})\)?(?!\d)/u;
/** The second of two years: 2024/25, 1998–99. */
const SHORT_YEAR = /^(?:1[5-9]|20)\d\d$/;
/** The rest of a common or mixed fraction; in a date three numbers stand between strokes. */
const FRACTION = /^(?:(\d{1,2})[⁄/](\d{1,3})|[⁄/](\d{1,3}))(?![\p{L}\p{N}/⁄.])/u;
/** Denominators that people write; beyond them a stroke parts two numbers. */
const LARGEST_DENOMINATOR = 20;
/** A digit alone before three others, as in `0.125`, is no thousand. */
const LEADING_ZERO = /^0/;

/** The numerals of `text` in order. With `commaDecimal` a comma is taken for the decimal mark first. */
export function findWrittenNumerals(text: string, commaDecimal: boolean): WrittenNumeral[] {
  const found: WrittenNumeral[] = [];
  for (const match of text.matchAll(NUMERAL)) {
    const start = match.index;
    const before = found.at(-1);
    if (before !== undefined && start < before.end) continue;
    const base = readNumeral(match[0], commaDecimal);
    const end = start + match[0].length;
    const rest = text.slice(end, end + 16);
    found.push(
      fractionOf(text, start, end, base) ??
        powered(base, POWER.exec(rest), start, end) ??
        (base.digits === "10" ? powered(plain("1"), POWER_OF_TEN.exec(rest), start, end) : null) ?? {
          start,
          end,
          ...base,
        },
    );
  }
  return found.map((numeral, at) => fullYear(text, numeral, found[at - 1]));
}

/** `25` in 2024/25 is 2025. */
function fullYear(text: string, numeral: WrittenNumeral, before: WrittenNumeral | undefined): WrittenNumeral {
  const { start, end, digits } = numeral;
  if (before === undefined || !SHORT_YEAR.test(before.digits) || !/^\d\d$/.test(digits)) return numeral;
  const isBeside =
    /^[/–-]$/.test(text.slice(before.end, start)) && !/^[\d/–-]/.test(text.slice(end, end + 1));
  const isNew = !/[\d/–-]/.test(text.slice(Math.max(0, before.start - 1), before.start));
  if (!isBeside || !isNew || Number(digits) <= Number(before.digits.slice(2))) return numeral;
  return { start, end, ...plain(`${before.digits.slice(0, 2)}${digits}`) };
}

type Value = Pick<WrittenNumeral, "digits" | "readings">;

function readNumeral(written: string, commaDecimal: boolean): Value {
  if (/^\d( \d)+$/.test(written)) return plain(written.replaceAll(" ", ""));
  if (written.startsWith(".")) return plain(`0${written}`);
  const marks = [...written.matchAll(/[^\d]/g)].map(([mark]) => mark);
  const [first, last] = [marks[0], marks.at(-1)];
  if (first === undefined || last === undefined) return plain(written);
  const decimals = written.slice(written.lastIndexOf(last) + 1);
  const isGrouped = decimals.length === 3 && marks.every((mark) => mark === first);
  if (!isGrouped) {
    // Where all marks are one and the last part is no thousand, the mark is decimal; 53.4 and 53,4 alike.
    const whole = written.slice(0, written.lastIndexOf(last)).replace(/[^\d]/g, "");
    return plain(`${whole}.${decimals}`);
  }
  const joined = written.replace(/[^\d]/g, "");
  const isAmbiguous = marks.length === 1 && (first === "." || first === ",");
  const head = written.slice(0, written.indexOf(first));
  if (!isAmbiguous) return plain(joined);
  const decimal = `${head}.${decimals}`;
  if (LEADING_ZERO.test(head) || head.length > 3)
    return plain(first === "," && head.length > 3 ? joined : decimal);
  const isThousand = (first === ",") !== commaDecimal;
  const readings = [Number(joined), Number(decimal)];
  // In English a comma before three digits is never decimal.
  if (first === "," && !commaDecimal) return plain(joined);
  return { digits: isThousand ? joined : decimal, readings: isThousand ? readings : readings.reverse() };
}

function plain(digits: string): Value {
  return { digits, readings: [Number(digits)] };
}

function powered(
  { digits, readings }: Value,
  power: RegExpExecArray | null,
  start: number,
  end: number,
): WrittenNumeral | null {
  if (power === null) return null;
  const exponent = Number((power[1] ?? power[2] ?? "0").replace("−", "-"));
  // Through the text form, so that 5.3e1 is 53 to the last bit.
  const values = readings.map((reading) => Number(`${reading}e${exponent}`));
  return { start, end: end + power[0].length, digits: String(values[0] ?? digits), readings: values };
}

/** `1/2`, `2 1/2`: proper fractions only, so that 24/7 stays two numbers. */
function fractionOf(
  text: string,
  start: number,
  end: number,
  { digits, readings }: Value,
): WrittenNumeral | null {
  const rest = text.slice(end, end + 12);
  const gap = /^[ -]/.test(rest) ? 1 : 0;
  const match = FRACTION.exec(rest.slice(gap));
  if (match === null || !/^\d{1,3}$/.test(digits) || /[/⁄]$/.test(text.slice(Math.max(0, start - 1), start)))
    return null;
  const [, part, whole, own] = match;
  const isMixed = part !== undefined;
  if (isMixed !== (gap === 1)) return null;
  const over = Number(isMixed ? part : digits);
  const under = Number(isMixed ? whole : own);
  const isWritten = under <= LARGEST_DENOMINATOR || under === 100;
  if (over >= under || over === 0 || !isWritten || (!isMixed && LEADING_ZERO.test(own ?? ""))) return null;
  const value = (isMixed ? (readings[0] ?? 0) : 0) + over / under;
  return { start, end: end + gap + match[0].length, digits: String(value), readings: [value] };
}
