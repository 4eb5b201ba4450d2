/** The language model of a configuration, with all it takes to ask it. Loaded only where one is named. */
import type { Config } from "../config.ts";
import type { LanguageModel } from "../models/language-model.ts";
import type { Prompts } from "../prompts/load-prompts.ts";
import { Secrets } from "../text/secrets.ts";

export interface Phrasing {
  readonly model: LanguageModel;
  readonly prompts: Prompts;
  /** The date of today, ISO. */
  readonly today: () => string;
  /** What must not be shown, whatever the model says. */
  readonly secrets: Secrets;
  /** Most quotes under its statements. */
  readonly top: number;
}

/**
 * Null where no model is named. Nothing is asked of its server yet.
 * @throws UserError for a missing key or client, and for a prompt that cannot be used.
 */
export async function createPhrasing(
  { model: setting, services, modelSettings, modelTop }: Config,
  clock: () => Date = () => new Date(),
): Promise<Phrasing | null> {
  if (setting === "none") return null;
  const [{ createLanguageModel }, { loadPrompts }] = await Promise.all([
    import("../models/create-language-model.ts"),
    import("../prompts/load-prompts.ts"),
  ]);
  const model = await createLanguageModel(setting, services, modelSettings);
  const prompts = await loadPrompts(modelSettings.promptsPath);
  const { openaiApiKey, anthropicApiKey, secrets: others = [] } = services;
  const secrets = new Secrets([openaiApiKey, anthropicApiKey, ...others]);
  return model && { model, prompts, today: () => dayOf(clock()), secrets, top: modelTop };
}

/** The day where Footnote runs, ISO. */
function dayOf(date: Date): string {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 10);
}
