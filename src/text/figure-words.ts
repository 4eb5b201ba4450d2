/** Words that belong to a quantity: numbers, scales, units, months. Lower case. */
import { ORDINAL_WORDS, SCALES, SMALL_NUMBERS } from "./number-words.ts";

/** The words of a text, parted by spaces. */
export function listed(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter((word) => word !== ""));
}

/** Numbers and scales in words. `second` is among them. */
export const NUMBER_WORDS: ReadonlySet<string> = new Set([
  ...SMALL_NUMBERS.keys(),
  ...SCALES.keys(),
  ...ORDINAL_WORDS.keys(),
  ...listed(`
    half third quarter thirds quarters double triple twice thrice once dozens hundreds thousands millions billions
    trillions mn tn couple zero ein zwei drei vier fünf zehn hundert tausend million millionen milliarde milliarden
    deux trois quatre cinq dix cent mille millions milliard milliards dos tres cuatro cinco diez mil millones
    два три четыре пять десять сто тысяча тысяч миллион миллионов миллиард миллиардов iki üç dört beş yüz milyon milyar
  `),
]);

/** Units of money, measure, time and share, singular and plural. */
export const UNIT_WORDS: ReadonlySet<string> = listed(`
  percent percentage percentages percentile pct point points bps basis
  dollar dollars euro euros pound pounds yen manat manats ruble rubles rouble roubles franc francs cent cents lira rial
  rials rupee rupees yuan usd eur gbp
  km kilometer kilometers kilometre kilometres mile miles meter meters metre metres centimetre centimetres cm mm ft foot
  feet inch inches yard yards acre acres hectare hectares ha kg kilogram kilograms gram grams ton tons tonne tonnes
  barrel barrels litre litres liter liters gallon gallons kw mw gw kwh mwh gwh twh watt watts volt volts hp horsepower
  bit bits byte bytes kb mb gb tb mbps gbps hz khz mhz ghz mph kph psi bar degree degrees celsius fahrenheit bcm
  second seconds minute minutes hour hours day days week weeks month months year years decade decades century centuries
  millennium millennia bc bce ad ce am pm
`);

export const MONTH_WORDS: ReadonlySet<string> = listed(`
  january february march april june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday
`);
