/** What a message's components may look like, old layout and V2: kinds, places, lengths, counts and unique ids. */
import { isObject, type Json, type JsonObject } from "../json.ts";
import { checkFlag, checkList, checkText, checkWhole } from "./checks.ts";
import { checkButton, checkSelect } from "./control-limits.ts";
import type { FieldErrors, FieldPath } from "./field-errors.ts";

export const maxComponents = 40;
export const maxDisplayedText = 4000;

/** Component types by their numbers. */
export const kinds = {
  actionRow: 1,
  button: 2,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  section: 9,
  textDisplay: 10,
  thumbnail: 11,
  mediaGallery: 12,
  file: 13,
  separator: 14,
  container: 17,
  label: 18,
} as const;

const topLevel: readonly number[] = [1, 9, 10, 12, 13, 14, 17];
const inContainer: readonly number[] = [1, 9, 10, 12, 13, 14];
const selects: readonly number[] = [3, 5, 6, 7, 8];

/** What a walk over all components has met. */
export interface ComponentTally {
  readonly errors: FieldErrors;
  readonly customIds: Set<string>;
  readonly ids: Set<number>;
  /** Names of files that `attachment://` may point to. */
  readonly fileNames: ReadonlySet<string>;
  count: number;
  displayed: number;
}

/** Checks a message's components and counts over the whole message. */
export function checkComponents(
  errors: FieldErrors,
  value: Json | undefined,
  options: { readonly v2: boolean; readonly fileNames: ReadonlySet<string> },
): void {
  const tally: ComponentTally = {
    errors,
    customIds: new Set(),
    ids: new Set(),
    fileNames: options.fileNames,
    count: 0,
    displayed: 0,
  };
  const list = checkList(errors, ["components"], value, { max: options.v2 ? maxComponents : 5 });
  const allowed = options.v2 ? topLevel : [kinds.actionRow];
  for (const [n, one] of list.entries()) checkComponent(tally, ["components", n], one, allowed);
  if (tally.count > maxComponents) {
    const message = `The total number of components cannot exceed ${maxComponents} (is ${tally.count}).`;
    errors.add(["components"], "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED", message);
  }
  if (tally.displayed > maxDisplayedText) {
    const message = `The displayable text cannot exceed ${maxDisplayedText} characters (is ${tally.displayed}).`;
    errors.add(["components"], "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", message);
  }
}

function checkComponent(
  tally: ComponentTally,
  path: FieldPath,
  value: Json,
  allowed: readonly number[],
): void {
  tally.count += 1;
  if (!isObject(value)) {
    tally.errors.add(path, "DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType");
    return;
  }
  const kind = value.type;
  if (typeof kind !== "number" || !allowed.includes(kind)) {
    const message = `Value of field "type" must be one of (${allowed.join(", ")}).`;
    tally.errors.add([...path, "type"], "UNION_TYPE_CHOICES", message);
    return;
  }
  claimId(tally, path, value);
  checkKind(tally, path, value, kind);
}

function checkKind(tally: ComponentTally, path: FieldPath, value: JsonObject, kind: number): void {
  const { errors } = tally;
  if (kind === kinds.actionRow) checkRow(tally, path, value);
  else if (kind === kinds.button) checkButton(tally, path, value);
  else if (selects.includes(kind)) checkSelect(tally, path, value);
  else if (kind === kinds.textDisplay) checkTextDisplay(tally, path, value);
  else if (kind === kinds.section) checkSection(tally, path, value);
  else if (kind === kinds.thumbnail) {
    checkMedia(tally, [...path, "media"], value.media);
    checkText(errors, [...path, "description"], value.description, { max: 1024 });
  } else if (kind === kinds.mediaGallery) checkGallery(tally, path, value);
  else if (kind === kinds.file) checkMedia(tally, [...path, "file"], value.file, true);
  else if (kind === kinds.separator) {
    checkWhole(errors, [...path, "spacing"], value.spacing, { min: 1, max: 2 });
    checkFlag(errors, [...path, "divider"], value.divider);
  } else if (kind === kinds.container) {
    checkWhole(errors, [...path, "accent_color"], value.accent_color, { max: 0xffffff });
    checkFlag(errors, [...path, "spoiler"], value.spoiler);
    checkChildren(tally, path, value, inContainer, { min: 1, max: maxComponents });
  }
}

function checkRow(tally: ComponentTally, path: FieldPath, value: JsonObject): void {
  const children = checkChildren(tally, path, value, [kinds.button, ...selects], { min: 1, max: 5 });
  const hasSelect = children.some(
    (one) => isObject(one) && typeof one.type === "number" && selects.includes(one.type),
  );
  if (hasSelect && children.length > 1) {
    const message = "A select takes the whole row.";
    tally.errors.add([...path, "components"], "COMPONENT_LAYOUT_WIDTH_EXCEEDED", message);
  }
}

function checkTextDisplay(tally: ComponentTally, path: FieldPath, value: JsonObject): void {
  const bounds = { min: 1, max: maxDisplayedText, required: true };
  const text = checkText(tally.errors, [...path, "content"], value.content, bounds);
  tally.displayed += text?.length ?? 0;
}

function checkSection(tally: ComponentTally, path: FieldPath, value: JsonObject): void {
  checkChildren(tally, path, value, [kinds.textDisplay], { min: 1, max: 3 });
  if (value.accessory === undefined || value.accessory === null) {
    tally.errors.add([...path, "accessory"], "BASE_TYPE_REQUIRED", "This field is required");
    return;
  }
  checkComponent(tally, [...path, "accessory"], value.accessory, [kinds.button, kinds.thumbnail]);
}

function checkGallery(tally: ComponentTally, path: FieldPath, value: JsonObject): void {
  const items = checkList(tally.errors, [...path, "items"], value.items, { min: 1, max: 10, required: true });
  for (const [n, item] of items.entries()) {
    const media = isObject(item) ? item.media : undefined;
    checkMedia(tally, [...path, "items", n, "media"], media);
  }
}

function checkMedia(
  tally: ComponentTally,
  path: FieldPath,
  value: Json | undefined,
  onlyUploads = false,
): void {
  const url = checkText(tally.errors, [...path, "url"], isObject(value) ? value.url : undefined, {
    min: 1,
    max: 2048,
    required: true,
  });
  if (url === null) return;
  if (url.startsWith("attachment://")) {
    if (tally.fileNames.has(url.slice("attachment://".length))) return;
    tally.errors.add(
      [...path, "url"],
      "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
      "Attachment not found.",
    );
  } else if (onlyUploads || !/^https?:\/\//.test(url)) {
    tally.errors.add(
      [...path, "url"],
      "URL_TYPE_INVALID_SCHEME",
      `Scheme of "${url}" is not supported here.`,
    );
  }
}

function checkChildren(
  tally: ComponentTally,
  path: FieldPath,
  value: JsonObject,
  allowed: readonly number[],
  bounds: { readonly min: number; readonly max: number },
): readonly Json[] {
  const children = checkList(tally.errors, [...path, "components"], value.components, {
    ...bounds,
    required: true,
  });
  for (const [n, child] of children.entries())
    checkComponent(tally, [...path, "components", n], child, allowed);
  return children;
}

function claimId(tally: ComponentTally, path: FieldPath, value: JsonObject): void {
  const id = checkWhole(tally.errors, [...path, "id"], value.id, { max: 2 ** 31 - 1 });
  if (id === null || id === 0) return;
  if (tally.ids.has(id))
    tally.errors.add([...path, "id"], "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated");
  tally.ids.add(id);
}
