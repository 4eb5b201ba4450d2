/** Inputs that make the quote check work hardest: for `find`, `find --text` and `verify`. */
import { fill, type GrowthRow, type SizedWork } from "./growth-row.ts";
import { openCorpus } from "./open-corpus.ts";

const TEXT = "The council met again in March. The lighthouse keeper counted the boats that came home.\n";

/** A claim over a text, both made for the size. */
function find(
  input: string,
  make: (size: number) => { readonly text: string; readonly claim: string },
): GrowthRow {
  return {
    command: "find",
    input,
    prepare: async (size): Promise<SizedWork> => {
      const { text, claim } = make(size);
      const { app, close } = await openCorpus({ "notes.md": text });
      await app.find("the index of words is made outside of the measure");
      return { run: () => app.find(claim), close };
    },
  };
}

function claimOf(unit: string): GrowthRow {
  return find(`claim of ${JSON.stringify(unit)}`, (size) => ({
    text: TEXT,
    claim: `The council met ${fill(unit, size)}`,
  }));
}

function bothOf(unit: string): GrowthRow {
  return find(`claim and source of ${JSON.stringify(unit)}`, (size) => ({
    text: fill(unit, size),
    claim: `${fill(unit, size / 2)} and an end that stands nowhere`,
  }));
}

function findInText(input: string, make: (size: number) => string): GrowthRow {
  return {
    command: "find --text",
    input,
    prepare: async (size) => {
      const { app, close } = await openCorpus({ "notes.md": TEXT });
      const text = make(size);
      return { run: () => app.findQuotations(text), close };
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

const SENTENCE = "The keeper counted boats. ";
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

const UNITS = [
  "the ",
  "the … of ",
  "[a] ",
  "[",
  "[[",
  "a-\n",
  "a",
  "[sic] the ",
  "“",
  "> ",
  ">",
  "e\u0301",
  "\u0301",
  "\u200b",
  " . . .",
  "1,",
  "(a) ",
  "<a ",
  "{a} ",
  "‘a ",
  "a[b]",
  "-",
  "$",
  "港",
  "\n",
  " ",
];

export const QUOTE_ROWS: readonly GrowthRow[] = [
  ...UNITS.map(claimOf),
  ...[
    "the ",
    "the keeper ",
    "the … ",
    "a-\n",
    "the [a] ",
    SENTENCE,
    "港",
    "1 ",
    "a",
    "> a\n",
    "e\u0301",
    "a[b] ",
  ].map(bothOf),
  ...[">", "> ", "<", "<!--", "[", "](", "![a](b", "&", "\n", " ", "[^", "\n> ", "* "].map((unit) =>
    find(`source of ${JSON.stringify(unit)}`, (size) => ({
      text: fill(unit, size) + TEXT,
      claim: "the council met … in March",
    })),
  ),
  find("a sentence that stands everywhere", (size) => ({
    text: fill(SENTENCE, size),
    claim: SENTENCE.trim(),
  })),
  find("a sentence a paragraph, everywhere", (size) => ({
    text: fill(`${SENTENCE}\n\n`, size),
    claim: SENTENCE.trim(),
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
  ...[..."\"'‘“„«»「>([{", "“a” ", "‘s ", '"a ', "> a\n", "\n\n“", "‘a’s "].map((unit) =>
    findInText(`a text of ${JSON.stringify(unit)}`, (size) => fill(unit, size)),
  ),
  verify("a quote as long as its source", (size) => {
    const text = words(size);
    return { text, answer: { citations: [citation(text.slice(1), 1)] } };
  }),
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
  verify("many citations", (size) => ({
    text: fill(`${SENTENCE}\n\n`, size),
    answer: {
      citations: Array.from({ length: Math.ceil(size / 400) }, (_, at) => citation(SENTENCE.trim(), at)),
    },
  })),
];
