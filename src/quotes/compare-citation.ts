/**
 * What an earlier citation says, against itself and against the citation of the same place today. A citation that
 * contradicts itself was never true of any file.
 */

import type { Citation } from "../answers/answer.ts";
import type { Source } from "../corpus/source.ts";
import { parseCitationId } from "../passages/citation-id.ts";
import { beginningOf } from "../text/graphemes.ts";
import { findLineStarts } from "../text/lines.ts";
import { type EarlierCitation, type Fields, isFields } from "./read-earlier-answer.ts";

/** A field that is not what it was said to be. */
export interface Difference {
  /** `line`, `source.title`. */
  readonly field: string;
  readonly claimed: unknown;
  readonly now: unknown;
}

const CONTEXT_UNITS = 32;
/** Compared on their own: they say what the place is, or what its answer made of it. */
const NOT_COMPARED = new Set(["n", "quote", "start", "end", "answerSpan"]);

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value > 0;
}

/** A context shorter than 32 units stands at the end of its file; a character is not cut in two for it. */
function isContextPossible({ given, start, prefix, suffix }: EarlierCitation): boolean {
  if (suffix.length > CONTEXT_UNITS || prefix.length > CONTEXT_UNITS || prefix.length > start) return false;
  return given.prefix === undefined || prefix.length >= Math.min(CONTEXT_UNITS, start) - 1;
}

function isSpanInside({ given, start, end }: EarlierCitation): boolean {
  const { answerSpan } = given;
  if (answerSpan === undefined || answerSpan === null) return true;
  if (!isFields(answerSpan)) return false;
  const { start: from, end: to } = answerSpan;
  return (
    Number.isSafeInteger(from) &&
    Number.isSafeInteger(to) &&
    Number(from) >= start &&
    Number(from) < Number(to) &&
    Number(to) <= end
  );
}

/** A file's path without its extension: what an id is made of. */
function stem(file: string): string {
  return file
    .replace(/\.[^./]*$/, "")
    .normalize("NFC")
    .toLowerCase();
}

/**
 * In what a citation contradicts itself, each in words; empty when it does not. `own` is the source of that id, or of
 * that file: an id depends on its file alone, so that a known id never goes with another file.
 */
export function contradictionsIn(citation: EarlierCitation, own: Source | undefined): string[] {
  const { given, n, place, quote, start, end, sourceId, file } = citation;
  const found: string[] = [];
  if (own?.id === sourceId && file !== null && stem(file) !== stem(own.file))
    found.push(`The file of ${sourceId} is ${own.file}, not ${file}.`);
  if (n !== place) found.push(`It is number ${place}, not ${n}.`);
  if (end - start !== quote.length)
    found.push(`Its range holds ${end - start} characters, its quote ${quote.length}.`);
  const id = typeof given.id === "string" ? parseCitationId(given.id) : null;
  if (given.id !== undefined && id === null) found.push("Its id is no citation id.");
  if (id !== null && id.sourceId !== sourceId.normalize("NFC").toLowerCase())
    found.push(`Its id names another source than ${sourceId}.`);
  if (id !== null && isCount(given.paragraph) && id.paragraph !== given.paragraph)
    found.push(`Its id names paragraph ${id.paragraph}, not ${given.paragraph}.`);
  const breaks = findLineStarts(quote.slice(0, -1)).length - 1;
  if (isCount(given.line) && isCount(given.endLine) && given.endLine - given.line !== breaks)
    found.push(
      `Its quote has ${breaks + 1} line${breaks === 0 ? "" : "s"}, not those from ${given.line} to ${given.endLine}.`,
    );
  if (!isContextPossible(citation)) found.push("What is said to stand around it cannot stand there.");
  if (!isSpanInside(citation)) found.push("The part that is said to answer does not lie in it.");
  return found;
}

/** What a report repeats of a hostile value: shallow, and no longer than a line. */
const LONGEST_VALUE = 500;
const LONGEST_NAME = 40;

function brief(value: unknown): unknown {
  if (typeof value === "string") return beginningOf(value, LONGEST_VALUE);
  if (typeof value !== "object" || value === null) return value;
  const items = Object.values(value);
  const isFlat = items.length <= 20 && items.every((item) => typeof item !== "object" || item === null);
  if (!isFlat) return Array.isArray(value) ? "a list" : "an object";
  return Array.isArray(value)
    ? items.map(brief)
    : Object.fromEntries(Object.entries(value).map(([name, item]) => [name, brief(item)]));
}

/** Whether two values of JSON are the same. */
export function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(other))
    return (
      Array.isArray(one) && one.length === other.length && other.every((item, at) => isEqual(one[at], item))
    );
  if (!isFields(one) || !isFields(other)) return false;
  const names = Object.keys(other);
  return (
    names.length === Object.keys(one).length &&
    names.every((name) => Object.hasOwn(one, name) && isEqual(one[name], other[name]))
  );
}

/** Whether a field says nothing: nobody is its speaker, no page its page. */
function isUnsaid(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** What is said in fields that no citation of today has, so that nothing bears it out: a speaker, a page's name. */
function unknownFields(given: Fields, now: Fields, path: string): Difference[] {
  return Object.keys(given)
    .filter((name) => !Object.hasOwn(now, name) && !isUnsaid(given[name]))
    .map((name) => ({
      field: `${path}${name.slice(0, LONGEST_NAME)}`,
      claimed: brief(given[name]),
      now: null,
    }));
}

function compareFields(given: Fields, now: Fields, path: string): Difference[] {
  const compared = Object.keys(now).flatMap((name): Difference[] => {
    if (path === "" && NOT_COMPARED.has(name)) return [];
    if (!Object.hasOwn(given, name) || isEqual(given[name], now[name])) return [];
    const [claimed, is] = [given[name], now[name]];
    if (path === "" && name === "source" && typeof claimed === "string" && isFields(is))
      return claimed === is.id ? [] : [{ field: name, claimed: brief(claimed), now: is.id }];
    if (isFields(claimed) && isFields(is) && name === "source") return compareFields(claimed, is, "source.");
    return [{ field: `${path}${name}`, claimed: brief(claimed), now: is }];
  });
  return [...compared, ...unknownFields(given, now, path)];
}

/**
 * The fields given that differ from the citation of the same place today, those it does not have among them; a field
 * that is not given, or says nothing, claims nothing.
 */
export function differencesFrom({ given }: EarlierCitation, now: Citation): Difference[] {
  return compareFields(given, { ...now }, "");
}
