/** The sources by name, at hand for autocomplete, which must answer at once. */
import type { SourceSummary } from "../answers/source-summary.ts";
import type { Answering } from "./answering.ts";

export interface SourceList {
  /** The source that a person means by id, title or file name; null when there is none. */
  find(name: string): SourceSummary | null;
  /** Sources whose id or title holds what was typed, those that begin with it first. */
  offer(typed: string): readonly SourceSummary[];
  refresh(): Promise<void>;
}

/** Empty until it is refreshed. */
export function createSourceList(answering: Answering): SourceList {
  let all: readonly SourceSummary[] = [];
  return {
    find(name) {
      const key = fold(name);
      const of = (part: (source: SourceSummary) => string) =>
        all.find((source) => fold(part(source)) === key);
      return of(({ id }) => id) ?? of(({ title }) => title) ?? of(({ file }) => file) ?? null;
    },
    offer(typed) {
      const key = fold(typed);
      const places = all.map((source) => {
        const at = [source.id, source.title].map((name) => fold(name).indexOf(key)).filter((n) => n >= 0);
        return { source, at: Math.min(...at) };
      });
      return places
        .filter(({ at }) => Number.isFinite(at))
        .sort((a, b) => Number(a.at > 0) - Number(b.at > 0))
        .map(({ source }) => source);
    },
    async refresh() {
      all = await answering.sources();
    },
  };
}

function fold(name: string): string {
  return name.trim().normalize("NFC").toLowerCase();
}
