/** Whether a language model can be used, without asking it anything: it is looked up in its server's list. */
import type { ServiceSettings } from "../config.ts";
import { UserError } from "../errors.ts";
import { loadProvider } from "./create-language-model.ts";
import { beginExchange } from "./exchange.ts";
import { ModelFault } from "./model-fault.ts";
import { Watch } from "./watch.ts";

/** `uncertain`: its server answers, but does not say whether it has the model. */
export type ModelExamination =
  | { readonly state: "well"; readonly message: string }
  | { readonly state: "uncertain" | "fault"; readonly message: string; readonly hint: string };

const TIMEOUT_MS = 10_000;
const MOST_NAMED = 5;

/** Rejects only for a defect. `setting` is `<provider>:<name>`. */
export async function examineModel(setting: string, services: ServiceSettings): Promise<ModelExamination> {
  const name = setting.slice(setting.indexOf(":") + 1);
  const watch = new Watch({ firstTokenMs: TIMEOUT_MS, wholeMs: TIMEOUT_MS });
  try {
    const provider = await loadProvider(setting, services);
    const { fetch } = beginExchange(setting, provider, watch.signal);
    const { url, headers, names } = provider.listing;
    const reply = await watch.orAborted(fetch(url, { headers }).then((response) => response.json()));
    const known = names(reply);
    if (known.includes(name))
      return { state: "well", message: `${setting} is there, at ${provider.address}` };
    if (known.length === 0) return uncertain(setting, provider.address);
    const some = [...new Set(known)].slice(0, MOST_NAMED).join(", ");
    return {
      state: "fault",
      message: `${setting} is not among the models at ${provider.address}`,
      hint: `${provider.hint} There are: ${some}.`,
    };
  } catch (error) {
    if (error instanceof ModelFault && error.kind === "unknown") return uncertain(setting, "its server");
    if (error instanceof UserError) return { state: "fault", message: error.message, hint: error.hint };
    if (watch.expired === null && !(error instanceof SyntaxError)) throw error;
    return {
      state: "fault",
      message: `the server of ${setting} ${watch.expired === null ? "sends what is no list of models" : "does not answer in time"}`,
      hint: "See whether it is the address you mean, and whether the server is well.",
    };
  } finally {
    watch.close();
  }
}

function uncertain(setting: string, where: string): ModelExamination {
  return {
    state: "uncertain",
    message: `${where} answers, but does not say whether it has ${setting}`,
    hint: "Ask a question with --verbose to see whether it answers.",
  };
}
