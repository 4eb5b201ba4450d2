/**
 * A second opinion on statements, by other and simpler means than the check itself: digits, capitals, quotation marks
 * and negations are looked up in the plain text. It finds less; what it finds must never have passed.
 */
import { commonName, countryOfCapital } from "../../src/statements/capitals.ts";

interface SlowEvidence {
  readonly text: string;
  readonly title: string;
  readonly date: string | null;
  readonly section: string | null;
}

const WORTH: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  dozen: 12,
  decade: 10,
  decades: 10,
  century: 100,
  half: 50,
  quarter: 25,
  quarters: 75,
  twice: 2,
  both: 2,
  double: 2,
  doubling: 2,
  triple: 3,
  thousand: 1000,
};
const ORDINALS =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(
    " ",
  );
const POWERS = [1, 10, 100, 1e3, 1e6, 1e9, 1e12];
const NEGATIVE =
  /\b(?:no|not|never|none|nothing|nobody|nowhere|neither|nor|cannot|without|hardly|scarcely|barely|seldom|rarely|unless|except|until|before|out|against|stop\w*|only|free|instead|too|keep|refus\w*|den(?:y|ie\w*|ial\w*)|reject\w*|fail\w*|lack\w*|avoid\w*|prevent\w*|prohibit\w*|forb\w+|abst\w*|absen\w*|impossible|un\w+|in\w+|im\w+|ir\w+|il\w+|dis\w+|non\w+|exclud\w*|withh\w*|declin\w*)\b|n['’]t\b|nicht|kein|sans|pas\b|sin\b|не\b|нет\b/iu;
const CALENDAR =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)$/;

/** What does not hold, one sentence each; empty when nothing is found. */
export function slowFaults(text: string, cited: readonly SlowEvidence[], question: string): string[] {
  const said = cited.map((one) => one.text).join("\n");
  const all = [
    said,
    question,
    ...cited.flatMap(({ title, date, section }) => [title, date ?? "", section ?? ""]),
  ].join("\n");
  return [
    ...digitFaults(text, all),
    ...capitalFaults(text, all),
    ...quoteFaults(text, cited),
    ...negationFaults(text, said),
  ];
}

function digitFaults(text: string, all: string): string[] {
  const known = numbersOf(all);
  const isKnown = (value: number) =>
    known.some((other) => POWERS.some((power) => near(value, other * power) || near(value * power, other)));
  return digitsOf(text)
    .filter((value) => !isKnown(value))
    .map((value) => `${value} is nowhere`);
}

/** Shares may be rounded: a third is 33 percent. */
function near(one: number, other: number): boolean {
  return Math.abs(one - other) <= (other % 1 === 0 ? 0 : 0.34);
}

/** Plain values of all figures; other scripts' digits and `2022–25` are read as well. */
function digitsOf(text: string): number[] {
  const plain = text.normalize("NFKC").replace(/(?<=\d)[, \u00a0\u2009\u202f](?=\d{3}(?!\d))/g, "");
  const values: number[] = [];
  for (const [digits] of plain.matchAll(/\d+(?:\.\d+)?/g)) values.push(Number(digits));
  for (const [, century, , last] of plain.matchAll(/(?<!\d)(1[5-9]|20)(\d\d)[-–/](\d\d)(?!\d)/g))
    values.push(Number(`${century}${last}`));
  return values;
}

function numbersOf(text: string): number[] {
  const words = text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  const values = [
    ...digitsOf(text),
    ...text
      .split(/[^\d]+/)
      .filter((run) => run !== "")
      .map(Number),
  ];
  for (const [at, word] of words.entries()) {
    const own = WORTH[word];
    const next = WORTH[words[at + 1] ?? ""];
    if (own !== undefined) values.push(own, own + (next ?? 0), own * (next ?? 1));
    const ordinal = ORDINALS.indexOf(word.replace(/s$/, "")) + 1;
    if (ordinal > 0) for (let times = 1; times < ordinal; times += 1) values.push((100 * times) / ordinal);
    if (ordinal > 0) values.push(ordinal, (own ?? 0) + ordinal);
  }
  return values;
}

function capitalFaults(text: string, all: string): string[] {
  const letters = plain(all);
  const words = letters.split(/[^\p{L}\p{N}]+/u);
  const related = new Set(
    words.flatMap((word) => [commonName(word), countryOfCapital(word) ?? word]).map(root),
  );
  const faults: string[] = [];
  for (const match of text.matchAll(/(?<=[\p{L}\p{N},;] )\p{Lu}[\p{L}\p{M}]*/gu)) {
    const word = plain(match[0]);
    if (CALENDAR.test(word) || word.length < 2 || WORTH[word] !== undefined || ORDINALS.includes(word))
      continue;
    const isAcronym = match[0] === match[0].toUpperCase();
    if (
      isAcronym ||
      related.has(root(word)) ||
      related.has(root(commonName(word))) ||
      letters.includes(root(word))
    )
      continue;
    if (!COMMON.test(word)) faults.push(`${match[0]} is nowhere`);
  }
  return faults;
}

const COMMON =
  /^(?:the|a|an|and|or|but|in|on|at|of|for|to|by|from|with|as|it|its|he|she|they|his|her|their|this|that|these|those|there|is|are|was|were|not|no|i|we|you|if|when|while|both|all|each|after|before|since|million|billion|trillion)$/;

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("ə", "a")
    .replaceAll("ı", "i");
}

function root(word: string): string {
  return word.slice(0, 4);
}

function quoteFaults(text: string, cited: readonly SlowEvidence[]): string[] {
  const bare = (part: string) =>
    ` ${part
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()} `;
  const sources = cited.flatMap(({ text: said, title }) => [bare(said), bare(title)]);
  return [...text.matchAll(/“([^“”]*)”|"([^"]*)"|«([^«»]*)»/gu)]
    .map(([, curly, straight, angle]) => bare(curly ?? straight ?? angle ?? ""))
    .filter((quote) => quote.trim() !== "" && !sources.some((source) => source.includes(quote)))
    .map((quote) => `“${quote.trim()}” is quoted from nowhere`);
}

function negationFaults(text: string, said: string): string[] {
  const denies = /\b(?:not|never|cannot)\b|n['’]t\b/iu.test(
    text.replace(/\bnot only\b|\bnot? \w+ than\b/giu, ""),
  );
  return denies && !NEGATIVE.test(said) ? ["a negation is nowhere"] : [];
}
