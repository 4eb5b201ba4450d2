/** Models of an Ollama server. */
import { ChatOllama } from "@langchain/ollama";
import { shownAddress } from "../text/without-secrets.ts";
import { checkedAddress, type Provider, textsUnder } from "./provider.ts";

const DEFAULT_HOST = "http://127.0.0.1:11434";
/** Tokens. Room for the largest prompt and its answer: Ollama cuts off what does not fit, without a word. */
const CONTEXT = 8192;

export function ollama(model: string, host: string = DEFAULT_HOST): Provider {
  const base = addressOf(host);
  return {
    address: shownAddress(base),
    secrets: [],
    hint: `Start Ollama, run \`ollama pull ${model}\`, and see OLLAMA_HOST; footnote doctor looks at them.`,
    connect: ({ fetch, temperature }) =>
      new ChatOllama({
        model,
        baseUrl: base,
        fetch,
        maxRetries: 0,
        numCtx: CONTEXT,
        ...(temperature !== null && { temperature }),
      }),
    ending: null,
    listing: {
      url: `${base}/api/tags`,
      headers: {},
      names: (reply) =>
        textsUnder(Object(reply).models, "name").flatMap((name) => [name, name.replace(/:latest$/, "")]),
    },
  };
}

/** Ollama's own setting may be a bare host and port. */
function addressOf(host: string): string {
  return checkedAddress("OLLAMA_HOST", /^[a-z]+:\/\//i.test(host) ? host : `http://${host}`);
}
