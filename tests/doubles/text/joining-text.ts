/** Text of everything that joins, of what is not seen or moves what is, and of plain words, in any order. */
import fc from "fast-check";

/** Every code point that is a control, a format character, a space or a separator, and blanks of other categories. */
export const UNSEEN: readonly string[] = Array.from({ length: 0x110000 }, (_, code) =>
  String.fromCodePoint(code),
).filter((character) =>
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Zs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\u{1d159}]/u.test(
    character,
  ),
);

const JOINED = [
  "e\u0301",
  "각",
  "\u1112\u1161\u11ab",
  "👩‍👩‍👧",
  "❤️‍🔥",
  "👋🏽",
  "🇦🇿",
  "🇦",
  "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
  "क्षि",
  "می‌خواهم",
  "שָׁלוֹם",
  "漢字",
  "\r\n",
  "\r",
  "\t",
  "\u0600",
  "1️⃣",
  "\ud83d",
  "\udc00",
  "©\u200d©",
  " ̈",
  "\u001b[31m",
  "\u001b]8;;https://evil.example\u0007",
  "<U+202E>",
  "␛",
];

export const joiningText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.string({ unit: "grapheme", maxLength: 8 }) },
      { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
      { weight: 3, arbitrary: fc.constantFrom(...JOINED) },
      { weight: 2, arbitrary: fc.constantFrom(...UNSEEN) },
      { weight: 2, arbitrary: fc.constantFrom("word ", " and more", "  ", "\n", ". ") },
      { weight: 1, arbitrary: fc.constantFrom("a".repeat(300), "🇦🇿".repeat(90), "漢".repeat(300)) },
    ),
    { maxLength: 20 },
  )
  .map((pieces) => pieces.join(""));
