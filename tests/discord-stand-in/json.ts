/** JSON values and the readers that turn an unknown one into a known one without a cast. Refuses to guess: a wrong kind reads as absent. */

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** `undefined` members vanish when written, as `JSON.stringify` does. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as an object; an empty one for anything else. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The value as a list; an empty one for anything else. */
export function listOf(value: Json | undefined): readonly Json[] {
  return isList(value) ? value : [];
}

export function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value);
}

/** The objects of a list; other members are left out. */
export function objectsOf(value: Json | undefined): readonly JsonObject[] {
  return listOf(value).filter(isObject);
}

export function textOf(value: Json | undefined): string | null {
  return typeof value === "string" ? value : null;
}

export function numberOf(value: Json | undefined): number | null {
  return typeof value === "number" ? value : null;
}

/** Strings of a list; other members are left out. */
export function textsOf(value: Json | undefined): readonly string[] {
  return listOf(value).filter((one): one is string => typeof one === "string");
}

/** Parses text; undefined when it is no JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
