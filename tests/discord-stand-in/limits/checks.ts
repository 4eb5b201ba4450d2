/**
 * The checks every form shares: texts, whole numbers, choices, lists. Lengths are counted in UTF-16 code units,
 * the strictest of the ways in which Discord's own parts count.
 */
import type { Json } from "../json.ts";
import { isList } from "../json.ts";
import type { FieldErrors, FieldPath } from "./field-errors.ts";

interface Bounds {
  readonly min?: number;
  readonly max: number;
  readonly required?: boolean;
}

/** Checks a text and returns it; null when it is absent or no text. */
export function checkText(
  errors: FieldErrors,
  path: FieldPath,
  value: Json | undefined,
  bounds: Bounds,
): string | null {
  if (value === undefined || value === null) {
    if (bounds.required) errors.add(path, "BASE_TYPE_REQUIRED", "This field is required");
    return null;
  }
  if (typeof value !== "string") {
    errors.add(path, "STRING_TYPE_CONVERT", "Could not interpret the value as string.");
    return null;
  }
  checkLength(errors, path, value.length, bounds);
  return value;
}

/** Checks a whole number and returns it; null when it is absent or no number. */
export function checkWhole(
  errors: FieldErrors,
  path: FieldPath,
  value: Json | undefined,
  bounds: Bounds,
): number | null {
  if (value === undefined || value === null) {
    if (bounds.required) errors.add(path, "BASE_TYPE_REQUIRED", "This field is required");
    return null;
  }
  if (typeof value !== "number" || !Number.isInteger(value)) {
    errors.add(path, "NUMBER_TYPE_COERCE", "Value is not an int.");
    return null;
  }
  if (value > bounds.max)
    errors.add(path, "NUMBER_TYPE_MAX", `int value should be less than or equal to ${bounds.max}.`);
  const min = bounds.min ?? 0;
  if (value < min)
    errors.add(path, "NUMBER_TYPE_MIN", `int value should be greater than or equal to ${min}.`);
  return value;
}

/** Checks that a value, when present, is one of a set. */
export function checkChoice(
  errors: FieldErrors,
  path: FieldPath,
  value: Json | undefined,
  choices: readonly Json[],
  required = false,
): boolean {
  if (value === undefined || value === null) {
    if (required) errors.add(path, "BASE_TYPE_REQUIRED", "This field is required");
    return !required;
  }
  if (choices.includes(value)) return true;
  errors.add(
    path,
    "BASE_TYPE_CHOICES",
    `Value must be one of {${choices.map((one) => JSON.stringify(one)).join(", ")}}.`,
  );
  return false;
}

/** Checks a list's length and returns it; an empty list when it is absent or no list. */
export function checkList(
  errors: FieldErrors,
  path: FieldPath,
  value: Json | undefined,
  bounds: Bounds,
): readonly Json[] {
  if (value === undefined || value === null) {
    if (bounds.required) errors.add(path, "BASE_TYPE_REQUIRED", "This field is required");
    return [];
  }
  if (!isList(value)) {
    errors.add(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
    return [];
  }
  checkLength(errors, path, value.length, bounds);
  return value;
}

/** Checks that a value, when present, is true or false. */
export function checkFlag(errors: FieldErrors, path: FieldPath, value: Json | undefined): void {
  if (value === undefined || value === null || typeof value === "boolean") return;
  errors.add(path, "BOOLEAN_TYPE_CONVERT", "Must be either true or false.");
}

function checkLength(errors: FieldErrors, path: FieldPath, length: number, bounds: Bounds): void {
  const min = bounds.min ?? 0;
  if (length >= min && length <= bounds.max) return;
  if (min === 0) errors.add(path, "BASE_TYPE_MAX_LENGTH", `Must be ${bounds.max} or fewer in length.`);
  else errors.add(path, "BASE_TYPE_BAD_LENGTH", `Must be between ${min} and ${bounds.max} in length.`);
}
