/** Ids of sources: slugs of file names that can be typed, said and put before the `:` of a citation id. */
import { compareCodePoints } from "../text/code-point-order.ts";

/** Longest slug in UTF-16 code units, so that a whole citation id stays under a hundred characters. */
const MAX_SLUG_LENGTH = 80;
const UNNAMED = "source";

/**
 * An id for each file (paths with `/`), the same for the same set of files in any order. Slugs that collide get
 * `-2`, `-3`, … in path order, passing over ids that are the slug of another file.
 */
export function assignSourceIds(files: Iterable<string>): ReadonlyMap<string, string> {
  const sorted = [...new Set(files)].sort(compareCodePoints);
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  const colliding: [file: string, slug: string][] = [];
  for (const file of sorted) {
    const slug = slugOf(file);
    if (taken.has(slug)) colliding.push([file, slug]);
    else ids.set(file, slug);
    taken.add(slug);
  }
  const lastNumbers = new Map<string, number>();
  for (const [file, slug] of colliding) {
    let number = (lastNumbers.get(slug) ?? 1) + 1;
    while (taken.has(`${slug}-${number}`)) number += 1;
    lastNumbers.set(slug, number);
    taken.add(`${slug}-${number}`);
    ids.set(file, `${slug}-${number}`);
  }
  return ids;
}

/**
 * Letters and digits of any script in lower case, everything else a single `-`. Accents go from Latin letters only:
 * elsewhere the marks are part of the letter.
 */
function slugOf(file: string): string {
  const name = file.slice(file.lastIndexOf("/") + 1).replace(/\.[^.]*$/u, "");
  const slug = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/(\p{Script=Latin})[\u0300-\u036f]+/gu, "$1")
    .normalize("NFC")
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Me}]+/gu, "")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
    .replace(/^[-\p{M}]+/u, "");
  return cutAtCodePoint(slug, MAX_SLUG_LENGTH).replace(/-$/u, "") || UNNAMED;
}

function cutAtCodePoint(text: string, length: number): string {
  const cut = text.slice(0, length);
  return /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}
