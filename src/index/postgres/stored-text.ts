/**
 * How a string is kept where PostgreSQL keeps text. It takes neither NUL nor half of a surrogate pair, in `text` as in
 * JSON; a file may hold both. What it does not take stands there as U+FDD0, a character that Unicode gives to programs
 * for their own use, and the four hexadecimal digits of the code unit; so does U+FDD0 itself. All else is kept as it is.
 * `database.ts` writes and reads every string this way; only JSON is written by who makes it, with `jsonText`.
 */

const MARK = "\ufdd0";
const NOT_TAKEN = /[\0\ufdd0\p{Cs}]/gu;
const MARKED = /\ufdd0([0-9a-f]{4})/g;

/** Any string as text that PostgreSQL takes; another one for each string. */
export function toStored(text: string): string {
  if (text.isWellFormed() && !text.includes("\0") && !text.includes(MARK)) return text;
  return text.replace(NOT_TAKEN, (unit) => MARK + unit.charCodeAt(0).toString(16).padStart(4, "0"));
}

/** The string that `toStored` was given. */
export function fromStored(text: string): string {
  if (!text.includes(MARK)) return text;
  return text.replace(MARKED, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

/** A value as JSON that PostgreSQL takes; `fromStoredValue` of what it gives back is the value. */
export function jsonText(value: unknown): string {
  const json = JSON.stringify(value, (_, part: unknown) =>
    typeof part === "string" ? toStored(part) : part,
  );
  // So that this text is not changed again as a parameter.
  return json.replaceAll(MARK, "\\ufdd0");
}

/** A parameter of a statement: strings, alone or in lists, as they are stored; everything else as it is. */
export function toStoredValue(value: unknown): unknown {
  if (typeof value === "string") return toStored(value);
  return Array.isArray(value) && value.some((one) => typeof one === "string")
    ? value.map(toStoredValue)
    : value;
}

/** What a column holds, with every string in it as it was. Keys of JSON are ours, and stay. */
export function fromStoredValue(value: unknown): unknown {
  if (typeof value === "string") return fromStored(value);
  if (Array.isArray(value)) return typeof value[0] === "number" ? value : value.map(fromStoredValue);
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, fromStoredValue(part)]));
}
