/** Citation ids: how a place is named for people, and found again. Reads generously, writes one form. */

/** The sentences `first` to `last` of one paragraph; all counted from 1. */
export interface CitationId {
  readonly sourceId: string;
  readonly paragraph: number;
  readonly first: number;
  readonly last: number;
}

const CITATION_ID =
  /^([^\s:()[\]{}]{1,200})\s?:\s?(\d{1,9})\.(\d{1,9})(?:\s?[-\u2010-\u2015\u2212]\s?(\d{1,9}))?$/u;

/** `source:14.2` for one sentence, `source:14.2-3` for several. */
export function formatCitationId(sourceId: string, paragraph: number, first: number, last = first): string {
  return `${sourceId}:${paragraph}.${first}${last === first ? "" : `-${last}`}`;
}

/**
 * Reads a citation id as people type and paste it: spaces and brackets around it, any dash in the range, any case.
 * Null when it is none, counts from 0, or runs backwards. Whether the place exists it does not know.
 */
export function parseCitationId(text: string): CitationId | null {
  const bare = text
    .slice(0, 300)
    .trim()
    .replace(/^[[({<"'“‘`]{1,3}\s*/u, "")
    .replace(/\s*[\])}>"'”’`,.;]{1,4}$/u, "");
  const match = text.length > 300 ? null : CITATION_ID.exec(bare.normalize("NFC").toLowerCase());
  const sourceId = match?.[1];
  if (sourceId === undefined) return null;
  const paragraph = Number(match?.[2]);
  const first = Number(match?.[3]);
  const last = match?.[4] === undefined ? first : Number(match[4]);
  return paragraph < 1 || first < 1 || last < first ? null : { sourceId, paragraph, first, last };
}
