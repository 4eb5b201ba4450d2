/** Brings the many ways to write figures into one, before a text is cut into words. Nothing else is changed. */

/** The zeros of scripts that count by tens as we do. */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20,
  0x1040, 0x17e0, 0x1810, 0xff10,
];
const OTHER_DIGIT = /[^\P{Nd}0-9]/gu;
/** Spaces that typesetters put between thousands. */
const SPACED_THOUSANDS = /(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))/gu;
const SHORT_YEARS = /(?<!\d)(1[5-9]|20)(\d\d)[/–-](\d\d)(?![\d/–-])/gu;
/** `$5m` is money; a bare `5m` is a length. */
const MONEY_MILLIONS = /([$€£¥₽₼₺₹]\s?\d{1,15}(?:[.,]\d{1,9})?)\s?m(?:n|ln)?(?![\p{L}\p{N}])/giu;
const GLUED =
  /(?<![\p{L}\p{N}.,])(\d{1,15}(?:[.,]\d{1,9}){0,5})(?=[\p{L}°µ])(?!(?:st|nd|rd|th|s)(?![\p{L}\p{N}]))/giu;
/** A minus before a figure, where no word or figure precedes it. */
const MINUS = /(?<![\p{L}\p{N}.,)]\s?)[-−](?=\d)/gu;

/** `text` with Latin digits, without gaps in numbers, and with units written as words. */
export function plainFigures(text: string): string {
  return text
    .replace(OTHER_DIGIT, latinDigit)
    .replace(SPACED_THOUSANDS, "")
    .replace(SHORT_YEARS, (all: string, century: string, first: string, last: string) =>
      Number(last) > Number(first) ? `${century}${first} – ${century}${last}` : all,
    )
    .replace(MONEY_MILLIONS, "$1 million ")
    .replace(MINUS, " minus ")
    .replace(GLUED, "$1 ")
    .replaceAll("%", " percent ")
    .replace(/°\s?C(?!\p{L})/gu, " celsius ")
    .replace(/°\s?F(?!\p{L})/gu, " fahrenheit ")
    .replace(/½/gu, " half ")
    .replace(/¼/gu, " one quarter ")
    .replace(/⅓/gu, " one third ")
    .replace(/⅔/gu, " two thirds ")
    .replace(/¾/gu, " three quarters ");
}

function latinDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const zero = ZEROS.find((start) => code >= start && code < start + 10);
  return zero === undefined ? digit.normalize("NFKC") : String(code - zero);
}
