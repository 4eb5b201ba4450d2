/** Falsifies an honest claim in one place, in every way and at every place it can. Each result is false whatever it says. */

export interface Falsification {
  readonly kind: "digit" | "not" | "number word" | "month" | "swap";
  readonly text: string;
}

const NUMBER_WORDS =
  "two three four five six seven eight nine eleven twelve fourteen fifteen twenty thirty forty fifty sixty eighty ninety".split(
    " ",
  );
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
/** A `not` behind one of these denies the sentence. */
const AUXILIARY = /\b(?:is|are|was|were|has|have|had|may|must|should|would|could|will|can|did|does)\b/gi;
const NEGATIVE =
  /\b(?:not|no|never|neither|nor|none|without|cannot|hardly|fail\w*|refus\w*|den(?:y|ied)|nobody|nothing)\b|n['’]t\b/i;

export function falsify(text: string): Falsification[] {
  return [
    ...changeDigits(text),
    ...changeNumberWords(text),
    ...changeMonths(text),
    ...insertNot(text),
    ...swapNumbers(text),
  ];
}

/** Every digit of every number, raised by one and by five; not where that gives another number of the claim. */
function changeDigits(text: string): Falsification[] {
  return [...text.matchAll(/\d/g)].flatMap(({ 0: digit, index }) =>
    [1, 5].flatMap((more): Falsification[] => {
      const changed = `${text.slice(0, index)}${(Number(digit) + more) % 10}${text.slice(index + 1)}`;
      const number = numberAt(changed, index);
      const isKnown =
        text.split(/[^\d]+/).includes(number) || Number(number) === Number(numberAt(text, index));
      return isKnown ? [] : [{ kind: "digit", text: changed }];
    }),
  );
}

function numberAt(text: string, at: number): string {
  const before = /\d*$/.exec(text.slice(0, at))?.[0] ?? "";
  return `${before}${/^\d*/.exec(text.slice(at))?.[0] ?? ""}`;
}

function changeNumberWords(text: string): Falsification[] {
  return [...text.matchAll(/\p{L}+/gu)].flatMap(({ 0: word, index }) => {
    const at = NUMBER_WORDS.indexOf(word.toLowerCase());
    if (at === -1) return [];
    const other = NUMBER_WORDS[(at + 1) % NUMBER_WORDS.length] ?? "";
    const kept = /^\p{Lu}/u.test(word) ? `${other.charAt(0).toUpperCase()}${other.slice(1)}` : other;
    return [
      {
        kind: "number word",
        text: `${text.slice(0, index)}${kept}${text.slice(index + word.length)}`,
      } as const,
    ];
  });
}

function changeMonths(text: string): Falsification[] {
  return [...text.matchAll(/\b(?:\p{Lu}\p{Ll}+)\b/gu)].flatMap(({ 0: word, index }) => {
    const at = MONTHS.indexOf(word);
    if (at === -1 || (word === "May" && index === 0)) return [];
    const other = MONTHS[(at + 5) % 12] ?? "";
    return [
      { kind: "month", text: `${text.slice(0, index)}${other}${text.slice(index + word.length)}` } as const,
    ];
  });
}

/** Only where nothing is denied yet: in `not not` nobody could say what is false. */
function insertNot(text: string): Falsification[] {
  if (NEGATIVE.test(text)) return [];
  return [...text.matchAll(AUXILIARY)].map(
    ({ 0: word, index }): Falsification => ({
      kind: "not",
      text: `${text.slice(0, index + word.length)} not${text.slice(index + word.length)}`,
    }),
  );
}

function isYear(number: string): boolean {
  return /^(?:19|20|18)\d\d$/.test(number);
}

/** Each number in figures in the place of the next one of its kind. */
function swapNumbers(text: string): Falsification[] {
  const numbers = [...text.matchAll(/(?<![\w.,-])\d+(?:[.,]\d+)*(?![\w-])/g)];
  return numbers.slice(1).flatMap((second, at) => {
    const first = numbers[at];
    const between = text.slice((first?.index ?? 0) + (first?.[0].length ?? 0), second.index);
    // `7 October 2023` is the same day the other way round.
    if (
      first === undefined ||
      first[0] === second[0] ||
      isYear(first[0]) !== isYear(second[0]) ||
      MONTHS.includes(between.trim())
    )
      return [];
    const end = second.index + second[0].length;
    return [
      {
        kind: "swap",
        text: `${text.slice(0, first.index)}${second[0]}${between}${first[0]}${text.slice(end)}`,
      } as const,
    ];
  });
}
