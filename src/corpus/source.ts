/** The words for a text and a place in it. Everything downstream points into `Source.text`; nothing copies it. */

/** Half-open range in UTF-16 code units of a source's text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** How a source's text is to be read: Markdown marks structure, plain text only hints at it. */
export type SourceFormat = "markdown" | "text";

/** What a source says of itself: front matter, else its first heading, else its file name. */
export interface SourceMetadata {
  readonly title: string;
  readonly author: string | null;
  /** As written in the front matter; a full date is ISO (`2026-03-05`). */
  readonly date: string | null;
  readonly url: string | null;
}

/** One file of the corpus. */
export interface Source extends SourceMetadata {
  /** See `assignSourceIds`: a slug of the path, unique in the corpus. */
  readonly id: string;
  /** Path relative to the corpus folder, with `/` between its parts. */
  readonly file: string;
  readonly format: SourceFormat;
  /** The file as UTF-8 without byte order mark; nothing else is changed. */
  readonly text: string;
  /** Where the text after the front matter begins in `text`. */
  readonly bodyStart: number;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly hash: string;
}

/** A file that was passed over, and why, in words for a reader. */
export interface SkippedFile {
  readonly file: string;
  readonly reason: string;
}

/** The slice of `text` that `range` names. */
export function sliceRange(text: string, range: TextRange): string {
  return text.slice(range.start, range.end);
}
