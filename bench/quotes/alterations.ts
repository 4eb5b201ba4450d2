/** False quotations, each a word or a figure away from a true one. */

import { altered, replaceOne } from "./alter.ts";
import { pick, words } from "./case-words.ts";
import type { CaseMaker } from "./quote-cases.ts";

const SYNONYMS: readonly (readonly [string, string])[] = [
  ["large", "big"],
  ["began", "started"],
  ["important", "significant"],
  ["however", "nevertheless"],
  ["because", "since"],
  ["people", "persons"],
  ["used", "employed"],
  ["called", "named"],
  ["made", "built"],
  ["many", "numerous"],
  ["also", "likewise"],
  ["during", "throughout"],
  ["between", "among"],
  ["first", "earliest"],
  ["increase", "rise"],
  ["under", "below"],
  ["small", "little"],
  ["show", "demonstrate"],
  ["power", "might"],
];

function swapSynonym(text: string): string | null {
  for (const [one, other] of SYNONYMS) {
    const pattern = new RegExp(`\\b${one}\\b`);
    if (pattern.test(text)) return text.replace(pattern, other);
  }
  return null;
}

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/\bmillion\b/, "billion"],
  [/\bbillion\b/, "million"],
  [/\bthousand\b/, "million"],
  [/%/, " percentage points"],
  [/\bpercent\b/, "percentage points"],
  [/\bkm\b|\bkilometres\b|\bkilometers\b/, "miles"],
  [/\bmiles\b/, "kilometres"],
  [/\byears\b/, "months"],
  [/\bcentury\b/, "decade"],
  [/\bhours\b/, "days"],
];

function changeUnit(text: string): string | null {
  for (const [pattern, other] of UNITS) if (pattern.test(text)) return text.replace(pattern, other);
  return null;
}

/** The figure with another last digit. */
export function otherFigure(figure: string): string {
  const last = Number(figure.at(-1));
  return figure.slice(0, -1) + String((last + 3) % 10);
}

export const ALTERATIONS: readonly CaseMaker[] = [
  altered("number changed", replaceOne(/\d+/, otherFigure)),
  altered(
    "number reversed",
    replaceOne(/\d{2,}/, (figure) => [...figure].reverse().join("")),
  ),
  altered(
    "number word changed",
    replaceOne(/\b(?:two|three|four|five|six|seven|ten)\b/, () => "nine"),
  ),
  altered(
    "decimal moved",
    replaceOne(/\b\d+\.\d+\b/, (figure) => figure.replace(".", "")),
  ),
  altered(
    "thousands moved",
    replaceOne(/\b\d{1,3},\d{3}\b/, (figure) => figure.replace(",", ".")),
  ),
  altered("unit changed", changeUnit),
  altered(
    "% dropped",
    replaceOne(/(\d)\s?%/, (found) => found.charAt(0)),
  ),
  altered(
    "currency changed",
    replaceOne(/[$€£]/, (sign) => (sign === "€" ? "$" : "€")),
  ),
  altered(
    "currency dropped",
    replaceOne(/[$€£](?=\d)/, () => ""),
  ),
  altered(
    "not put in",
    replaceOne(/\b(?:is|are|was|were|can|has|had|will|would|did|does)\b/, (verb) => `${verb} not`),
  ),
  altered(
    "not taken out",
    replaceOne(/\b(?:not|never)\s/, () => ""),
  ),
  altered(
    "n't put in",
    replaceOne(/\b(?:is|are|was|were|has|had|would|did|does)\b/, (verb) => `${verb}n’t`),
  ),
  altered(
    "prefix put in",
    replaceOne(/\b(?:likely|able|important|known|common|clear|stable|official)\b/, (word) => `un${word}`),
  ),
  altered(
    "may put in",
    replaceOne(/\b(?:is|are|was|were)\b/, () => "may be"),
  ),
  altered(
    "hedge taken out",
    replaceOne(
      /\b(?:may|might|could|perhaps|possibly|probably|likely|often|usually|generally|largely|partly|about|nearly|almost)\s/,
      () => "",
    ),
  ),
  altered(
    "hedge changed",
    replaceOne(/\b(?:may|might|could)\b/, () => "will"),
  ),
  altered("name changed", (text) => {
    const found = /(?<=[\p{Ll},] )\p{Lu}\p{Ll}{2,}/u.exec(text);
    return found === null
      ? null
      : `${text.slice(0, found.index)}Zanzibar${text.slice(found.index + found[0].length)}`;
  }),
  altered("synonym", swapSynonym),
  altered("word changed", (text, random) => {
    const all = words(text);
    all[pick(random, 1, all.length - 2)] = "wonderful";
    return all.join(" ");
  }),
  altered("word put in", (text, random) => {
    const all = words(text);
    all.splice(pick(random, 2, all.length - 2), 0, "always");
    return all.join(" ");
  }),
  altered("word dropped", (text, random) => {
    const all = words(text);
    const at = pick(random, 2, all.length - 3);
    if (!/\p{L}/u.test(all[at] ?? "")) return null;
    all.splice(at, 1);
    return all.join(" ");
  }),
  altered("first word changed", (text) => ["Yesterday", ...words(text).slice(1)].join(" ")),
  altered("last word changed", (text) => [...words(text).slice(0, -1), "bananas."].join(" ")),
  altered("words swapped", (text, random) => {
    const all = words(text);
    const at = pick(random, 2, all.length - 4);
    const [one = "", other = ""] = [all[at], all[at + 1]];
    [all[at], all[at + 1]] = [other, one];
    return all.join(" ");
  }),
  altered("four words reversed", (text) => {
    const all = words(text);
    return [...all.slice(0, 2), ...all.slice(2, 6).reverse(), ...all.slice(6)].join(" ");
  }),
  altered("two words changed", (text) => {
    const all = words(text);
    const [one, other] = [Math.floor(all.length / 3), Math.floor((2 * all.length) / 3)];
    return all.map((word, at) => (at === one ? "green" : at === other ? "houses" : word)).join(" ");
  }),
  altered("short, number changed", (text) => {
    const found = /(?:\S+ ){3}\d+(?: \S+){3}/.exec(text);
    return found === null ? null : found[0].replace(/\d+/, otherFigure);
  }),
  altered("dressed, number changed", (text) => {
    const changed = /\d+/.test(text) ? text.replace(/\d+/, otherFigure) : null;
    return changed === null ? null : `“${changed.toUpperCase().replace(/ /g, "\u00a0")}”`;
  }),
  altered(
    "hyphenated not",
    replaceOne(/\b(?:is|are|was|were)\b/, (verb) => `${verb} n-\not`),
  ),
  altered(
    "not in look-alikes",
    replaceOne(/\b(?:is|are|was|were)\b/, (verb) => `${verb} nоt`),
  ),
];
