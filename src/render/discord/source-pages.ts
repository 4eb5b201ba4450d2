/** The sources as a list, on as many pages as it needs. */
import type { SourceSummary } from "../../answers/source-summary.ts";
import { CARD_SPACE, type Page, packTexts, type Space, shortLine } from "./pages.ts";
import type { Words } from "./words.ts";

const LONGEST_NAME = 120;

/** Title, date and counts of each source, with the id that commands take. */
export function sourcePages(
  sources: readonly SourceSummary[],
  words: Words,
  space: Space = CARD_SPACE,
): Page[] {
  const page = (head: string, body: string[]): Page => ({
    tone: "neutral",
    head: [head],
    body,
    cited: [],
    isPart: false,
  });
  if (sources.length === 0) return [page(words.noSources, [])];
  const rows = sources.map((source) => {
    const names = [source.title, source.date].filter((name) => name !== null && name !== "");
    const counts = words.sourceCounts(source.paragraphs, source.sentences, source.words);
    const about = `**${shortLine(names.join(" · "), LONGEST_NAME)}**`;
    return `${about}\n-# ${shortLine(source.id, LONGEST_NAME)} · ${shortLine(source.file, LONGEST_NAME)} · ${counts}`;
  });
  const groups = packTexts(rows, space.quote - 300);
  return groups.map((group, at) => {
    const foot = groups.length > 1 ? [`-# ${words.pageOf(at + 1, groups.length)}`] : [];
    return page(`**${words.sourcesHeading(sources.length)}**`, [group.join("\n"), ...foot]);
  });
}
