/** Components as Discord gives them back: numbered, with defaults filled in and media resolved. */
import { isObject, type Json, type JsonObject, objectsOf } from "../json.ts";

/** What Discord fills in where the bot left it out, by component type. */
const defaults: ReadonlyMap<number, JsonObject> = new Map<number, JsonObject>([
  [3, { min_values: 1, max_values: 1 }],
  [11, { description: null, spoiler: false }],
  [13, { spoiler: false }],
  [14, { spacing: 1, divider: true }],
  [17, { accent_color: null, spoiler: false }],
]);

/** Components with the ids Discord gives those that have none. */
export function numberComponents(components: readonly JsonObject[]): readonly JsonObject[] {
  const taken = new Set<number>();
  const collect = (one: JsonObject): void => {
    if (typeof one.id === "number" && one.id !== 0) taken.add(one.id);
    for (const child of childrenOf(one)) collect(child);
  };
  components.forEach(collect);
  let last = 0;
  const fresh = (): number => {
    do last += 1;
    while (taken.has(last));
    return last;
  };
  const give = (one: JsonObject): JsonObject => {
    const id = typeof one.id === "number" && one.id !== 0 ? one.id : fresh();
    return mapChildren({ ...one, id }, give);
  };
  return components.map(give);
}

/** A file of the message, by its name. */
export type FileByName = (
  name: string,
) => { readonly id: string; readonly url: string; readonly size: number } | null;

/** Components as an answer shows them. */
export function componentShapes(components: readonly JsonObject[], files: FileByName): readonly JsonObject[] {
  const shape = (one: JsonObject): JsonObject => {
    const filled = { ...defaults.get(Number(one.type)), ...one };
    return mapChildren(withMedia(filled, files), shape);
  };
  return components.map(shape);
}

function withMedia(one: JsonObject, files: FileByName): JsonObject {
  if (one.type === 11) return { ...one, media: mediaShape(one.media, files) };
  if (one.type === 12) {
    const items = objectsOf(one.items).map((item) => ({
      description: null,
      spoiler: false,
      ...item,
      media: mediaShape(item.media, files),
    }));
    return { ...one, items };
  }
  if (one.type !== 13) return one;
  const name = nameOf(one.file);
  return { ...one, file: mediaShape(one.file, files), name, size: files(name)?.size ?? null };
}

function mediaShape(media: Json | undefined, files: FileByName): JsonObject {
  const file = files(nameOf(media));
  const url = file?.url ?? (isObject(media) ? media.url : undefined);
  return { id: file?.id ?? "900000000000000000", url, proxy_url: url, attachment_id: file?.id };
}

function nameOf(media: Json | undefined): string {
  const url = isObject(media) && typeof media.url === "string" ? media.url : "";
  return url.replace(/^attachment:\/\//, "");
}

function childrenOf(one: JsonObject): readonly JsonObject[] {
  return [...objectsOf(one.components), ...(isObject(one.accessory) ? [one.accessory] : [])];
}

function mapChildren(one: JsonObject, change: (child: JsonObject) => JsonObject): JsonObject {
  return {
    ...one,
    components: one.components === undefined ? undefined : objectsOf(one.components).map(change),
    accessory: isObject(one.accessory) ? change(one.accessory) : undefined,
  };
}
