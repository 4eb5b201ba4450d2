/** Where quotes that were shown before stand in the sources as they are now. */

import type { Answer, Citation } from "../answers/answer.ts";
import { UserError } from "../errors.ts";
import type { Answering } from "./answering.ts";

/** The answer with today's places; null when a quote of it does not stand in its source any more. */
export async function citeToday(answering: Answering, answer: Answer): Promise<Answer | null> {
  const citations = await allToday(answering, answer.citations);
  const closest = await allToday(answering, answer.abstention?.closest ?? []);
  if (citations === null || closest === null) return null;
  const abstention = answer.abstention === null ? null : { ...answer.abstention, closest };
  return { ...answer, citations, abstention };
}

async function allToday(
  answering: Answering,
  citations: readonly Citation[],
): Promise<readonly Citation[] | null> {
  const found = await Promise.all(citations.map((citation) => placeToday(answering, citation)));
  const there = found.filter((citation) => citation !== null);
  return there.length === citations.length ? there : null;
}

/** Under its own id, else wherever in its source it stands word for word, nearest to where it stood; null for nowhere. */
export async function placeToday(answering: Answering, was: Citation): Promise<Citation | null> {
  const place = await answering.cite(was.id, 0).catch(nothing);
  if (place !== null && place.citation.quote === was.quote) return numbered(place.citation, was);
  const check = await answering.checkQuote(was.quote, was.source.id).catch(nothing);
  const [nearest] = (check?.matches ?? [])
    .filter(({ quote, source }) => quote === was.quote && source.id === was.source.id)
    .sort((a, b) => Math.abs(a.start - was.start) - Math.abs(b.start - was.start));
  return nearest === undefined ? null : numbered(nearest, was);
}

/** What a person could mend is that the place is not there any more; anything else is a fault. */
function nothing(error: unknown): null {
  if (error instanceof UserError) return null;
  throw error;
}

/** Today's place with the number, and the emphasis, that the citation had. */
function numbered(today: Citation, { n, start, answerSpan }: Citation): Citation {
  const moved = today.start - start;
  const span = answerSpan && { start: answerSpan.start + moved, end: answerSpan.end + moved };
  return { ...today, n, answerSpan: span };
}
