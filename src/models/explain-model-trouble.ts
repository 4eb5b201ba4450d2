/** Puts what went wrong with a language model into words. */
import { ModelFault, type Trouble } from "./model-fault.ts";

/** Readers are told what is wrong; where the server is and what it said is for who runs Footnote. */
export function explainModelTrouble(id: string, hint: string, trouble: Trouble): ModelFault {
  const { kind, words, said = "", detail = "", retryAfterMs = null } = trouble;
  const more = kind === "flood" ? "FOOTNOTE_MODEL_MEGABYTES lets it say more. " : detail;
  return new ModelFault(
    kind,
    `The language model ${id} ${kind === "redirected" ? "cannot be used: " : ""}${words}.`,
    `${more}${sayingAsDetail(said)}${kind === "redirected" ? REDIRECT_HINT : ""}${hint}`,
    retryAfterMs,
  );
}

const REDIRECT_HINT = "If that is where it should be asked, name that address. ";

/** What a server said, before the hint of what to do; empty when it said nothing. */
function sayingAsDetail(said: string): string {
  if (said === "") return "";
  return `It said: ${/[.!?…]$/.test(said) ? said : `${said}.`} `;
}
