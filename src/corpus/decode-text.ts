/** Bytes to text, or the reason why they are none. Guesses at no encoding: what is not UTF-8 is refused. */
import { isUtf8 } from "node:buffer";

export type Decoding = { readonly text: string } | { readonly refused: string };

/** Share of control characters above which bytes are no text. */
const MAX_CONTROL_SHARE = 0.1;
/** What some formats begin with that often get a wrong extension. */
const SIGNATURES: readonly (readonly [start: string, reason: string])[] = [
  ["%PDF-", "a PDF, not a text file"],
  ["{\\rtf", "a rich text (RTF) file: save it as plain text"],
  ["PK\u0003\u0004", "a zip or office file, not a text file"],
];

/** The text of UTF-8 `bytes` without its byte order mark; or, in a few words, why it is no text. */
export function decodeText(bytes: Uint8Array): Decoding {
  const head = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  if (head.startsWith("\u00ff\u00fe") || head.startsWith("\u00fe\u00ff")) {
    return { refused: "UTF-16 text: save it as UTF-8" };
  }
  const signature = SIGNATURES.find(([start]) => head.startsWith(start));
  if (signature) return { refused: signature[1] };
  if (looksBinary(bytes)) return { refused: "a binary file" };
  if (!isUtf8(bytes))
    return { refused: `not valid UTF-8 (line ${firstInvalidLine(bytes)}): save it as UTF-8` };
  return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
}

function looksBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) {
    if (byte === 0) return true;
    // Tab to carriage return, and the escape of coloured logs, are at home in text.
    if (byte < 32 && (byte < 9 || byte > 13) && byte !== 27) controls += 1;
  }
  return controls > bytes.length * MAX_CONTROL_SHARE;
}

/** The line, from 1, of the first byte that is not UTF-8. No line end can stand inside a character. */
function firstInvalidLine(bytes: Uint8Array): number {
  let line = 1;
  let start = 0;
  for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
    if (!isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
    line += 1;
  }
  return line;
}
