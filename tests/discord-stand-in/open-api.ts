/** Where Discord's OpenAPI document may lie; the oracle is left out where it does not. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

/** Path of the document, or null. */
export function findOpenApi(): string | null {
  const file = join(resolve(root, process.env.FOOTNOTE_SHARED ?? "../shared"), "discord", "openapi.json");
  return existsSync(file) ? file : null;
}
