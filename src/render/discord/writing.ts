/** The card of an answer that a model is still writing: what it has said so far, and a button to stop it. Pure. */
import type { Answer } from "../../answers/answer.ts";
import { COMPONENTS_V2, type MessagePayload, NO_MENTIONS } from "./components.ts";
import { formatCustomId } from "./custom-id.ts";
import { generatedBodies } from "./generated-pages.ts";
import { CARD_SPACE, shortLine } from "./pages.ts";
import type { Words } from "./words.ts";

const COLOUR = 0x6b7280;

/** What of the answer is there: pages are turned when it is whole, so the last one is shown. */
export function renderWriting(
  shown: Pick<Answer, "question" | "standaloneQuestion" | "statements" | "citations">,
  screen: string,
  words: Words,
): MessagePayload {
  const { standaloneQuestion, question } = shown;
  const body =
    shown.statements.length === 0 ? [] : (generatedBodies(shown, words, CARD_SPACE).at(-1)?.body ?? []);
  const asked = standaloneQuestion === null ? question : standaloneQuestion;
  const line = shortLine(asked, CARD_SPACE.question / 2);
  const head = `-# ${standaloneQuestion === null ? line : words.understoodAs(line)}`;
  const texts = [head, ...body, `-# ${words.answering}`].map((content) => ({ type: 10 as const, content }));
  const stop = {
    type: 2 as const,
    style: 2 as const,
    custom_id: formatCustomId("st", screen),
    label: words.stop,
  };
  return {
    flags: COMPONENTS_V2,
    allowed_mentions: NO_MENTIONS,
    components: [{ type: 17, accent_color: COLOUR, components: [...texts, { type: 1, components: [stop] }] }],
  };
}
