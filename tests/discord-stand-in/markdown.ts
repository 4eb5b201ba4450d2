/**
 * What a reader sees of a message's markdown. The two readers under markdown/ share nothing but this vocabulary: what
 * both of them read as unmarked text, no client draws as anything else. In doubt they take a thing for markup.
 */

export type MarkKind =
  | "user"
  | "role"
  | "channel"
  | "everyone"
  | "command"
  | "timestamp"
  | "emoji"
  | "link"
  | "bold"
  | "italic"
  | "underline"
  | "strike"
  | "spoiler"
  | "code"
  | "code block"
  | "heading"
  | "subtext"
  | "list";

/** Something that is shown as other than its characters. */
export interface Mark {
  readonly kind: MarkKind;
  /** What it was written as, or for a pair the text inside. */
  readonly text: string;
}

export interface ReadLine {
  readonly isQuoted: boolean;
  /** The characters on the screen, markup taken away. */
  readonly text: string;
}

export interface ReadMessage {
  readonly lines: readonly ReadLine[];
  readonly marks: readonly Mark[];
}

export type MarkdownReader = (content: string) => ReadMessage;

/** Text of all lines in block quotes, as a reader sees it. */
export function quotedText(read: ReadMessage): string {
  return read.lines
    .filter((line) => line.isQuoted)
    .map((line) => line.text)
    .join("\n");
}

/** All text on the screen. */
export function visibleText(read: ReadMessage): string {
  return read.lines.map((line) => line.text).join("\n");
}

/** Marks that change what is read: all but bold, which leaves every character as it is. */
export function disturbingMarks(read: ReadMessage): readonly Mark[] {
  return read.marks.filter((mark) => mark.kind !== "bold");
}
