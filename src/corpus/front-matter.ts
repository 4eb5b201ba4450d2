/**
 * The YAML between `---` lines at the very start of a source: title, author, date, url. Everything else in it is
 * left alone, and nothing in it can stop the source from being read.
 */
import { isMap, isScalar, isSeq, type Node, parseDocument } from "yaml";

export interface FrontMatter {
  readonly title: string | null;
  readonly author: string | null;
  readonly date: string | null;
  readonly url: string | null;
  /** Where the text after it begins; 0 when there is none. */
  readonly bodyStart: number;
  /** What is wrong with it, in words for a reader. */
  readonly warning: string | null;
}

type Field = "title" | "author" | "date" | "url";

/** In UTF-16 code units; what is longer is not front matter. */
const MAX_LENGTH = 65_536;
/** Levels of nesting, far above any in use and far below what a stack holds. */
const MAX_DEPTH = 100;
const NONE: FrontMatter = { title: null, author: null, date: null, url: null, bodyStart: 0, warning: null };

/** Reads the front matter of `text`. A block that does not look like `key: value` lines is text, not front matter. */
export function readFrontMatter(text: string): FrontMatter {
  const head = text.slice(0, MAX_LENGTH);
  const opening = /^---[ \t]*(?:\r\n|\n|\r)/.exec(head);
  if (!opening) return NONE;
  const closing = findClosing(head, opening[0].length, text.length === head.length);
  if (!closing) return NONE;
  const yaml = head.slice(opening[0].length, closing.start).replace(/\r\n?/g, "\n");
  return readYaml(yaml, closing.end);
}

function findClosing(head: string, from: number, isWhole: boolean): { start: number; end: number } | null {
  const line = isWhole ? /^---[ \t]*(?:\r\n|\n|\r|$(?![\s\S]))/gm : /^---[ \t]*(?:\r\n|\n|\r)/gm;
  line.lastIndex = from;
  const match = line.exec(head);
  return match ? { start: match.index, end: match.index + match[0].length } : null;
}

function readYaml(yaml: string, bodyStart: number): FrontMatter {
  if (yaml.trim() === "") return { ...NONE, bodyStart };
  const fields = parseFields(yaml);
  if (fields === "prose") return NONE;
  if (fields !== null) return { ...toMetadata(fields), bodyStart, warning: null };
  const salvaged = salvageFields(yaml);
  if (salvaged === null) return NONE;
  return {
    ...toMetadata(salvaged),
    bodyStart,
    warning: "front matter is not valid YAML: only plain lines of it were read",
  };
}

function toMetadata(fields: ReadonlyMap<string, string>): Record<Field, string | null> {
  return {
    title: fields.get("title") ?? null,
    author: fields.get("author") ?? null,
    date: fields.get("date") ?? null,
    url: webAddress(fields.get("url")),
  };
}

/** Top-level fields by name in lower case; `prose` when the block is no map, null when it is broken. */
function parseFields(yaml: string): ReadonlyMap<string, string> | "prose" | null {
  if (isDeep(yaml)) return null;
  try {
    // By default each key is compared to all others, and each error draws its surroundings: both quadratic.
    // Values are never expanded, so that aliases cannot multiply.
    const document = parseDocument(yaml, {
      schema: "core",
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: "silent",
    });
    if (document.errors.length > 0) return null;
    if (!isMap(document.contents)) return "prose";
    const fields = new Map<string, string>();
    for (const { key, value } of document.contents.items) {
      const name = isScalar(key) && typeof key.value === "string" ? key.value.toLowerCase() : "";
      const written = readValue(value as Node | null);
      if (written !== null && !fields.has(name)) fields.set(name, written);
    }
    return fields;
  } catch {
    return null;
  }
}

/**
 * Whether the block may be nested so deep that parsing it would exhaust the stack, which can end the whole process.
 * Counts what opens a level: brackets anywhere, columns before a line's first word, indicators in one line.
 */
function isDeep(yaml: string): boolean {
  return countMatches(yaml, /[[\]{}]/g) > 2 * MAX_DEPTH || hasDeepLine(yaml);
}

/** Whether a line of `yaml` opens more levels than any in use. */
export function hasDeepLine(yaml: string): boolean {
  return yaml
    .split("\n")
    .some((line) => /^[ \t?:-]{100}/.test(line) || countMatches(line, /[?:-](?=\s|$)/g) > MAX_DEPTH);
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** A text or number as written, or a list of them with commas; null for anything else. */
function readValue(value: Node | null): string | null {
  if (isSeq(value)) {
    const parts = value.items.map((item) => (isScalar(item) ? readScalar(item.value, item.source) : null));
    return tidy(parts.filter((part) => part !== null).join(", "));
  }
  return isScalar(value) ? readScalar(value.value, value.source) : null;
}

function readScalar(value: unknown, source: string | undefined): string | null {
  if (typeof value === "string") return tidy(value);
  return typeof value === "number" || typeof value === "bigint" ? tidy(source ?? String(value)) : null;
}

function tidy(value: string): string | null {
  return value.replace(/\s+/gu, " ").trim() || null;
}

/** `key: value` lines of a block that is not valid YAML (a colon in a title is enough); null when it begins otherwise. */
function salvageFields(yaml: string): ReadonlyMap<string, string> | null {
  const lines = yaml.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
  if (!/^["']?[\p{L}_][\p{L}\p{N}_ -]{0,40}["']?\s{0,8}:(?:\s|$)/u.test(lines[0] ?? "")) return null;
  const fields = new Map<string, string>();
  for (const line of lines) {
    const match = /^(title|author|date|url):(.*)$/iu.exec(line);
    const name = match?.[1]?.toLowerCase();
    const value = tidy((match?.[2] ?? "").trim().replace(/^(["'])(.*)\1$/u, "$2"));
    if (name !== undefined && value !== null && !fields.has(name)) fields.set(name, value);
  }
  return fields;
}

/** An http(s) address as written; null for anything else, and for one with characters that a terminal obeys. */
function webAddress(value: string | undefined): string | null {
  if (value === undefined || !/^https?:\/\/[^\s\p{C}]+$/iu.test(value) || !URL.canParse(value)) return null;
  return value;
}
