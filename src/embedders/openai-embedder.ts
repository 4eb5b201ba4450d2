/** Embeddings from OpenAI, or any server with its `/embeddings`. */
import { openAIServer } from "../models/server.ts";
import type { ServiceSettings } from "../service-settings.ts";
import type { Embedder } from "./embedder.ts";
import { connectService, type ServiceLimits } from "./service-embedder.ts";

/** @throws UserError without a key, and when the server does not answer or does not have the model. */
export async function connectOpenAI(
  model: string,
  settings: ServiceSettings,
  limits: ServiceLimits,
): Promise<Embedder> {
  const service = {
    id: `openai:${model}`,
    server: openAIServer(`The embedder openai:${model}`, settings),
    path: "/embeddings",
    request: (input: readonly string[]) => ({ model, input, encoding_format: "float" }),
    vectorsOf: (reply: unknown) => inOrder(Object(reply).data),
    hint: "Check OPENAI_API_KEY, OPENAI_BASE_URL and the model's name, or set FOOTNOTE_EMBEDDER=none",
  };
  return connectService(service, limits);
}

/** By the places they name, where they name one each; null when two are for the same text. */
function inOrder(data: unknown): unknown {
  if (!Array.isArray(data)) return null;
  const places = data.map((item, at) => Object(item).index ?? at);
  if (new Set(places).size < data.length) return null;
  return places.map((_, at) => Object(data[places.indexOf(at)]).embedding);
}
