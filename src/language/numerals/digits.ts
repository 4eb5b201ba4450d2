/** What single characters are worth: digits of any script, numbers in circles, Roman numerals of one character. */

const DECIMAL = /\p{Nd}/u;
/** Unicode puts the ten digits of a script side by side, and only whole tens of them. */
const LONGEST_BLOCK = 60;

/** 0 to 9 for a decimal digit of any script; null for every other character. */
export function digitValue(character: string): number | null {
  const code = character.codePointAt(0) ?? -1;
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code < 0x80 || !DECIMAL.test(character)) return null;
  let zero = code;
  while (code - zero < LONGEST_BLOCK && DECIMAL.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (code - zero) % 10;
}

/** First and last code point of numbers in circles that no normal form resolves, and what the first is worth. */
const CIRCLED: readonly (readonly [first: number, last: number, value: number])[] = [
  [0x24eb, 0x24f4, 11],
  [0x24f5, 0x24fe, 1],
  [0x24ff, 0x24ff, 0],
  [0x2776, 0x277f, 1],
  [0x2780, 0x2789, 1],
  [0x278a, 0x2793, 1],
  [0x1f10b, 0x1f10c, 0],
  [0x1f51f, 0x1f51f, 10],
];
const ENCLOSED = /^[(\u3014]?(\d{1,2})[).,\u3015]?$/;

/** The number in a circle, in brackets or with its own full stop: ⑤, ⑸, ⒌, ❺; null for other characters. */
export function enclosedValue(character: string): number | null {
  const code = character.codePointAt(0) ?? -1;
  const block = CIRCLED.find(([first, last]) => code >= first && code <= last);
  if (block !== undefined) return code === 0x1f10c ? 0 : block[2] + code - block[0];
  const plain = ENCLOSED.exec(character.normalize("NFKC"))?.[1];
  return plain === undefined ? null : Number(plain);
}
