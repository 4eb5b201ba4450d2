/** What must hold for every text there is. Each target is handed to fast-check; it throws where something is broken. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { readSource } from "../../src/corpus/read-source.ts";
import type { Source } from "../../src/corpus/source.ts";
import { inspectText } from "../../src/doctor/inspect-text.ts";
import { UserError } from "../../src/errors.ts";
import { divideSource } from "../../src/passages/divide-source.ts";
import { composeSources } from "../../src/prompts/compose-prompt.ts";
import { createQuoteChecker, type QuoteChecker } from "../../src/quotes/quote-checker.ts";
import { escapeDiscord, unescapeDiscord } from "../../src/render/discord/escape-discord.ts";
import { makeVisible } from "../../src/render/visible.ts";
import { checkStatement } from "../../src/statements/check-statement.ts";
import { isNoAnswer, parseModelLine } from "../../src/statements/parse-model-line.ts";
import { extractQuotations } from "../../src/text/extract-quotations.ts";
import { tokenize } from "../../src/text/tokens.ts";
import { makeSource } from "../doubles/make-source.ts";
import { hostileBytes, hostileText } from "./hostile-texts.ts";

export type Target = fc.IAsyncProperty<unknown[]> | fc.IProperty<unknown[]>;

function insist(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

const format = fc.constantFrom<Source["format"]>("markdown", "text");

const reader = fc.asyncProperty(hostileBytes, fc.constantFrom("a.md", "a.txt"), async (bytes, file) => {
  const folder = mkdtempSync(join(tmpdir(), "footnote-fuzz-"));
  try {
    const path = join(folder, file);
    writeFileSync(path, bytes);
    const reading = await readSource({ file, path, size: bytes.length, stamp: "" }, "a");
    if (reading.status === "skipped") return insist(reading.skipped.reason !== "", "a reason is given");
    const { text, bodyStart, title } = reading.source;
    const decoded = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    insist(text === decoded, "the text is the file");
    insist(bodyStart >= 0 && bodyStart <= text.length, "the body begins within the text");
    insist(title.trim() !== "" && title.length < 1000, "the title is a title");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

const splitter = fc.property(hostileText, format, (text, format) => {
  const { paragraphs, passages } = divideSource({ text, format, bodyStart: 0 });
  let at = 0;
  for (const { sentences } of paragraphs)
    for (const { range } of sentences) {
      insist(range.start >= at && range.end > range.start, "sentences are in order and hold something");
      const said = text.slice(range.start, range.end);
      insist(said === said.trim(), "no sentence begins or ends with a space");
      at = range.end;
    }
  const all = paragraphs.flatMap(({ sentences }) => sentences);
  insist(
    passages.flatMap(({ sentences }) => sentences).length === all.length,
    "passages hold every sentence",
  );
  insist(at <= text.length, "sentences end within the text");
});

const quoteCheck = fc.property(
  hostileText,
  fc.nat(),
  fc.nat(400),
  hostileText,
  (text, from, length, claim) => {
    const checker = createQuoteChecker([makeSource(text)]);
    const start = text.length === 0 ? 0 : from % text.length;
    const slice = text.slice(start, start + length);
    if (/(?:\p{L}{3,}\s+){4}/u.test(slice)) {
      const trimmed = slice.trim();
      const found = checker.check(trimmed);
      // Cut within a word, it is no quotation of whole words.
      const isWhole = !/\p{L}/u.test(text[start - 1] ?? "") && !/\p{L}/u.test(text[start + length] ?? "");
      if (isWhole && !/[[\]…]|\.\.\./u.test(trimmed))
        insist(found.verdict !== "absent", "a slice is never absent");
    }
    for (const { range } of matchesOf(checker, claim))
      insist(range.start >= 0 && range.end <= text.length && range.start < range.end, "matches are places");
    extractQuotations(claim);
  },
);

/** Nothing for a claim without words, which is refused with a hint. */
function matchesOf(checker: QuoteChecker, claim: string) {
  try {
    return checker.check(claim).matches;
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}

const modelLine = fc.property(hostileText, hostileText, hostileText, (line, cited, question) => {
  isNoAnswer(line);
  const parsed = parseModelLine(line);
  if (parsed === null) return;
  insist(parsed.labels.length > 0 && parsed.labels.every(Number.isSafeInteger), "labels are numbers");
  const sentence = { text: cited, title: "A title", date: "2024-05-01", section: null };
  const check = checkStatement(parsed.text, [sentence], question);
  insist(check.passes || check.reason.trim() !== "", "a reason is given");
});

const prompt = fc.property(hostileText, (text) => {
  const source = makeSource(text, { title: text.slice(0, 300) });
  const { passages } = divideSource({ text, format: "markdown", bodyStart: 0 });
  const offered = passages
    .flatMap((passage, key) => passage.sentences.map((sentence) => ({ passage, key, sentence })))
    .slice(0, 40)
    .map(({ passage, key, sentence }, at) => ({
      label: at + 1,
      passage: { key, source, passage },
      sentence,
      text: text.slice(sentence.range.start, sentence.range.end),
    }));
  const lines = composeSources(offered as Parameters<typeof composeSources>[0]).split("\n");
  const labelled = lines.filter((line) => /^\s*\[S\d/i.test(line));
  insist(labelled.length === offered.length, "each label is the program's own");
  insist(lines.filter((line) => /^\s*(?:<<<|>>>)/.test(line)).length <= 2, "each fence is the program's own");
});

const display = fc.property(hostileText, (text) => {
  insist(
    !/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/u.test(makeVisible(text)),
    "harmless",
  );
  const plain = text.replace(/\r\n?/g, "\n");
  insist(unescapeDiscord(escapeDiscord(plain)) === plain, "what is escaped can be told back");
  tokenize(text);
  inspectText(text);
});

export const TARGETS: Readonly<Record<string, Target>> = {
  reader: reader as unknown as Target,
  splitter: splitter as unknown as Target,
  "quote-check": quoteCheck as unknown as Target,
  "model-line": modelLine as unknown as Target,
  prompt: prompt as unknown as Target,
  display: display as unknown as Target,
};
