/** Models of OpenAI, and of any server with its chat completions. */
import { ChatOpenAICompletions } from "@langchain/openai";
import { UserError } from "../errors.ts";
import { shownAddress } from "../text/without-secrets.ts";
import { checkedAddress, type Provider, textsUnder } from "./provider.ts";

const DEFAULT_BASE = "https://api.openai.com/v1";

/** @throws UserError without a key, unless a server of one's own is named. */
export function openAI(model: string, baseUrl?: string, apiKey?: string): Provider {
  if (apiKey === undefined && baseUrl === undefined)
    throw new UserError(
      `The model openai:${model} needs a key.`,
      "Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server without keys.",
    );
  const base = checkedAddress("OPENAI_BASE_URL", baseUrl ?? DEFAULT_BASE);
  // Servers of one's own mostly ask for no key, but the client insists on having one.
  const key = apiKey ?? "none";
  return {
    address: shownAddress(base),
    secrets: [key],
    hint: "Check OPENAI_BASE_URL, OPENAI_API_KEY and the model's name; footnote doctor looks at them.",
    connect: ({ fetch, temperature }) =>
      new ChatOpenAICompletions({
        model,
        apiKey: key,
        maxRetries: 0,
        configuration: { baseURL: base, fetch, logLevel: "off" },
        ...(temperature !== null && { temperature }),
      }),
    ending: /\[DONE\]|"finish_reason"\s*:\s*"/,
    listing: {
      url: `${base}/models`,
      headers: { authorization: `Bearer ${key}` },
      names: (reply) => textsUnder(Object(reply).data, "id"),
    },
  };
}
