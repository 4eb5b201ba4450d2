/** Names of commands and options, and translations by locale. */
import { isObject, type Json } from "../json.ts";
import { checkChoice, checkText } from "./checks.ts";
import type { FieldErrors, FieldPath } from "./field-errors.ts";

/** Names of slash commands and options. Discord also asks for lower case, which `toLowerCase` decides. */
const namePattern = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Locales Discord knows. */
export const locales: readonly string[] =
  "ar bg cs da de el en-GB en-US es-419 es-ES fi fr he hi hr hu id it ja ko lt nl no pl pt-BR ro ru sv-SE th tr uk vi zh-CN zh-TW".split(
    " ",
  );

export function checkName(
  errors: FieldErrors,
  path: FieldPath,
  value: Json | undefined,
  isSlash: boolean,
): void {
  const name = checkText(errors, path, value, { min: 1, max: 32, required: true });
  if (name === null || !isSlash) return;
  if (!namePattern.test(name) || name !== name.toLowerCase()) {
    errors.add(path, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
  }
}

export function checkTranslations(
  errors: FieldErrors,
  path: FieldPath,
  value: Json | undefined,
  check: (at: FieldPath, text: Json | undefined) => void,
): void {
  if (value === undefined || value === null) return;
  if (!isObject(value)) {
    errors.add(path, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
    return;
  }
  for (const [locale, text] of Object.entries(value)) {
    if (text === null || text === undefined) continue;
    checkChoice(errors, [...path, locale], locale, locales, true);
    check([...path, locale], text);
  }
}
