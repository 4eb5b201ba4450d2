/** "What about the second one?": looks the item up in the list that was just quoted. Pure. */
import { type Turn, withTopic } from "./earlier-turn.ts";

const ORDINAL =
  /^(?:the\s+)?(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last)(?:\s+(?:one|item|point))?$/iu;
const PLACES = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");
const ITEM_BREAK = /\r?\n[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+/u;
/** Enough of an item to find it again. */
const MOST_WORDS = 14;

/** The question that the fragment asks, or null when it names no place in a list. */
export function pickItem(fragment: string, { question, quotes }: Turn): string | null {
  const ordinal = ORDINAL.exec(fragment)?.[1]?.toLowerCase();
  if (ordinal === undefined) return null;
  const item = listedIn(quotes).at(ordinal === "last" ? -1 : PLACES.indexOf(ordinal));
  if (item === undefined) return withTopic(question, fragment);
  const words = item.split(/\s+/);
  return `What about “${words.slice(0, MOST_WORDS).join(" ")}${words.length > MOST_WORDS ? " …" : ""}”?`;
}

/** The items of the first quote that is a list; a line that announces them is none. */
function listedIn(quotes: readonly string[]): readonly string[] {
  for (const quote of quotes) {
    const items = quote.split(ITEM_BREAK).filter((item) => !/[:：]\s*$/u.test(item));
    if (items.length > 1) return items.map((item) => item.trim());
  }
  return [];
}
