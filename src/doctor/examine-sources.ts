/**
 * Examines the texts of a corpus: what a reader does not see in them, what gives orders to a language model, names
 * that mislead, files that are skipped. It changes nothing; all of it is shown harmless anyway.
 */
import type { Config } from "../config.ts";
import { readCorpus } from "../corpus/read-corpus.ts";
import { interruptibly } from "../index/interruptibly.ts";
import { findLineStarts, lineNumberAt } from "../text/lines.ts";
import { type Finding, remark, well } from "./finding.ts";
import { hasUnseen, inspectNames } from "./inspect-names.ts";
import { inspectText, type Peculiarity, type PeculiarityKind } from "./inspect-text.ts";

const WORDS: Readonly<Record<PeculiarityKind, readonly [message: string, hint: string]>> = {
  control: [
    "control characters, which a terminal obeys",
    "Footnote shows them as signs; take them out if nobody put them there on purpose.",
  ],
  direction: [
    "characters that turn the direction of the text",
    "Footnote shows them as signs; see whether the text reads otherwise than it says.",
  ],
  invisible: [
    "characters that cannot be seen",
    "Words that hold them are found all the same; take them out if they mark or hide something.",
  ],
  "look-alike": [
    "words that mix letters of scripts which look alike",
    "They are found as what they look like; quotes keep the letters of the file.",
  ],
  damaged: [
    "damaged characters",
    "The text was decoded wrongly before it was saved: save it as UTF-8 again.",
  ],
  "long-line": [
    "lines of more than 100,000 characters",
    "Break them into paragraphs, so that quotes have a place.",
  ],
  label: [
    "labels such as those that number sentences for a language model",
    "They are made harmless in prompts; no model can cite by them.",
  ],
  order: [
    "words that give orders to a language model",
    "A model may obey them, but whatever it says is checked; read the place.",
  ],
};

/**
 * All that is peculiar, in the order of the sources; one finding that all is well where nothing is.
 * @throws UserError when the corpus cannot be read.
 */
export async function examineSources({
  corpusPath,
}: Pick<Config, "corpusPath">): Promise<readonly Finding[]> {
  const { sources, skipped, warnings } = await readCorpus(corpusPath);
  const names = inspectNames(sources.map(({ file }) => file)).map(({ file, message }) =>
    remark(file, message, "Rename the file; citations of it change with its name."),
  );
  const texts = sources.flatMap(({ file, text }) => {
    const found = interruptibly(text.length, () => inspectText(text));
    const lines = found.length === 0 ? [] : findLineStarts(text);
    return found.map((one) => describe(file, one, lineNumberAt(lines, one.start)));
  });
  const unread = skipped.map(({ file, reason }) =>
    remark(file, `it is skipped: ${reason}`, "Mend or remove the file, or leave it."),
  );
  const odd = warnings.map(({ file, reason }) => remark(file, reason, "Mend the file, or leave it."));
  // Written as escapes in the YAML, so the text itself does not show them. A name may serve as a title.
  const described = sources
    .filter(({ file }) => !hasUnseen(file))
    .filter(({ title, author, date }) => [title, author, date].some((said) => hasUnseen(said ?? "")))
    .map(({ file }) =>
      remark(
        file,
        "its title, author or date has characters that cannot be seen",
        "Footnote shows them as signs; mend the front matter.",
      ),
    );
  const findings = [...names, ...described, ...texts, ...odd, ...unread];
  return findings.length > 0 ? findings : [well("sources", `nothing peculiar in ${sources.length}`)];
}

function describe(file: string, { kind, count, sample }: Peculiarity, line: number): Finding {
  const [message, hint] = WORDS[kind];
  const places = count === 1 ? `line ${line}` : `${count} places, the first in line ${line}`;
  const shown = kind === "order" || kind === "look-alike" || kind === "label" ? `: “${sample}”` : "";
  return remark(`${file}:${line}`, `${message} (${places})${shown}`, hint);
}
