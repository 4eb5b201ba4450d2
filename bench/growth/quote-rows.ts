/** Inputs that make the quote check work hardest: for `find`, `find --text` and `verify`. */
import { fill, type GrowthRow } from "./growth-row.ts";
import { openCorpus } from "./open-corpus.ts";

const TEXT = "The council met again in March. The lighthouse keeper counted the boats that came home.\n";
const SENTENCE = "The keeper counted boats. ";
/** A file of 500,000 lines is the longest that is read. */
const MOST_OF_LINES = 1 << 18;

interface Claimed {
  readonly text: string;
  readonly claim: string;
}

/** A claim over a text, both made for the size. The words of the text are indexed before, unless that is measured, too. */
function find(
  input: string,
  make: (size: number) => Claimed,
  more: { indexes?: boolean; largest?: number } = {},
): GrowthRow {
  const { indexes = false, ...bound } = more;
  return {
    command: "find",
    input,
    ...bound,
    prepare: async (size) => {
      const { text, claim } = make(size);
      const { app, close } = await openCorpus({ "notes.md": text });
      if (!indexes) await app.find("the index of words is made outside of the measure");
      return { run: () => app.find(claim), close };
    },
  };
}

const shown = (unit: string) => JSON.stringify(unit);

function claimOf(unit: string): GrowthRow {
  return find(`claim of ${shown(unit)}`, (size) => ({
    text: TEXT,
    claim: `The council met ${fill(unit, size)}`,
  }));
}

function bothOf(unit: string): GrowthRow {
  return find(`claim and source of ${shown(unit)}`, (size) => ({
    text: fill(unit, size),
    claim: `${fill(unit, size / 2)} and an end that stands nowhere`,
  }));
}

function sameOf(unit: string): GrowthRow {
  return find(`half a source of ${shown(unit)}`, (size) => ({
    text: fill(unit, size),
    claim: fill(unit, size / 2).toUpperCase(),
  }));
}

function sourceOf(unit: string): GrowthRow {
  return find(
    `source of ${shown(unit)}`,
    (size) => ({ text: `${fill(unit, size)}\n\n${TEXT}`, claim: "the council met … in March" }),
    { indexes: true, ...(unit.includes("\n") && { largest: MOST_OF_LINES }) },
  );
}

function findInText(input: string, make: (size: number) => string): GrowthRow {
  return {
    command: "find --text",
    input,
    prepare: async (size) => {
      const { app, close } = await openCorpus({ "notes.md": TEXT });
      const text = make(size);
      const findAll = async () => {
        for (const { quote } of app.quotationsIn(text)) await app.find(quote);
      };
      return { run: findAll, close };
    },
  };
}

function verify(
  input: string,
  make: (size: number) => { readonly text: string; readonly answer: unknown },
): GrowthRow {
  return {
    command: "verify",
    input,
    prepare: async (size) => {
      const { text, answer } = make(size);
      const { app, close } = await openCorpus({ "notes.md": text });
      await app.find("the index of words is made outside of the measure");
      return { run: () => app.verify(answer), close };
    },
  };
}

/** A word for each number: no two neighbours are the same. */
const words = (size: number) => Array.from({ length: Math.ceil(size / 8) }, (_, at) => `w${at}`).join(" ");

const citation = (quote: string, start: number) => ({
  n: 1,
  id: "notes:1.1",
  source: { id: "notes", file: "notes.md" },
  quote,
  start,
  end: start + quote.length,
  prefix: "",
  suffix: "",
});

const CLAIMED = `the |the … of |[a] |[|[[|((a|a-\n|a|[sic] the |“|> |>|e\u0301|\u0301|\u200b| . . .|1,|<1 |1" |-1 |(a) |<a |{a} |‘a |a[b]|-|$|港|[-]|\n| `;
const REPEATED = [
  "the ",
  "the keeper ",
  "the … ",
  "not … ",
  "a-\n",
  "the [a] ",
  "[a] the ",
  SENTENCE,
  "港",
  "1 ",
  "a",
  "> a ",
  "e\u0301",
  "a[b] ",
  "<1 ",
  '1" ',
];
const IN_SOURCES = [
  ">",
  "> ",
  "<",
  "<!--",
  "<a",
  "[",
  "](",
  "![a](b",
  "&",
  "[^",
  "\n> ",
  "* ",
  '1"',
  "1>",
  "'",
  "-1",
  ".1",
  "a\u200b",
  "(a",
];
const QUOTED = [
  ..."\"'‘“„«»「>([{",
  "“a” ",
  "‘s ",
  '"a ',
  "> a\n",
  "\n\n“",
  "‘a’s ",
  "‘dogs’ food ",
  "““””",
  "'a' ",
];

export const QUOTE_ROWS: readonly GrowthRow[] = [
  ...CLAIMED.split("|").map(claimOf),
  ...REPEATED.map(bothOf),
  ...REPEATED.map(sameOf),
  ...IN_SOURCES.map(sourceOf),
  find("a sentence that stands everywhere", (size) => ({
    text: fill(SENTENCE, size),
    claim: SENTENCE.trim(),
  })),
  find("a sentence a paragraph, everywhere", (size) => ({
    text: fill(`${SENTENCE}\n\n`, size),
    claim: SENTENCE.trim(),
  })),
  find("a sentence with an ellipsis, everywhere", (size) => ({
    text: fill(SENTENCE, size),
    claim: "The keeper … boats",
  })),
  find("one word, everywhere", (size) => ({ text: fill(SENTENCE, size), claim: "keeper" })),
  find("sentences that differ in a word", (size) => ({
    text: Array.from({ length: size / 32 }, (_, at) => `The keeper saw ${at} grey boats. `).join(""),
    claim: "The keeper saw many grey boats",
  })),
  find("a whole source", (size) => ({ text: words(size), claim: words(size) })),
  find("a whole source but for its last word", (size) => ({
    text: words(size),
    claim: `${words(size)} other`,
  })),
  find("a whole source, each tenth word changed", (size) => ({
    text: words(size),
    claim: words(size).replace(/0 /g, "0x "),
  })),
  find("a claim with an ellipsis at each tenth word", (size) => ({
    text: words(size),
    claim: words(size / 64).replace(/\d*0 /g, "… "),
  })),
  ...QUOTED.map((unit) => findInText(`a text of ${shown(unit)}`, (size) => fill(unit, size))),
  verify("a quote as long as its source", (size) => {
    const text = words(size);
    return { text, answer: { citations: [citation(text.slice(1), 1)] } };
  }),
  verify("a quote as long as its source, moved, of one letter", (size) => ({
    text: `${fill("a", size)} b`,
    answer: { citations: [citation(`${fill("a", size / 2)} b`, 1)] },
  })),
  verify("a quote that has gone, its source long", (size) => ({
    text: fill(SENTENCE, size),
    answer: {
      citations: [
        { ...citation("Rust took the chain.", 5), prefix: "The keeper counted", suffix: "boats. The keeper" },
      ],
    },
  })),
  verify("a quote that has moved, everywhere", (size) => ({
    text: fill(SENTENCE, size),
    answer: { citations: [citation(SENTENCE.trim(), 3)] },
  })),
  verify("citations of what stands everywhere", (size) => ({
    text: fill(SENTENCE, 1 << 16),
    answer: {
      citations: Array.from({ length: Math.ceil(size / 1_000) }, (_, at) => ({
        ...citation(SENTENCE.trim(), at),
        n: at + 1,
      })),
    },
  })),
  verify("citations that have gone", (size) => ({
    text: words(1 << 18),
    answer: {
      citations: Array.from({ length: Math.ceil(size / 1_000) }, (_, at) => ({
        ...citation(`gone w${at} w${at + 7} lost`, at),
        n: at + 1,
      })),
    },
  })),
];
