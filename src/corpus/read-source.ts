/** One file of the corpus, read and understood: its text, what it says of itself, or why it is passed over. */
import { createHash } from "node:crypto";
import type { CorpusFile } from "./corpus-file.ts";
import { decodeText } from "./decode-text.ts";
import { cutTitle, findTitleInBody, titleFromFile } from "./find-title.ts";
import { readFrontMatter } from "./front-matter.ts";
import { readStableFile } from "./read-stable-file.ts";
import type { SkippedFile, Source } from "./source.ts";

export interface ReadOptions {
  /** Larger files are passed over. In bytes; 32 MiB unless told. */
  readonly maxBytes?: number;
}

export type SourceReading =
  | {
      readonly status: "read";
      readonly source: Source;
      /** Of the state that was read, which may be newer than the one listed. */
      readonly stamp: string;
      /** What is odd about the source though it was read, in words for a reader. */
      readonly warning: string | null;
    }
  | { readonly status: "skipped"; readonly skipped: SkippedFile };

const DEFAULT_MAX_BYTES = 32 * 1024 * 1024;
/** The longest string that every Node can hold, with room to spare. */
const LONGEST_TEXT = 256 * 1024 * 1024;
/** Each line may be a sentence of its own, and takes over a kilobyte while it is divided. */
const MOST_LINES = 500_000;

/** Reads `file` as the source `id`. Trouble with the file is a reason to skip it, never an exception. */
export async function readSource(
  file: CorpusFile,
  id: string,
  options: ReadOptions = {},
): Promise<SourceReading> {
  const maxBytes = Math.min(options.maxBytes ?? DEFAULT_MAX_BYTES, LONGEST_TEXT);
  const reading = await readStableFile(file.path, maxBytes);
  if ("refused" in reading) return skip(file, reading.refused);
  const decoding = decodeText(reading.bytes);
  if ("refused" in decoding) return skip(file, decoding.refused);
  const { text } = decoding;
  if (hasMoreLines(text, MOST_LINES))
    return skip(file, `more than ${MOST_LINES.toLocaleString("en")} lines: divide it into several files`);
  const frontMatter = readFrontMatter(text);
  const body = text.slice(frontMatter.bodyStart);
  if (!/[\p{L}\p{N}]/u.test(body)) return skip(file, explainEmptiness(text, frontMatter.bodyStart));
  const source: Source = {
    id,
    file: file.file,
    format: /\.txt$/iu.test(file.file) ? "text" : "markdown",
    title: frontMatter.title === null ? findTitle(body, file.file) : cutTitle(frontMatter.title),
    author: frontMatter.author,
    date: frontMatter.date,
    url: frontMatter.url,
    text,
    bodyStart: frontMatter.bodyStart,
    hash: createHash("sha256").update(reading.bytes).digest("hex"),
  };
  return { status: "read", source, stamp: reading.stamp, warning: frontMatter.warning };
}

function hasMoreLines(text: string, most: number): boolean {
  let lines = 1;
  for (let at = text.indexOf("\n"); at !== -1 && lines <= most; at = text.indexOf("\n", at + 1)) lines++;
  return lines > most;
}

function findTitle(body: string, file: string): string {
  return findTitleInBody(body) ?? cutTitle(titleFromFile(file));
}

function skip(file: CorpusFile, reason: string): SourceReading {
  return { status: "skipped", skipped: { file: file.file, reason } };
}

function explainEmptiness(text: string, bodyStart: number): string {
  if (text.trim() === "") return "empty";
  return bodyStart > 0 ? "nothing but front matter" : "no letter or digit in it";
}
