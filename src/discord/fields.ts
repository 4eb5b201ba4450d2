/** Looks into what Discord sends, of whatever shape it is. */

export type Fields = Readonly<Record<string, unknown>>;

/** The fields of an object; none of anything else. */
export function asFields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/** A field that is a text; null where there is none. */
export function textOf(value: unknown, name: string): string | null {
  const text = asFields(value)[name];
  return typeof text === "string" ? text : null;
}
