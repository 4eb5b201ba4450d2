/** Limits of application commands: names, descriptions, options and the 8,000 characters of a whole command. */
import { isList, isObject, type Json, type JsonObject, objectsOf } from "../json.ts";
import { checkChoice, checkFlag, checkList, checkText } from "./checks.ts";
import { checkName, checkTranslations } from "./command-names.ts";
import { commandSize } from "./command-size.ts";
import { FieldErrors, type FieldPath } from "./field-errors.ts";
import { checkOption } from "./option-limits.ts";

const maxSize = 8000;
/** Most commands of a scope, by type: slash, user menu, message menu. */
const maxOfType: ReadonlyMap<number, number> = new Map([
  [1, 100],
  [2, 15],
  [3, 15],
]);

/** Throws 50035 for a bulk overwrite that Discord would refuse. */
export function checkCommands(body: Json | undefined): readonly JsonObject[] {
  const errors = new FieldErrors();
  if (!isList(body)) {
    errors.add([], "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
    errors.raise();
  }
  const commands = objectsOf(body);
  const names = new Set<string>();
  for (const [n, command] of commands.entries()) {
    checkCommand(errors, [n], command);
    const key = `${command.type ?? 1}:${command.name}`;
    if (names.has(key)) {
      errors.add(
        [n, "name"],
        "APPLICATION_COMMANDS_DUPLICATE_NAME",
        "Application command names must be unique",
      );
    }
    names.add(key);
  }
  for (const [type, most] of maxOfType) {
    if (commands.filter((one) => (one.type ?? 1) === type).length <= most) continue;
    errors.add([], "APPLICATION_COMMANDS_TOO_MANY", `At most ${most} commands of type ${type}.`);
  }
  errors.raise();
  return commands;
}

function checkCommand(errors: FieldErrors, path: FieldPath, command: JsonObject): void {
  const isSlash = (command.type ?? 1) === 1;
  checkChoice(errors, [...path, "type"], command.type, [1, 2, 3]);
  checkName(errors, [...path, "name"], command.name, isSlash);
  checkTranslations(errors, [...path, "name_localizations"], command.name_localizations, (at, value) =>
    checkName(errors, at, value, isSlash),
  );
  if (isSlash) {
    checkText(errors, [...path, "description"], command.description, { min: 1, max: 100, required: true });
    checkTranslations(
      errors,
      [...path, "description_localizations"],
      command.description_localizations,
      (at, value) => checkText(errors, at, value, { min: 1, max: 100, required: true }),
    );
  } else if (
    command.description !== undefined &&
    command.description !== null &&
    command.description !== ""
  ) {
    const message = "Context menu commands cannot have description";
    errors.add(
      [...path, "description"],
      "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_CANNOT_BE_SET",
      message,
    );
  }
  checkPermissions(errors, [...path, "default_member_permissions"], command.default_member_permissions);
  checkNumbers(errors, [...path, "contexts"], command.contexts, [0, 1, 2]);
  checkNumbers(errors, [...path, "integration_types"], command.integration_types, [0, 1]);
  checkFlag(errors, [...path, "nsfw"], command.nsfw);
  if (!isSlash && isList(command.options) && command.options.length > 0) {
    const message = "Context menu commands cannot have options";
    errors.add([...path, "options"], "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_CANNOT_BE_SET", message);
  }
  checkOptions(errors, path, command);
  const size = commandSize(command);
  if (size > maxSize) {
    errors.add(
      path,
      "APPLICATION_COMMAND_TOO_LARGE",
      `Command exceeds maximum size (${maxSize}); it is ${size}.`,
    );
  }
}

/** Checks the options of a command, subcommand or group. */
export function checkOptions(errors: FieldErrors, path: FieldPath, owner: JsonObject): void {
  const options = checkList(errors, [...path, "options"], owner.options, { max: 25 });
  const names = new Set<Json | undefined>();
  let optionalSeen = false;
  for (const [n, value] of options.entries()) {
    const option = isObject(value) ? value : {};
    const at = [...path, "options", n];
    checkOption(errors, at, option);
    if (names.has(option.name)) {
      errors.add(
        [...at, "name"],
        "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
        "Option name already exists",
      );
    }
    names.add(option.name);
    if (option.required === true && optionalSeen) {
      const message = "Required options must be placed before non-required options";
      errors.add(at, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message);
    }
    if (option.required !== true) optionalSeen = true;
    if (option.type === 1 || option.type === 2) checkOptions(errors, at, option);
  }
}

function checkPermissions(errors: FieldErrors, path: FieldPath, value: Json | undefined): void {
  if (value === undefined || value === null) return;
  if (typeof value === "string" && /^\d{1,20}$/.test(value)) return;
  if (typeof value === "number" && Number.isInteger(value) && value >= 0) return;
  errors.add(path, "NUMBER_TYPE_COERCE", "Value is not an int.");
}

function checkNumbers(
  errors: FieldErrors,
  path: FieldPath,
  value: Json | undefined,
  choices: readonly number[],
): void {
  const list = checkList(errors, path, value, { min: 1, max: choices.length });
  for (const [n, one] of list.entries()) checkChoice(errors, [...path, n], one, choices, true);
}
