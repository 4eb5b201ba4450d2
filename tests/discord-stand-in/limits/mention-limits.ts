/** Limits of `allowed_mentions`: what may stand in it, and what excludes what. */
import { isObject, type Json } from "../json.ts";
import { isSnowflake } from "../snowflake.ts";
import { checkChoice, checkFlag, checkList } from "./checks.ts";
import type { FieldErrors } from "./field-errors.ts";

export function checkAllowedMentions(errors: FieldErrors, value: Json | undefined): void {
  if (value === undefined || value === null) return;
  const at = ["allowed_mentions"];
  if (!isObject(value)) {
    errors.add(at, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
    return;
  }
  const parse = checkList(errors, [...at, "parse"], value.parse, { max: 3 });
  for (const [n, word] of parse.entries()) {
    checkChoice(errors, [...at, "parse", n], word, ["everyone", "users", "roles"], true);
  }
  for (const kind of ["users", "roles"] as const) {
    const ids = checkList(errors, [...at, kind], value[kind], { max: 100 });
    for (const [n, id] of ids.entries()) {
      if (isSnowflake(id)) continue;
      errors.add([...at, kind, n], "NUMBER_TYPE_COERCE", "Value is not snowflake.");
    }
    if (ids.length > 0 && parse.includes(kind)) {
      const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
      errors.add(at, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", message);
    }
  }
  checkFlag(errors, [...at, "replied_user"], value.replied_user);
}
