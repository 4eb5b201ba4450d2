/** Compares the files of a corpus with what the database knows of them. */
import { listCorpusFiles } from "../../corpus/list-corpus-files.ts";
import type { OpenIndexOptions } from "../open-options.ts";
import { isAsIndexed, type Survey, skippedOf, surveyCorpus } from "../survey-corpus.ts";
import type { KnownCorpus } from "./known-corpus.ts";

/** Opens only the files that may have changed since this machine last looked. */
export async function lookAtFiles(
  { corpusPath, onProgress }: OpenIndexOptions,
  known: KnownCorpus,
): Promise<Survey> {
  const listing = await listCorpusFiles(corpusPath);
  if (isAsIndexed(listing, known)) {
    const skipped = [...listing.skipped, ...skippedOf(known.notes)];
    return { sources: known.sources, notes: known.notes, skipped };
  }
  return surveyCorpus(listing, known, (done, total) => onProgress?.({ phase: "reading", done, total }));
}
