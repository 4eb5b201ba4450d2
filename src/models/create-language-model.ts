/** The language model that a setting names. Its client is loaded only now, and nothing is asked of its server yet. */
import { UserError } from "../errors.ts";
import { MODEL_REPLY_MEGABYTES, type ModelSettings, type ServiceSettings } from "../service-settings.ts";
import { ConnectedModel } from "./connected-model.ts";
import type { LanguageModel } from "./language-model.ts";
import type { Provider } from "./provider.ts";

const BACKOFF_MS = 500;

/**
 * `none` (null), or `<provider>:<name>`.
 * @throws UserError for an unknown provider or a missing key.
 */
export async function createLanguageModel(
  setting: string,
  services: ServiceSettings,
  {
    firstTokenSeconds,
    answerSeconds,
    replyMegabytes = MODEL_REPLY_MEGABYTES,
    backoffMs = BACKOFF_MS,
  }: ModelSettings & { readonly backoffMs?: number },
): Promise<LanguageModel | null> {
  if (setting === "none") return null;
  const limits = {
    firstTokenMs: firstTokenSeconds * 1000,
    wholeMs: answerSeconds * 1000,
    mostBytes: replyMegabytes * 1_000_000,
    backoffMs,
  };
  return new ConnectedModel(setting, await loadProvider(setting, services), limits);
}

/** @throws UserError as above. */
export async function loadProvider(setting: string, services: ServiceSettings): Promise<Provider> {
  const colon = setting.indexOf(":");
  const [provider, model] = [setting.slice(0, colon), setting.slice(colon + 1)];
  switch (provider) {
    case "ollama": {
      const { ollama } = await import("./ollama.ts");
      return ollama(model, services);
    }
    case "openai": {
      const { openAI } = await import("./open-ai.ts");
      return openAI(model, services);
    }
    case "anthropic": {
      const { anthropic } = await import("./anthropic.ts");
      return anthropic(model, services);
    }
    default:
      throw new UserError(
        `There is no language model ${JSON.stringify(setting)}.`,
        "Name one as ollama:<model>, openai:<model> or anthropic:<model>.",
      );
  }
}
