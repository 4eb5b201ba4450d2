/** The embedder a setting names. Services are loaded and asked only when they are named. */
import { UserError } from "../errors.ts";
import type { ServiceSettings } from "../service-settings.ts";
import type { Embedder } from "./embedder.ts";
import { EncoderEmbedder } from "./encoder-embedder.ts";
import type { ServiceLimits } from "./service-embedder.ts";

/**
 * `default`, `none` (null: full text alone), `ollama:<model>` or `openai:<model>`. A service is asked for one
 * vector, to learn how long its vectors are; its bounds hold for each request to it.
 * @throws UserError for any other name, and when a service does not answer; the signal's reason when it is aborted.
 */
export async function createEmbedder(
  name: string,
  settings: ServiceSettings = {},
  limits: ServiceLimits = {},
): Promise<Embedder | null> {
  if (name === "default") return new EncoderEmbedder();
  if (name === "none") return null;
  const [provider, model] = splitName(name);
  if (model !== "" && provider === "ollama") {
    const { connectOllama } = await import("./ollama-embedder.ts");
    return connectOllama(model, settings, limits);
  }
  if (model !== "" && provider === "openai") {
    const { connectOpenAI } = await import("./openai-embedder.ts");
    return connectOpenAI(model, settings, limits);
  }
  throw new UserError(
    `there is no embedder ${JSON.stringify(name)}`,
    "set FOOTNOTE_EMBEDDER to default, none, ollama:<model> or openai:<model>",
  );
}

/** A model's name may hold colons of its own, as in `ollama:nomic-embed-text:v1.5`. */
function splitName(name: string): readonly [provider: string, model: string] {
  const colon = name.indexOf(":");
  return colon === -1 ? [name, ""] : [name.slice(0, colon), name.slice(colon + 1).trim()];
}
