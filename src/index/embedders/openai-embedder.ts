/** Embeddings from OpenAI, or any server with its API, through LangChain's class. */
import { OpenAIEmbeddings } from "@langchain/openai";
import { UserError } from "../../errors.ts";
import type { Embedder } from "../embedder.ts";
import { connectService } from "./service-embedder.ts";

const TIMEOUT_MS = 60_000;
const RETRIES = 2;

/** @throws UserError without a key, and when the server does not answer or does not have the model. */
export async function connectOpenAI(model: string, baseUrl?: string, apiKey?: string): Promise<Embedder> {
  if (apiKey === undefined && baseUrl === undefined)
    throw new UserError(
      `the embedder openai:${model} needs a key`,
      "set OPENAI_API_KEY, or OPENAI_BASE_URL for a server without keys",
    );
  const embeddings = new OpenAIEmbeddings({
    model,
    // Servers of one's own mostly ask for no key, but the client insists on having one.
    apiKey: apiKey ?? "none",
    encodingFormat: "float",
    timeout: TIMEOUT_MS,
    maxRetries: RETRIES,
    ...(baseUrl !== undefined && { configuration: { baseURL: baseUrl } }),
  });
  return connectService(
    `openai:${model}`,
    (texts) => embeddings.embedDocuments([...texts]),
    "check OPENAI_API_KEY, OPENAI_BASE_URL and the model's name, or set FOOTNOTE_EMBEDDER=none",
    apiKey,
  );
}
