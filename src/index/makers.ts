/** What makes an index, by name and version: an index made by anything else is stale. */
import { IDS_VERSION } from "../corpus/source-id.ts";
import type { Embedder } from "../embedders/embedder.ts";
import { DIVISION_VERSION } from "../passages/division-version.ts";
import { WORDS_VERSION } from "./full-text/source-words.ts";
import type { Makers } from "./store/index-manifest.ts";

declare const FOOTNOTE_VERSION: string;

/** Today's makers. */
export function makersOf(embedder: Embedder | null): Makers {
  return {
    division: `${FOOTNOTE_VERSION}, ids ${IDS_VERSION}, sentences ${DIVISION_VERSION}, words ${WORDS_VERSION}`,
    embedder: embedder && { id: embedder.id, dimensions: embedder.dimensions },
  };
}

/** Why an index of `before` cannot be used as it is; null when it can. */
export function explainOtherMakers(before: Makers, now: Makers): string | null {
  if (before.division !== now.division) return "the rules that divide texts have changed";
  if (before.embedder?.id === now.embedder?.id && before.embedder?.dimensions === now.embedder?.dimensions)
    return null;
  return `its vectors are of ${nameOf(before)}, and now it is ${nameOf(now)}`;
}

function nameOf({ embedder }: Makers): string {
  return embedder === null ? "no embedder" : embedder.id;
}
