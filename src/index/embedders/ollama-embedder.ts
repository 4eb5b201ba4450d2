/** Embeddings from an Ollama server: its `/api/embed`, asked with fetch. */
import type { Embedder } from "../embedder.ts";
import { connectService } from "./service-embedder.ts";

const DEFAULT_HOST = "http://127.0.0.1:11434";
/** A model may have to be loaded first. */
const TIMEOUT_MS = 120_000;

/** @throws UserError when the server does not answer, or does not have the model. */
export function connectOllama(model: string, host: string = DEFAULT_HOST): Promise<Embedder> {
  const url = `${addressOf(host)}/api/embed`;
  return connectService(
    `ollama:${model}`,
    async (texts) => {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ model, input: texts }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const { embeddings, error } = Object(await response.json());
      if (!response.ok) throw new Error(typeof error === "string" ? error : `HTTP ${response.status}`);
      return Array.isArray(embeddings) ? embeddings : [];
    },
    `start Ollama and run \`ollama pull ${model}\`, see OLLAMA_HOST, or set FOOTNOTE_EMBEDDER=none`,
  );
}

/** Ollama's own setting may be a bare host and port. */
function addressOf(host: string): string {
  return (/^https?:\/\//.test(host) ? host : `http://${host}`).replace(/\/+$/, "");
}
