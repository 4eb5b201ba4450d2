/** Models of Anthropic, and of proxies with its messages API. */
import { ChatAnthropic } from "@langchain/anthropic";
import type { ServiceSettings } from "../service-settings.ts";
import { type Provider, textsUnder } from "./provider.ts";
import { anthropicServer, SET_BY_FETCH } from "./server.ts";

/** The API wants to be told; far more than an answer has. */
const MOST_TOKENS = 2_000;

/** @throws UserError without a key, unless a proxy is named. */
export function anthropic(model: string, settings: ServiceSettings): Provider {
  const server = anthropicServer(`The model anthropic:${model}`, settings);
  return {
    server,
    hint: "Check ANTHROPIC_API_KEY, ANTHROPIC_BASE_URL and the model's name; footnote doctor looks at them.",
    connect: ({ fetch, temperature }) =>
      new ChatAnthropic({
        model,
        apiKey: SET_BY_FETCH,
        anthropicApiUrl: server.base,
        maxRetries: 0,
        maxTokens: MOST_TOKENS,
        clientOptions: { fetch, logLevel: "off", authToken: null },
        ...(temperature !== null && { temperature }),
      }),
    framing: "events",
    ending: /message_stop/,
    listing: { path: "/v1/models?limit=1000", names: (reply) => textsUnder(Object(reply).data, "id") },
  };
}
