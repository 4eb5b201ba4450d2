/** What a person types into a modal, held against its fields as the client does. */
import { isObject, type JsonObject, objectsOf, textOf } from "../json.ts";
import { PersonRefusal } from "./refusal.ts";

/** The components of a submission. `values` go by the field's label or custom id; a field left out keeps its preset text. */
export function fillModal(
  modal: JsonObject,
  values: Readonly<Record<string, string>>,
): readonly JsonObject[] {
  const used = new Set<string>();
  const filled = objectsOf(modal.components).flatMap((part, n): readonly JsonObject[] => {
    if (part.type === 18 && isObject(part.component)) {
      const field = fillField(part.component, textOf(part.label) ?? "", values, used);
      return [{ type: 18, id: n + 1, component: field }];
    }
    if (part.type === 1) {
      const fields = objectsOf(part.components).map((one) =>
        fillField(one, textOf(one.label) ?? "", values, used),
      );
      return [{ type: 1, id: n + 1, components: fields }];
    }
    return [{ type: part.type, id: n + 1 }];
  });
  const strange = Object.keys(values).find((key) => !used.has(key));
  if (strange !== undefined) throw new PersonRefusal(`The modal has no field "${strange}".`);
  return filled;
}

function fillField(
  field: JsonObject,
  label: string,
  values: Readonly<Record<string, string>>,
  used: Set<string>,
): JsonObject {
  const customId = String(field.custom_id);
  const key = values[label] === undefined ? customId : label;
  used.add(key);
  const value = values[key] ?? textOf(field.value) ?? "";
  const most = typeof field.max_length === "number" ? field.max_length : 4000;
  const least = typeof field.min_length === "number" ? field.min_length : 0;
  if (value === "" && field.required !== false) throw new PersonRefusal(`The field "${label}" is required.`);
  if (value.length > most) throw new PersonRefusal(`The text for "${label}" is too long.`);
  if (value !== "" && value.length < least) throw new PersonRefusal(`The text for "${label}" is too short.`);
  return { type: field.type, custom_id: customId, value };
}
