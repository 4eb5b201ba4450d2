/** What stands behind a number: money, a share, a length of time, a measure, or things counted. */
import type { ReadWord } from "./read-text.ts";

export type UnitKind = "money" | "percent" | "duration" | "measure" | "count";

export interface Unit {
  readonly kind: UnitKind;
  /** One name for all spellings; empty for things counted. */
  readonly name: string;
  /** What a number must be multiplied with to be in the unit of that name. */
  readonly factor: number;
}

const COUNT: Unit = { kind: "count", name: "", factor: 1 };

/** Each line: the name, then its other spellings. */
const CURRENCIES = `
dollar dollars usd
euro euros eur
pound pounds gbp sterling
yen jpy
yuan renminbi rmb cny
manat manats azn
rial rials
ruble rubles rouble roubles rub
franc francs chf
krone kroner kronor krona kronas nok sek dkk
lira liras try
rupee rupees inr
cent cents
`;
const DURATIONS = `
second seconds sec secs
minute minutes min mins
hour hours hr hrs
day days
week weeks
month months
year years yr yrs
`;
const MEASURES = `
kilometre km kilometer kilometers kilometres
metre m meter meters metres
centimetre cm centimeter centimeters centimetres
millimetre mm millimeter millimeters millimetres
mile miles
foot ft feet
inch inches
yard yards
acre acres
hectare hectares ha
kilogram kg kilograms kilo kilos
gram g grams
milligram mg milligrams
microgram mcg micrograms
tonne ton tons tonnes
barrel barrels
litre litres liter liters l
millilitre ml milliliters millilitres
gallon gallons
watt watts w
kilowatt kilowatts kw
megawatt megawatts mw
gigawatt gigawatts gw
kwh
mwh
twh
volt volts v
ampere amp amps amperes a
milliampere ma milliamp milliamps milliamperes
horsepower hp
byte bytes
kilobyte kb kilobytes
megabyte mb megabytes
gigabyte gb gigabytes
terabyte tb terabytes
hertz hz
kilohertz khz
megahertz mhz
gigahertz ghz
mph
kph
bar bars
psi
degree degrees
celsius
fahrenheit
`;

function table(kind: UnitKind, lines: string): [string, Unit][] {
  return lines
    .trim()
    .split("\n")
    .flatMap((line) => {
      const words = line.split(" ");
      return words.map((word): [string, Unit] => [word, { kind, name: words[0] ?? "", factor: 1 }]);
    });
}

const UNITS: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ...table("money", CURRENCIES),
  ...table("duration", DURATIONS),
  ...table("measure", MEASURES),
  ["decade", { kind: "duration", name: "year", factor: 10 }],
  ["decades", { kind: "duration", name: "year", factor: 10 }],
  ["century", { kind: "duration", name: "year", factor: 100 }],
  ["centuries", { kind: "duration", name: "year", factor: 100 }],
  ["bcm", { kind: "measure", name: "cu metre", factor: 1e9 }],
  ["percent", { kind: "percent", name: "percent", factor: 1 }],
  ["percentage", { kind: "percent", name: "percent", factor: 1 }],
]);
/** They may stand between a number and its unit. */
const BEFORE_UNIT: ReadonlySet<string> = new Set(
  "us american british nautical metric more additional full consecutive working whole further".split(" "),
);
const POWERS: ReadonlySet<string> = new Set(["square", "cubic", "sq", "cu"]);
/** Letters that are a unit only right behind a figure. */
const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ["$", "dollar"],
  ["€", "euro"],
  ["£", "pound"],
  ["¥", "yen"],
  ["₽", "ruble"],
  ["₼", "manat"],
  ["₺", "lira"],
  ["₹", "rupee"],
]);

/** The unit that begins at `keys[at]`. */
export function readUnit(keys: readonly string[], at: number): Unit {
  const word = keys[at] ?? "";
  if (BEFORE_UNIT.has(word)) return readUnit(keys, at + 1);
  if (word === "per" && keys[at + 1] === "cent") return UNITS.get("percent") ?? COUNT;
  if (word === "a" || word === "try") return COUNT;
  if (word === "degree" || word === "degrees")
    return UNITS.get(keys[at + 1] ?? "") ?? UNITS.get(word) ?? COUNT;
  if (!POWERS.has(word)) return UNITS.get(word) ?? COUNT;
  const unit = UNITS.get(keys[at + 1] ?? "");
  return unit?.kind === "measure" ? { ...unit, name: `${word.slice(0, 2)} ${unit.name}` } : COUNT;
}

/** The currency in front of the number at `words[at]`: `$5`, `USD 5`. */
export function currencyBefore(text: string, words: readonly ReadWord[], at: number): Unit | null {
  const start = words[at]?.start ?? 0;
  const sign = CURRENCY_SIGNS.get(
    text
      .slice(Math.max(0, start - 2), start)
      .trim()
      .slice(-1),
  );
  const code = words[at - 1]?.key ?? "";
  const unit =
    sign !== undefined
      ? UNITS.get(sign)
      : /^(?:usd|eur|gbp|chf|azn|jpy|nok|sek|dkk)$/.test(code)
        ? UNITS.get(code)
        : undefined;
  return unit ?? null;
}
