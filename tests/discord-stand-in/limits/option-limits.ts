/** Limits of one command option and of the choices an autocomplete offers. */
import { isList, isObject, type Json, type JsonObject } from "../json.ts";
import { checkFlag, checkList, checkText, checkWhole } from "./checks.ts";
import { checkName, checkTranslations } from "./command-names.ts";
import { FieldErrors, type FieldPath } from "./field-errors.ts";

const text = 3;
const integer = 4;
const decimal = 10;
const withChoices: readonly number[] = [text, integer, decimal];

export function checkOption(errors: FieldErrors, path: FieldPath, option: JsonObject): void {
  const type = checkWhole(errors, [...path, "type"], option.type, { min: 1, max: 11, required: true });
  checkName(errors, [...path, "name"], option.name, true);
  checkTranslations(errors, [...path, "name_localizations"], option.name_localizations, (at, value) =>
    checkName(errors, at, value, true),
  );
  checkText(errors, [...path, "description"], option.description, { min: 1, max: 100, required: true });
  checkTranslations(
    errors,
    [...path, "description_localizations"],
    option.description_localizations,
    (at, value) => checkText(errors, at, value, { min: 1, max: 100, required: true }),
  );
  checkFlag(errors, [...path, "required"], option.required);
  checkFlag(errors, [...path, "autocomplete"], option.autocomplete);
  if (type === text) {
    checkWhole(errors, [...path, "min_length"], option.min_length, { max: 6000 });
    checkWhole(errors, [...path, "max_length"], option.max_length, { min: 1, max: 6000 });
  }
  const fixed = isList(option.choices) && option.choices.length > 0;
  const takesChoices = type !== null && withChoices.includes(type);
  if ((fixed || option.autocomplete === true) && !takesChoices) {
    errors.add(path, "APPLICATION_COMMAND_OPTION_CHOICES_TYPE", "Only text and numbers have choices.");
  }
  if (fixed && option.autocomplete === true) {
    const message = "Autocomplete and choices cannot both be set";
    errors.add([...path, "autocomplete"], "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES", message);
  }
  checkChoices(errors, [...path, "choices"], option.choices, type ?? text);
}

/** Checks fixed choices or those of an autocomplete: 25 of 100 characters, values of the option's type. */
export function checkChoices(
  errors: FieldErrors,
  path: FieldPath,
  value: Json | undefined,
  type: number,
): void {
  for (const [n, one] of checkList(errors, path, value, { max: 25 }).entries()) {
    const choice = isObject(one) ? one : {};
    checkText(errors, [...path, n, "name"], choice.name, { min: 1, max: 100, required: true });
    checkTranslations(errors, [...path, n, "name_localizations"], choice.name_localizations, (at, name) =>
      checkText(errors, at, name, { min: 1, max: 100, required: true }),
    );
    if (type === text)
      checkText(errors, [...path, n, "value"], choice.value, { min: 1, max: 100, required: true });
    else if (typeof choice.value !== "number") {
      errors.add([...path, n, "value"], "NUMBER_TYPE_COERCE", "Value is not a number.");
    }
  }
}

/** Throws 50035 for an autocomplete answer that Discord would refuse. */
export function checkAutocomplete(data: JsonObject, optionType: number): void {
  const errors = new FieldErrors(["data"]);
  if (!isList(data.choices)) errors.add(["choices"], "BASE_TYPE_REQUIRED", "This field is required");
  checkChoices(errors, ["choices"], data.choices, optionType);
  errors.raise();
}
