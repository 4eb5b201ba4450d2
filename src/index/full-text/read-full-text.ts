/** The full text of a part of a corpus as its file holds it: nothing is copied. */
import type { Sections } from "../store/sections.ts";
import type { FullText } from "./full-text-builder.ts";

export function readFullText(sections: Sections): FullText {
  return {
    vocabulary: sections.bytes("vocabulary"),
    vocabularyStarts: sections.integers("vocabularyStarts"),
    postingStarts: sections.integers("postingStarts"),
    passages: sections.integers("passages"),
    frequencies: sections.bytes("frequencies"),
    sentenceFrequencies: sections.integers("sentenceFrequencies"),
    passageLengths: sections.integers("passageLengths"),
  };
}
