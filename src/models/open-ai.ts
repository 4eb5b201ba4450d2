/** Models of OpenAI, and of any server with its chat completions. */
import { ChatOpenAICompletions } from "@langchain/openai";
import type { ServiceSettings } from "../service-settings.ts";
import { type Provider, textsUnder } from "./provider.ts";
import { openAIServer, SET_BY_FETCH } from "./server.ts";

/** @throws UserError without a key, unless a server of one's own is named. */
export function openAI(model: string, settings: ServiceSettings): Provider {
  const server = openAIServer(`The model openai:${model}`, settings);
  return {
    server,
    hint: "Check OPENAI_BASE_URL, OPENAI_API_KEY and the model's name; footnote doctor looks at them.",
    connect: ({ fetch, temperature }) =>
      new ChatOpenAICompletions({
        model,
        apiKey: SET_BY_FETCH,
        maxRetries: 0,
        configuration: { baseURL: server.base, fetch, logLevel: "off" },
        ...(temperature !== null && { temperature }),
      }),
    framing: "events",
    ending: /\[DONE\]|"finish_reason"\s*:\s*"/,
    listing: { path: "/models", names: (reply) => textsUnder(Object(reply).data, "id") },
  };
}
