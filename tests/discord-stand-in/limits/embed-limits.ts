/** Limits of embeds: each part's length and the 6,000 characters over all embeds of a message. */
import { isObject, type Json, type JsonObject } from "../json.ts";
import { checkList, checkText, checkWhole } from "./checks.ts";
import type { FieldErrors, FieldPath } from "./field-errors.ts";

const maxTotal = 6000;

export function checkEmbeds(errors: FieldErrors, value: Json | undefined): void {
  const embeds = checkList(errors, ["embeds"], value, { max: 10 });
  let total = 0;
  for (const [n, embed] of embeds.entries()) {
    if (isObject(embed)) total += checkEmbed(errors, ["embeds", n], embed);
    else errors.add(["embeds", n], "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
  }
  if (total > maxTotal) {
    errors.add(["embeds"], "MAX_EMBED_SIZE_EXCEEDED", `Embed size exceeds maximum size of ${maxTotal}`);
  }
}

/** Checks one embed; returns the characters that count towards the total. */
function checkEmbed(errors: FieldErrors, path: FieldPath, embed: JsonObject): number {
  let total = 0;
  const text = (at: FieldPath, value: Json | undefined, max: number, required = false): void => {
    const bounds = required ? { min: 1, max, required } : { max };
    total += checkText(errors, [...path, ...at], value, bounds)?.length ?? 0;
  };
  text(["title"], embed.title, 256);
  text(["description"], embed.description, 4096);
  if (isObject(embed.footer)) text(["footer", "text"], embed.footer.text, 2048, true);
  if (isObject(embed.author)) text(["author", "name"], embed.author.name, 256, true);
  for (const [n, field] of checkList(errors, [...path, "fields"], embed.fields, { max: 25 }).entries()) {
    const one = isObject(field) ? field : {};
    text(["fields", n, "name"], one.name, 256, true);
    text(["fields", n, "value"], one.value, 1024, true);
  }
  checkWhole(errors, [...path, "color"], embed.color, { max: 0xffffff });
  const shows = ["title", "description", "fields", "footer", "author", "image", "thumbnail", "url"];
  if (!shows.some((key) => embed[key] !== undefined && embed[key] !== null)) {
    errors.add([...path, "description"], "BASE_TYPE_REQUIRED", "This field is required");
  }
  return total;
}
