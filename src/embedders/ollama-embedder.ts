/** Embeddings from an Ollama server: its `/api/embed`. */
import { ollamaServer } from "../models/server.ts";
import type { ServiceSettings } from "../service-settings.ts";
import type { Embedder } from "./embedder.ts";
import { connectService, type ServiceLimits } from "./service-embedder.ts";

/** @throws UserError when the server does not answer, or does not have the model. */
export async function connectOllama(
  model: string,
  settings: ServiceSettings,
  limits: ServiceLimits,
): Promise<Embedder> {
  const service = {
    id: `ollama:${model}`,
    server: ollamaServer(settings),
    path: "/api/embed",
    request: (input: readonly string[]) => ({ model, input }),
    vectorsOf: (reply: unknown) => Object(reply).embeddings,
    hint: `Start Ollama and run \`ollama pull ${model}\`, see OLLAMA_HOST, or set FOOTNOTE_EMBEDDER=none`,
  };
  return connectService(service, limits);
}
