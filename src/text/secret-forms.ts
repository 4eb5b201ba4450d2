/** What a secret may be written as by somebody who wants it read: the usual encodings. Ciphers of one's own are endless. */

/** What somebody may write in place of a secret that whoever reads it can undo. */
export function formsOf(secret: string): string[] {
  const units = [...secret];
  const codes = units.map((unit) => unit.codePointAt(0) ?? 0);
  const written = (each: (code: number) => string) => codes.map(each).join("");
  const hex = (code: number) => code.toString(16);
  return [
    secret,
    [...units].reverse().join(""),
    rotated(secret),
    Buffer.from(secret).toString("hex"),
    Buffer.from(secret, "utf16le").toString("hex"),
    ...[0, 1, 2].map((before) => inBase64(secret, before)),
    Buffer.from(Buffer.from(secret).toString("base64")).toString("base64"),
    ...[0, 1, 2, 3, 4].map((before) => inBase32(secret, before)),
    encodeURIComponent(secret.toWellFormed()),
    written((code) =>
      /[a-z0-9]/i.test(String.fromCodePoint(code)) ? String.fromCodePoint(code) : `%${hex(code)}`,
    ),
    written((code) => `u${hex(code).padStart(4, "0")}`),
    written((code) => `x${hex(code)}`),
    written((code) => `0x${hex(code)}`),
    written(String),
    written((code) => code.toString(8)),
    written((code) => code.toString(8).padStart(3, "0")),
    written((code) => code.toString(2).padStart(8, "0")),
  ];
}

/** What is the same of its Base64 wherever it stands in a longer text, `before` bytes after a group of three. */
function inBase64(secret: string, before: number): string {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString("base64");
  return whole.slice(before === 0 ? 0 : before + 1);
}

const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** What is the same of its Base32 wherever it stands in a longer text, `before` bytes after a group of five. */
function inBase32(secret: string, before: number): string {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  const groups = bits.match(/.{5}/g) ?? [];
  const letters = groups.map((group) => BASE32.charAt(Number.parseInt(group, 2))).join("");
  return letters.slice(Math.ceil((before * 8) / 5));
}

/** Each letter by the thirteenth after it. */
function rotated(secret: string): string {
  return secret.replace(/[a-z]/gi, (letter) => {
    const first = letter < "a" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
  });
}
