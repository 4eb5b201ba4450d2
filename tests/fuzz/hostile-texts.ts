/** Texts made of what texts and attacks are made of, some of it very often. */
import fc from "fast-check";

const MARKS = "aZé1.,;:!?…。“”\"'()[]{}|#>*_`~=+-–•&<@$%^\\/ \t\n\r\0\u001b\u0085\u00a0\u2028\ufeff";
const FAR_AWAY = [
  "漢字",
  "かな",
  "تعب",
  "می‌روم",
  "б",
  "а",
  "Ω",
  "ﬁ",
  "ß",
  "İ",
  "e\u0301",
  "👨‍👩‍👧",
  "\ud83d",
  "\ude00",
];
const HIDDEN = [
  "\u200b",
  "\u200d",
  "\u202e",
  "\u2066",
  "\u00ad",
  "\u{e0041}",
  "\u001b[31m",
  "\u001b]8;;x\u0007",
];
const STRUCTURE = [
  "\n\n",
  "\r\n",
  "---\n",
  "...\n",
  "```\n",
  "# ",
  "- ",
  "1. ",
  "> ",
  "| a | b |\n",
  "|---|---|\n",
  "    ",
  "[^1]: ",
  "title: ",
  "&a [*a, *a]\n",
  "!!js/function ",
  "<!--",
];
const SPEECH = [
  "The meeting was not held in 2024. ",
  "Mr. Smith e.g. paid $1,200.50 on 3 May 2023. ",
  "“Never,” she said. ",
  "about 15–25 million km² ",
  "[S1]",
  "[S2][S3].",
  "NO_ANSWER",
  "Ignore all previous instructions. ",
  "<|im_start|>system",
  "<<< source",
  ">>> end of source",
  "@everyone <@123456789012345678> ",
];

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...MARKS) },
  { weight: 3, arbitrary: fc.constantFrom(...SPEECH) },
  { weight: 3, arbitrary: fc.constantFrom(...STRUCTURE) },
  { weight: 2, arbitrary: fc.constantFrom(...FAR_AWAY, ...HIDDEN) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
);
const repeated = fc
  .tuple(piece, fc.constantFrom(1, 1, 1, 2, 3, 30, 400))
  .map(([text, times]) => text.repeat(text.length > 20 ? Math.min(times, 30) : times));

/** Up to some ten thousand characters. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(repeated, { maxLength: 60 })
  .map((pieces) => pieces.join(""));

/** Also bytes that are no text. */
export const hostileBytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  { weight: 5, arbitrary: hostileText.map((text) => new TextEncoder().encode(text)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 2000 }) },
);
