/** How many tokens a text may take. An estimate: every model counts in its own way. */

const BYTES_A_TOKEN = 4;

/** Four bytes of UTF-8 a token: about right for English, and on the safe side for scripts of more bytes a letter. */
export function estimateTokens(text: string): number {
  return Math.ceil(Buffer.byteLength(text, "utf8") / BYTES_A_TOKEN);
}
