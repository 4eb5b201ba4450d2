/** Models of an Ollama server. */
import { ChatOllama } from "@langchain/ollama";
import type { ServiceSettings } from "../service-settings.ts";
import { type Provider, textsUnder } from "./provider.ts";
import { ollamaServer } from "./server.ts";

/** Tokens. Room for the largest prompt and its answer: Ollama cuts off what does not fit, without a word. */
const CONTEXT = 8192;

export function ollama(model: string, settings: ServiceSettings): Provider {
  const server = ollamaServer(settings);
  return {
    server,
    hint: `Start Ollama, run \`ollama pull ${model}\`, and see OLLAMA_HOST; footnote doctor looks at them.`,
    connect: ({ fetch, temperature }) =>
      new ChatOllama({
        model,
        baseUrl: server.base,
        fetch,
        maxRetries: 0,
        numCtx: CONTEXT,
        ...(temperature !== null && { temperature }),
      }),
    framing: "lines",
    ending: null,
    listing: {
      path: "/api/tags",
      names: (reply) =>
        textsUnder(Object(reply).models, "name").flatMap((name) => [name, name.replace(/:latest$/, "")]),
    },
  };
}
