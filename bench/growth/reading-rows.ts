/** Texts, questions and lines that make reading, answering and showing work hardest. */

import { quoteLink } from "../../src/answers/text-fragment.ts";
import { inspectText } from "../../src/doctor/inspect-text.ts";
import { answerPages } from "../../src/render/discord/answer-pages.ts";
import { wordsFor } from "../../src/render/discord/words.ts";
import { renderAnswer } from "../../src/render/terminal/answer.ts";
import { renderQuoteInPlace } from "../../src/render/terminal/citation.ts";
import { type Layout, PLAIN_LAYOUT } from "../../src/render/terminal/layout.ts";
import { renderSources } from "../../src/render/terminal/sources.ts";
import { wrapAt } from "../../src/render/terminal/wrap-at.ts";
import { isolateDirection } from "../../src/render/visible.ts";
import { madeAnswer, madeCitation } from "../../tests/doubles/made-answer.ts";
import { fill, type GrowthRow } from "./growth-row.ts";
import { openCorpus } from "./open-corpus.ts";

const ASIDE = "\n\nThe keeper of the lantern is Ines Abara.\n";
/** A file of 500,000 lines is the longest that is read. */
const MOST_OF_LINES = 1 << 18;
const TERMINAL: Layout = { ...PLAIN_LAYOUT, width: 80, wrap: wrapAt(80), isolate: isolateDirection };

/** What texts, questions and quotes are filled with. */
const UNITS: readonly string[] = [
  ...` \t\n\r"'“‘«[](){}<>.,;:!?…-–—_*#|~=+\\/@&%$0aAé漢ব😀`,
  ..." \n| \t|\u00a0|\u200b|\u200c|\u00ad|\u202e|\u001b[|\ud83d|e\u0301|\u0301|👩\u200d|🇦🇿|क्|ᄀ|á|аa".split(
    "|",
  ),
  ..."> |>>|- |* |# a\n|#|```\n|``` |~~~\n|1. |1) |a) |A. |A.|. |? |! |.” |[1]|[^a]: |[a](b|![a](b|](|<!--|<a |&amp;|**a** |__a|_a|$a$|\\".split(
    "|",
  ),
  ...`"a b" |'a' |“a ” |(a) |1, |1,|111,|1.|1-|1 |1% |$1 |1 May 2020 |2020 |2020-|May |one |hundred |one million |and |or |not |no |the |of |of the |between |more than |who |who is |Anna of |Abc |J. R. |“No,” he said. |It opened in 1974. |https://a.b/c |a@b.c |a-|a/|a's |Mr. |e.g. `.split(
    "|",
  ),
  "| a | b |\n",
  "- a\n",
  "    a\n",
  "a\n\n",
  "a:\n\n",
  "a\n===\n",
];
const shown = (unit: string) => JSON.stringify(unit);

/** All of it is made anew for the measure: dividing, counting, writing, opening. */
function index(input: string, make: (size: number) => string, file = "notes.md"): GrowthRow {
  return {
    command: "index",
    input: `${file} ${input}`,
    largest: MOST_OF_LINES,
    prepare: (size) => {
      const text = make(size) + ASIDE;
      return {
        run: async () => {
          const { close } = await openCorpus({ [file]: text });
          await close();
        },
      };
    },
  };
}

function ask(input: string, make: (size: number) => string): GrowthRow {
  return {
    command: "ask",
    input,
    prepare: async (size) => {
      const { app, close } = await openCorpus({
        "notes.md": ASIDE,
        "other.md": "The tower was built in 1931.",
      });
      const question = make(size);
      const before = await app.ask("Who is the keeper of the lantern?");
      return {
        run: async () => {
          const answer = await app.ask(question, { previous: before });
          renderAnswer(answer, TERMINAL);
          await app.ask("and in 2020?", { previous: answer });
        },
        close,
      };
    },
  };
}

/** A text made of the unit, asked, cited, searched for contradictions and looked through. */
function read(unit: string): GrowthRow {
  return {
    command: "read",
    input: shown(unit),
    largest: MOST_OF_LINES,
    prepare: async (size) => {
      const text = fill(unit, size) + ASIDE;
      const { app, close } = await openCorpus({ "notes.md": text, "plain.txt": text });
      const id = await app.readIndex(async (index) => {
        const [first] = await index.passagesOf("notes");
        const sentence = first?.passage.sentences[0];
        return `notes:${sentence?.paragraph ?? 1}.${sentence?.number ?? 1}`;
      });
      return {
        run: async () => {
          renderAnswer(await app.ask("Who is the keeper of the lantern, and why?"), TERMINAL);
          renderQuoteInPlace(await app.cite(id, 50), TERMINAL);
          renderSources(await app.sources(), TERMINAL);
          await app.disagreements();
          inspectText(text);
        },
        close,
      };
    },
  };
}

/** A quote as long as the input, on every screen. */
function show(unit: string): GrowthRow {
  return {
    command: "show",
    input: shown(unit),
    prepare: (size) => {
      const quote = `a${fill(unit, size)}b`;
      const answer = madeAnswer([madeCitation(quote, { answerSpan: { start: 100, end: 101 } })]);
      return {
        run: () => {
          renderAnswer(answer, TERMINAL);
          renderAnswer(answer, PLAIN_LAYOUT);
          answerPages(answer, wordsFor("en"));
        },
      };
    },
  };
}

const link = (input: string, make: (size: number) => string, step: number): GrowthRow => ({
  command: "link",
  input,
  prepare: (size) => {
    const source = { url: "https://example.org/", text: make(size) };
    return {
      run: () => {
        for (let start = 0; start + step < size; start += Math.ceil(size / 1_000))
          quoteLink(source, { start, end: start + step });
      },
    };
  },
});

const matter = (make: (size: number) => string) => (size: number) => `---\n${make(size)}\n---\nText.`;

export const READING_ROWS: readonly GrowthRow[] = [
  ...UNITS.map((unit) => index(`of ${shown(unit)}`, (size) => fill(unit, size))),
  ...UNITS.map((unit) => index(`of ${shown(unit)}`, (size) => fill(unit, size), "notes.txt")),
  ...["title: y", "a: b\n", "- ", "a\n", "title: [", "? ", "a: &a b\n", 'title: "\\', "#", "title: ' "].map(
    (unit) =>
      index(
        `with front matter of ${shown(unit)}`,
        matter((size) => unit + fill(unit.slice(-2), size)),
      ),
  ),
  index("without an end of its front matter", (size) => `---\n${fill("a: b\n", size)}`),
  index("of one huge row", (size) => `${fill("| a ", size)}|\n|-|\n`),
  index("of words that are all different", (size) =>
    Array.from({ length: size / 8 }, (_, at) => `w${at}`).join(" "),
  ),
  ...UNITS.map((unit) => ask(`of a and ${shown(unit)}`, (size) => `a${fill(unit, size)}`)),
  ...["Who is ", "Compare ", "What about ", "How did ", "and ", "Which is better, ", "more "].flatMap(
    (opening) =>
      [" ", "\t", "a ", "and ", "to ", "or ", "Abc ", "'", "?"].map((unit) =>
        ask(`${shown(opening)} and ${shown(unit)}`, (size) => `${opening}${fill(unit, size)}?`),
      ),
  ),
  ...UNITS.map(read),
  ...UNITS.map(show),
  link("a text of words", (size) => Array.from({ length: size / 8 }, (_, at) => `w${at}`).join(" "), 400),
  link("a text of one sentence", (size) => fill("The keeper counted boats. ", size), 200),
  link("a text of one letter", (size) => fill("a", size), 90),
  link("a text of ideographs", (size) => fill("漢字の文章。", size), 90),
];
