/** What a person types into a command, held against its options as the client does before it sends anything. */
import { type Json, type JsonObject, objectsOf } from "../json.ts";
import type { Command } from "../model.ts";
import { PersonRefusal } from "./refusal.ts";

export type OptionValues = Readonly<Record<string, string | number | boolean>>;

const text = 3;
const integer = 4;
const truth = 5;
const decimal = 10;

/** The options of an interaction. Throws where a client would not send. */
export function fillOptions(command: Command, values: OptionValues): readonly JsonObject[] {
  const options = objectsOf(command.definition.options);
  const known = options.map((option) => String(option.name));
  const strange = Object.keys(values).find((name) => !known.includes(name));
  if (strange !== undefined) throw new PersonRefusal(`/${command.name} has no option "${strange}".`);
  return options.flatMap((option) => {
    const name = String(option.name);
    const value = values[name];
    if (value === undefined || value === "") {
      if (option.required === true) throw new PersonRefusal(`The option "${name}" is required.`);
      return [];
    }
    checkValue(option, name, value);
    return [{ type: option.type, name, value }];
  });
}

/** The options while one of them is being typed: the others need not be there yet. */
export function typeOption(
  command: Command,
  focused: string,
  typed: string,
  others: OptionValues,
): readonly JsonObject[] {
  const options = objectsOf(command.definition.options);
  const target = options.find((option) => option.name === focused);
  if (target?.autocomplete !== true)
    throw new PersonRefusal(`"${focused}" of /${command.name} offers nothing while one types.`);
  return options.flatMap((option) => {
    const name = String(option.name);
    if (name === focused) return [{ type: option.type, name, value: typed, focused: true }];
    const value = others[name];
    return value === undefined ? [] : [{ type: option.type, name, value }];
  });
}

function checkValue(option: JsonObject, name: string, value: string | number | boolean): void {
  const choices = objectsOf(option.choices).map((one) => one.value);
  const isStrange = choices.length > 0 && !choices.includes(value);
  const why = faultOf(option, value) ?? (isStrange ? "it is none of the choices" : null);
  if (why !== null) throw new PersonRefusal(`The option "${name}" does not take this value: ${why}.`);
}

function faultOf(option: JsonObject, value: string | number | boolean): string | null {
  if (option.type === text) {
    if (typeof value !== "string") return "it is no text";
    if (value.length > numberOr(option.max_length, 6000)) return "it is too long";
    return value.length < numberOr(option.min_length, 0) ? "it is too short" : null;
  }
  if (option.type === truth) return typeof value === "boolean" ? null : "it is neither true nor false";
  if (option.type !== integer && option.type !== decimal)
    return "this person cannot fill options of its type";
  if (typeof value !== "number") return "it is no number";
  if (option.type === integer && !Number.isInteger(value)) return "it is no whole number";
  if (value > numberOr(option.max_value, Number.MAX_SAFE_INTEGER)) return "it is too large";
  return value < numberOr(option.min_value, -Number.MAX_SAFE_INTEGER) ? "it is too small" : null;
}

function numberOr(value: Json | undefined, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}
