/** The citations each person was shown last, to be offered when they type `/cite`. In memory alone. */
import type { Citation } from "../answers/answer.ts";

export interface RecentCitations {
  add(userId: string, citations: readonly Citation[]): void;
  /** Newest first. */
  of(userId: string): readonly Citation[];
}

const MOST_EACH = 25;
const MOST_PEOPLE = 1000;

export function createRecentCitations(): RecentCitations {
  const byPerson = new Map<string, readonly Citation[]>();
  return {
    add(userId, citations) {
      if (citations.length === 0) return;
      const ids = new Set(citations.map(({ id }) => id));
      const older = (byPerson.get(userId) ?? []).filter(({ id }) => !ids.has(id));
      byPerson.delete(userId);
      byPerson.set(userId, [...citations, ...older].slice(0, MOST_EACH));
      const [longestAgo] = byPerson.keys();
      if (byPerson.size > MOST_PEOPLE && longestAgo !== undefined) byPerson.delete(longestAgo);
    },
    of: (userId) => byPerson.get(userId) ?? [],
  };
}
