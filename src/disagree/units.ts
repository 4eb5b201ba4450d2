/** Measures that can be held against each other: each unit's kind and what one of it is worth there. */

export interface Measure {
  /** `length`, `money:$`, `percent` …: only values of one kind are compared. */
  readonly kind: string;
  readonly worth: number;
}

const MEASURES = `
  length: mm .001, millimeter .001, millimetre .001, cm .01, centimeter .01, centimetre .01, m 1, meter 1, metre 1, km 1000, kilometer 1000, kilometre 1000, mile 1609.34, ft .3048, foot .3048, inch .0254, in .0254, yard .9144
  area: acre 4047, hectare 10000, ha 10000
  mass: mg .000001, milligram .000001, g .001, gram .001, kg 1, kilogram 1, kilo 1, ton 1000, tonne 1000, lb .4536
  volume: ml .001, milliliter .001, millilitre .001, cl .01, l 1, liter 1, litre 1, gallon 3.785, barrel 159
  gas: bcm 1
  power: w 1, watt 1, kw 1000, kilowatt 1000, mw 1e6, megawatt 1e6, gw 1e9, gigawatt 1e9, hp 745.7, horsepower 745.7
  energy: kwh 1, mwh 1000, gwh 1e6, twh 1e9
  pressure: bar 1, psi .06895, kpa .01, mpa 10
  torque: nm 1, newton-metre 1
  voltage: v 1, volt 1, kv 1000
  current: ma .001, amp 1, ampere 1
  data: byte 1, kb 1e3, mb 1e6, gb 1e9, tb 1e12, mib 1048576, gib 1073741824, kib 1024
  rate: mbps 1e6, gbps 1e9, kbps 1e3
  frequency: hz 1, khz 1e3, mhz 1e6, ghz 1e9
  speed: mph 1.609, kph 1, knot 1.852
  turning: rpm 1
  angle: degree 1
  temperature: celsius 1
  heat: fahrenheit 1
  duration: second 1, sec 1, minute 60, min 60, hour 3600, day 86400, week 604800, month 2629800, year 31557600, decade 315576000, century 3155760000, millennium 31557600000
  money:$: $ 1, dollar 1, usd 1
  money:€: € 1, euro 1, eur 1
  money:£: £ 1, pound 1, gbp 1
  money:¥: ¥ 1, yen 1
  money:₽: ₽ 1, ruble 1, rouble 1
  money:₼: ₼ 1, manat 1
  money:₹: ₹ 1, rupee 1
  percent: percent 1
`;

const byUnit: ReadonlyMap<string, Measure> = new Map(
  MEASURES.trim()
    .split("\n")
    .flatMap((line) => {
      const at = line.lastIndexOf(": ");
      const kind = line.slice(0, at).trim();
      return line
        .slice(at + 2)
        .split(", ")
        .map((entry) => {
          const [unit = "", worth = "1"] = entry.trim().split(" ");
          return [unit, { kind, worth: Number(worth) }] as const;
        });
    }),
);

/** What a unit measures; null for a word that is no unit. */
export function measureOf(unit: string): Measure | null {
  return byUnit.get(unit) ?? null;
}
