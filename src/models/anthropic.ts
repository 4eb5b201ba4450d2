/** Models of Anthropic, and of proxies with its messages API. */
import { ChatAnthropic } from "@langchain/anthropic";
import { UserError } from "../errors.ts";
import { shownAddress } from "../text/without-secrets.ts";
import { checkedAddress, type Provider, textsUnder } from "./provider.ts";

const DEFAULT_BASE = "https://api.anthropic.com";
/** The API wants to be told; far more than an answer has. */
const MOST_TOKENS = 2_000;

/** @throws UserError without a key, unless a proxy is named. */
export function anthropic(model: string, baseUrl?: string, apiKey?: string): Provider {
  if (apiKey === undefined && baseUrl === undefined)
    throw new UserError(`The model anthropic:${model} needs a key.`, "Set ANTHROPIC_API_KEY.");
  const base = checkedAddress("ANTHROPIC_BASE_URL", baseUrl ?? DEFAULT_BASE);
  const key = apiKey ?? "none";
  return {
    address: shownAddress(base),
    secrets: [key],
    hint: "Check ANTHROPIC_API_KEY, ANTHROPIC_BASE_URL and the model's name; footnote doctor looks at them.",
    connect: ({ fetch, temperature }) =>
      new ChatAnthropic({
        model,
        apiKey: key,
        anthropicApiUrl: base,
        maxRetries: 0,
        maxTokens: MOST_TOKENS,
        clientOptions: { fetch, logLevel: "off" },
        ...(temperature !== null && { temperature }),
      }),
    ending: /message_stop/,
    listing: {
      url: `${base}/v1/models?limit=1000`,
      headers: { "x-api-key": key, "anthropic-version": "2023-06-01" },
      names: (reply) => textsUnder(Object(reply).data, "id"),
    },
  };
}
