/** Whether a language model can be used, without asking it anything: it is looked up in its server's list. */

import { UserError } from "../errors.ts";
import { MODEL_REPLY_MEGABYTES, type ServiceSettings } from "../service-settings.ts";
import { beginningOf } from "../text/graphemes.ts";
import { withoutSecrets } from "../text/without-secrets.ts";
import { askJson } from "./ask-json.ts";
import { loadProvider } from "./create-language-model.ts";
import { explainModelTrouble } from "./explain-model-trouble.ts";
import { ModelFault, type Trouble } from "./model-fault.ts";

/** `uncertain`: its server answers, but does not say whether it has the model. */
export type ModelExamination =
  | { readonly state: "well"; readonly message: string }
  | { readonly state: "uncertain" | "fault"; readonly message: string; readonly hint: string };

export interface ExaminationLimits {
  /** How long its server may take, at most ten seconds. */
  readonly answerSeconds?: number;
  readonly replyMegabytes?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

const MOST_SECONDS = 10;
const MOST_NAMED = 5;
const LONGEST_NAME = 80;

/** Rejects for a defect, and when the signal is aborted. `setting` is `<provider>:<name>`. */
export async function examineModel(
  setting: string,
  services: ServiceSettings,
  { answerSeconds = MOST_SECONDS, replyMegabytes = MODEL_REPLY_MEGABYTES, signal }: ExaminationLimits = {},
): Promise<ModelExamination> {
  const name = setting.slice(setting.indexOf(":") + 1);
  try {
    const { server, hint, listing } = await loadProvider(setting, services);
    const reply = await askJson(server, {
      path: listing.path,
      ms: Math.min(answerSeconds, MOST_SECONDS) * 1000,
      mostBytes: replyMegabytes * 1_000_000,
      backoffMs: null,
      signal,
      faultOf: (trouble) => explainModelTrouble(setting, hint, { detail: waitedFor(trouble), ...trouble }),
    });
    const known = listing.names(reply);
    if (known.includes(name)) return { state: "well", message: `${setting} is there, at ${server.address}` };
    if (known.length === 0) return uncertain(setting, server.address);
    const some = [...new Set(known)]
      .slice(0, MOST_NAMED)
      .map((other) => beginningOf(withoutSecrets(other, server.secrets), LONGEST_NAME))
      .join(", ");
    return {
      state: "fault",
      message: `${setting} is not among the models at ${server.address}`,
      // A key may be told in parts, one a name.
      hint: `${hint} There are: ${server.secrets.strike(some)}.`,
    };
  } catch (error) {
    if (error instanceof ModelFault && error.kind === "unknown") return uncertain(setting, "its server");
    if (error instanceof UserError) return { state: "fault", message: error.message, hint: error.hint };
    throw error;
  }
}

function waitedFor({ kind }: Trouble): string {
  return kind === "slow" ? `A list of models is waited for ${MOST_SECONDS} seconds at most. ` : "";
}

function uncertain(setting: string, where: string): ModelExamination {
  return {
    state: "uncertain",
    message: `${where} answers, but does not say whether it has ${setting}`,
    hint: "Ask a question with --verbose to see whether it answers.",
  };
}
