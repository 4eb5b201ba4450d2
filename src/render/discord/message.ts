/** A page as a message: Components V2, or plain content where those are refused. The only place that builds messages. */
import type { Citation } from "../../answers/answer.ts";
import {
  type ActionRow,
  type Button,
  COMPONENTS_V2,
  type Container,
  LIMITS,
  type MessagePayload,
  NO_MENTIONS,
  plainMessage,
} from "./components.ts";
import { formatCustomId } from "./custom-id.ts";
import type { Page, Space } from "./pages.ts";
import type { Words } from "./words.ts";

const COLOURS: Record<Page["tone"], number> = { answer: 0x3b82f6, refusal: 0x9a6b1f, neutral: 0x6b7280 };
/** Context buttons of one page: more do not fit beside the others. */
const MOST_CONTEXTS = 3;

/** Which buttons a screen has beside those that turn its pages. */
export interface Controls {
  /** Id of the screen, for its buttons. */
  readonly screen: string;
  readonly words: Words;
  readonly layout: Space["layout"];
  /** Follow-up, useful, not useful: only where a question was asked. */
  readonly isAnswer: boolean;
}

/** The message that shows page `at` (from 0, brought into range) of a screen. */
export function renderPage(pages: readonly Page[], at: number, controls: Controls): MessagePayload {
  const shown = Math.max(0, Math.min(at, pages.length - 1));
  const page = pages[shown];
  if (page === undefined) return plainMessage(controls.words.failed);
  const rows = controlRows(page, shown, pages.length, controls);
  if (controls.layout === "plain") {
    const content = [...page.head, ...page.body].join("\n");
    return { ...plainMessage(content), components: rows };
  }
  const texts = (list: readonly string[]) => list.map((content) => ({ type: 10 as const, content }));
  const rule = page.head.length > 0 && page.body.length > 0 ? [{ type: 14 as const }] : [];
  const container: Container = {
    type: 17,
    accent_color: COLOURS[page.tone],
    components: [...texts(page.head), ...rule, ...texts(page.body), ...rows],
  };
  return { flags: COMPONENTS_V2, components: [container], allowed_mentions: NO_MENTIONS };
}

function controlRows(page: Page, at: number, pages: number, controls: Controls): ActionRow[] {
  const { screen, words, isAnswer } = controls;
  const button = (label: string, id: string, disabled = false): Button => ({
    type: 2,
    style: 2,
    custom_id: id,
    label,
    ...(disabled && { disabled }),
  });
  const first: Button[] = [];
  if (isAnswer || pages > 1) {
    first.push(button(words.previous, formatCustomId("pg", screen, at - 1), at === 0));
    first.push(button(words.next, formatCustomId("pg", screen, at + 1), at >= pages - 1));
  }
  for (const { n } of page.cited.slice(0, MOST_CONTEXTS)) {
    const label = page.cited.length > 1 ? `${words.context} [${n}]` : words.context;
    first.push(button(label, formatCustomId("ctx", screen, n)));
  }
  const only = page.cited.length === 1 ? page.cited[0] : undefined;
  if (only !== undefined && page.isPart) first.push(button(words.file, formatCustomId("tx", screen, only.n)));
  const link = only === undefined ? null : linkButton(only, words);
  if (link !== null) first.push(link);
  const second: Button[] = isAnswer
    ? [
        { type: 2, style: 1, custom_id: formatCustomId("fu", screen), label: words.followUp },
        button(words.useful, formatCustomId("up", screen)),
        button(words.notUseful, formatCustomId("dn", screen)),
      ]
    : [];
  return [first, second].filter((row) => row.length > 0).map((components) => ({ type: 1, components }));
}

/** To the page a source came from, where it says one that Discord will open. */
function linkButton({ link }: Citation, words: Words): Button | null {
  if (link === null || link.length > LIMITS.buttonUrl || !/^https?:\/\/[^\s]+$/.test(link)) return null;
  return { type: 2, style: 5, url: link, label: words.open };
}
