/**
 * Makes text safe to print: what could move the cursor, hide text or turn its direction is shown as a sign.
 * For the eye only. JSON and citations keep the characters of the file.
 */

// C0 and C1 controls but tab and line ends; direction embeddings, overrides and isolates; tag characters.
const HARMFUL = /[\0-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** `text` with every harmful character replaced by a visible one; line ends become `\n`. */
export function makeVisible(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(HARMFUL, (character) => signFor(character.codePointAt(0) ?? 0))
    .replace(LONE_SURROGATE, "\ufffd");
}

/** The same on one line: for names, ids and questions that stand inside a sentence. At most `most` characters. */
export function makeVisibleLine(text: string, most = 200): string {
  const line = makeVisible(text.slice(0, most * 4))
    .replace(/\s+/gu, " ")
    .trim();
  const characters = [...line];
  const cut = characters.length > most || text.length > most * 4;
  return cut ? `${characters.slice(0, most - 1).join("")}…` : line;
}

/** The control pictures of Unicode where there is one, else the code point's number. */
function signFor(code: number): string {
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}
