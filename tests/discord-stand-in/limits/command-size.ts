/** How many characters a command counts: names, descriptions and values of it and all below, the longest translation each. */
import { isObject, type Json, type JsonObject, objectsOf } from "../json.ts";

export function commandSize(part: JsonObject): number {
  const own =
    longest(part.name, part.name_localizations) + longest(part.description, part.description_localizations);
  const options = objectsOf(part.options).reduce((sum, option) => sum + commandSize(option), 0);
  const choices = objectsOf(part.choices).reduce((sum, choice) => sum + choiceSize(choice), 0);
  return own + options + choices;
}

function choiceSize(choice: JsonObject): number {
  const value = typeof choice.value === "string" ? choice.value.length : 0;
  return longest(choice.name, choice.name_localizations) + value;
}

function longest(text: Json | undefined, translations: Json | undefined): number {
  const all = [text, ...(isObject(translations) ? Object.values(translations) : [])];
  return Math.max(0, ...all.map((one) => (typeof one === "string" ? one.length : 0)));
}
