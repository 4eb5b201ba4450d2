/**
 * Ids of sources: slugs of paths that can be typed, said and put before the `:` of a citation id. A slug depends on
 * the file's own path alone. Where several paths have one slug, nobody has it, so that an id that was handed out for
 * one file never leads to another: each is then called by a longer name.
 */
import { createHash } from "node:crypto";
import { compareCodePoints } from "../text/code-point-order.ts";

/** Changes with the ids of files: indexes that have others are not mixed up with those of today. */
export const IDS_VERSION = 2;

/** In UTF-16 code units, so that a whole citation id stays under a hundred characters. */
const LONGEST_SLUG = 76;
/** Hexadecimal digits of a hash: enough for a hundred thousand files of one name. */
const HASH_LENGTH = 10;

/** An id for each file (paths with `/`), the same for the same set of files in any order. */
export function assignSourceIds(files: Iterable<string>): ReadonlyMap<string, string> {
  const callings = [...new Set(files)].sort(compareCodePoints).map((file) => new Calling(file));
  /** How many files ever claimed a name: one that two have claimed stays nobody's. */
  const claims = new Map<string, number>();
  for (let claimants = callings; claimants.length > 0; ) {
    for (const { name } of claimants) claims.set(name, (claims.get(name) ?? 0) + 1);
    claimants = callings.filter(({ name }) => claims.get(name) !== 1);
    for (const claimant of claimants) claimant.lengthen();
  }
  return new Map(callings.map(({ file, name }) => [file, name]));
}

/**
 * What a file is called, from short to long: its slug, with its extension, with a hash of its path. No slug has two
 * hyphens in a row, so that the last name, with the whole hash, can be nobody else's, whatever other files are called.
 */
export function sourceNames(file: string): readonly string[] {
  const { stem, extension } = partsOf(file);
  const slug = slugOf(stem);
  const hash = hashOf(file);
  const kind = slugOfPart(extension);
  return [
    slug,
    ...(kind === "" || kind.length > HASH_LENGTH ? [] : [`${slug}-${kind}`]),
    `${slug}-${hash.slice(0, HASH_LENGTH)}`,
    `${slug}--${hash}`,
  ];
}

/** The name a file is called by for now. Most never need a longer one, and hashing many paths takes time. */
class Calling {
  readonly file: string;
  #length = 0;
  #name: string;

  constructor(file: string) {
    this.file = file;
    this.#name = slugOf(partsOf(file).stem);
  }

  get name(): string {
    return this.#name;
  }

  lengthen(): void {
    this.#length += 1;
    this.#name = sourceNames(this.file)[this.#length] ?? this.#name;
  }
}

function partsOf(file: string): { readonly stem: string; readonly extension: string } {
  const [, stem = file, extension = ""] = /^(.*?)(?:\.([^./]*))?$/su.exec(file) ?? [];
  return { stem, extension };
}

/** The slug of a path: the slugs of its folders and of its name. What has no letter or digit is called by a hash. */
export function slugOf(path: string): string {
  const slug = path
    .split("/")
    .map((part) => slugOfPart(part) || `source-${hashOf(part).slice(0, HASH_LENGTH)}`)
    .join("-");
  if (slug.length <= LONGEST_SLUG) return slug;
  const cut = slug.slice(0, LONGEST_SLUG - HASH_LENGTH - 1).replace(/[\ud800-\udbff]$/u, "");
  return `${cut.replace(/-+$/u, "")}-${hashOf(slug).slice(0, HASH_LENGTH)}`;
}

/**
 * Letters and digits of any script in lower case, everything else a single `-`. Accents go from Latin letters only:
 * elsewhere the marks are part of the letter.
 */
function slugOfPart(part: string): string {
  return part
    .normalize("NFKD")
    .toLowerCase()
    .replace(/(\p{Script=Latin})[\u0300-\u036f]+/gu, "$1")
    .normalize("NFC")
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Me}]+/gu, "")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
    .replace(/^[-\p{M}]+|-+$/gu, "");
}

/** Hexadecimal. In UTF-16, so that halves of surrogate pairs count too. */
function hashOf(text: string): string {
  return createHash("sha256").update(text, "utf16le").digest("hex");
}
