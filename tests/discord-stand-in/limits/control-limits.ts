/** Limits of what a person can press or pick: buttons and selects. */
import { isObject, type JsonObject } from "../json.ts";
import { checkChoice, checkFlag, checkList, checkText, checkWhole } from "./checks.ts";
import type { FieldErrors, FieldPath } from "./field-errors.ts";

const linkStyle = 5;
const premiumStyle = 6;

interface Claims {
  readonly errors: FieldErrors;
  readonly customIds: Set<string>;
}

/** Checks a custom id: 1 to 100 characters, once in the message or modal. */
export function claimCustomId(claims: Claims, path: FieldPath, value: JsonObject): void {
  const at = [...path, "custom_id"];
  const id = checkText(claims.errors, at, value.custom_id, { min: 1, max: 100, required: true });
  if (id === null) return;
  if (claims.customIds.has(id)) {
    claims.errors.add(at, "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
  }
  claims.customIds.add(id);
}

export function checkButton(claims: Claims, path: FieldPath, value: JsonObject): void {
  const { errors } = claims;
  checkChoice(errors, [...path, "style"], value.style, [1, 2, 3, 4, 5, 6], true);
  checkFlag(errors, [...path, "disabled"], value.disabled);
  const label = checkText(errors, [...path, "label"], value.label, { max: 80 });
  if (value.style === premiumStyle) return;
  if ((label === null || label === "") && !isObject(value.emoji)) {
    errors.add(
      [...path, "label"],
      "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED",
      "A button needs a label or an emoji.",
    );
  }
  if (value.style === linkStyle) {
    const url = checkText(errors, [...path, "url"], value.url, { min: 1, max: 512, required: true });
    if (url !== null && !/^(?:https?|discord):\/\//.test(url)) {
      errors.add([...path, "url"], "URL_TYPE_INVALID_SCHEME", `Scheme of "${url}" is not supported.`);
    }
    if (value.custom_id !== undefined) {
      errors.add(
        path,
        "BUTTON_COMPONENT_CUSTOM_ID_MUTUALLY_EXCLUSIVE",
        "A custom id and url cannot both be specified",
      );
    }
    return;
  }
  if (value.url !== undefined) {
    errors.add(
      path,
      "BUTTON_COMPONENT_CUSTOM_ID_MUTUALLY_EXCLUSIVE",
      "A custom id and url cannot both be specified",
    );
  }
  claimCustomId(claims, path, value);
}

export function checkSelect(claims: Claims, path: FieldPath, value: JsonObject): void {
  const { errors } = claims;
  claimCustomId(claims, path, value);
  checkText(errors, [...path, "placeholder"], value.placeholder, { max: 150 });
  const least = checkWhole(errors, [...path, "min_values"], value.min_values, { max: 25 }) ?? 1;
  const most = checkWhole(errors, [...path, "max_values"], value.max_values, { min: 1, max: 25 }) ?? 1;
  if (least > most)
    errors.add([...path, "min_values"], "SELECT_COMPONENT_INVALID_RANGE", "More than max_values.");
  if (value.type === 3) checkSelectOptions(errors, [...path, "options"], value, most);
}

function checkSelectOptions(errors: FieldErrors, path: FieldPath, value: JsonObject, most: number): void {
  const options = checkList(errors, path, value.options, { min: 1, max: 25, required: true });
  const seen = new Set<string>();
  for (const [n, option] of options.entries()) {
    const one = isObject(option) ? option : {};
    checkText(errors, [...path, n, "label"], one.label, { min: 1, max: 100, required: true });
    checkText(errors, [...path, n, "description"], one.description, { max: 100 });
    const key = checkText(errors, [...path, n, "value"], one.value, { min: 1, max: 100, required: true });
    if (key !== null && seen.has(key)) {
      errors.add(
        [...path, n, "value"],
        "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
        "The specified option value is already used",
      );
    }
    if (key !== null) seen.add(key);
  }
  if (most > options.length) {
    errors.add(
      [...path.slice(0, -1), "max_values"],
      "SELECT_COMPONENT_MAX_VALUES",
      "More than there are options.",
    );
  }
}
