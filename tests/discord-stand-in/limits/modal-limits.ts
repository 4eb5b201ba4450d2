/** Limits of a modal: title, number of fields, labels, text inputs; a modal holds no buttons. */
import { isObject, type Json, type JsonObject } from "../json.ts";
import { checkChoice, checkFlag, checkList, checkText, checkWhole } from "./checks.ts";
import { checkSelect, claimCustomId } from "./control-limits.ts";
import { FieldErrors, type FieldPath } from "./field-errors.ts";

const actionRow = 1;
const textInput = 4;
const textDisplay = 10;
const label = 18;
const selects: readonly number[] = [3, 5, 6, 7, 8];

/** Throws 50035 for a modal that Discord would refuse. */
export function checkModal(data: JsonObject): void {
  const errors = new FieldErrors(["data"]);
  const claims = { errors, customIds: new Set<string>() };
  checkText(errors, ["title"], data.title, { min: 1, max: 45, required: true });
  checkText(errors, ["custom_id"], data.custom_id, { min: 1, max: 100, required: true });
  const bounds = { min: 1, max: 5, required: true };
  const components = checkList(errors, ["components"], data.components, bounds);
  for (const [n, value] of components.entries()) checkPart(claims, ["components", n], value);
  errors.raise();
}

interface Claims {
  readonly errors: FieldErrors;
  readonly customIds: Set<string>;
}

function checkPart(claims: Claims, path: FieldPath, value: Json): void {
  const part = isObject(value) ? value : {};
  const { errors } = claims;
  if (part.type === textDisplay) {
    checkText(errors, [...path, "content"], part.content, { min: 1, max: 4000, required: true });
  } else if (part.type === label) {
    checkText(errors, [...path, "label"], part.label, { min: 1, max: 45, required: true });
    checkText(errors, [...path, "description"], part.description, { max: 100 });
    checkField(claims, [...path, "component"], part.component, false);
  } else if (part.type === actionRow) {
    const bounds = { min: 1, max: 1, required: true };
    const fields = checkList(errors, [...path, "components"], part.components, bounds);
    for (const [n, field] of fields.entries()) checkField(claims, [...path, "components", n], field, true);
  } else {
    errors.add([...path, "type"], "UNION_TYPE_CHOICES", 'Value of field "type" must be one of (1, 10, 18).');
  }
}

function checkField(claims: Claims, path: FieldPath, value: Json | undefined, needsLabel: boolean): void {
  const field = isObject(value) ? value : {};
  const { errors } = claims;
  if (typeof field.type === "number" && selects.includes(field.type)) {
    if (field.disabled === true)
      errors.add([...path, "disabled"], "MODAL_SELECT_DISABLED", "A modal's select cannot be disabled.");
    checkSelect(claims, path, field);
    return;
  }
  if (field.type !== textInput) {
    errors.add(
      [...path, "type"],
      "UNION_TYPE_CHOICES",
      `Value of field "type" must be one of (${[3, 4, 5, 6, 7, 8].join(", ")}).`,
    );
    return;
  }
  claimCustomId(claims, path, field);
  checkChoice(errors, [...path, "style"], field.style, [1, 2], true);
  checkFlag(errors, [...path, "required"], field.required);
  if (needsLabel) checkText(errors, [...path, "label"], field.label, { min: 1, max: 45, required: true });
  else if (field.label !== undefined && field.label !== null) {
    errors.add(
      [...path, "label"],
      "TEXT_INPUT_LABEL_INSIDE_LABEL",
      "The label component already names this field.",
    );
  }
  checkText(errors, [...path, "placeholder"], field.placeholder, { max: 100 });
  const least = checkWhole(errors, [...path, "min_length"], field.min_length, { max: 4000 }) ?? 0;
  const most = checkWhole(errors, [...path, "max_length"], field.max_length, { min: 1, max: 4000 }) ?? 4000;
  if (least > most) errors.add([...path, "min_length"], "TEXT_INPUT_INVALID_RANGE", "More than max_length.");
  checkText(errors, [...path, "value"], field.value, { max: most });
}
