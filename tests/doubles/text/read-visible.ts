/** Takes signs for what they stand for: the text that `makeVisible` was given, but for its line ends. */
export function readVisible(shown: string): string {
  return shown
    .replace(/[\u2400-\u241f]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x2400))
    .replaceAll("\u2421", "\u007f")
    .replace(/<U\+([0-9A-F]{4,6})>/gu, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)));
}

/** What a screen may change: every line end is `\n`. */
export function withPlainEnds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}
