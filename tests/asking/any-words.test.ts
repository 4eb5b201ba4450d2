/** Whatever a model says, what is shown of it stands in the sentences it cites: held against a slow, obvious checker. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Citation } from "../../src/answers/answer.ts";
import { answerQuestion } from "../../src/asking/answer-question.ts";
import { loadPrompts, type Prompts } from "../../src/prompts/load-prompts.ts";
import { Secrets } from "../../src/text/secrets.ts";
import { ScriptedLanguageModel } from "../doubles/models/scripted-language-model.ts";
import { indexTexts } from "../doubles/small-corpus.ts";
import { OPENED } from "./bridge-texts.ts";

const TEXTS: Readonly<Record<string, string>> = {
  harbour:
    "The bridge over the Arda was opened on 4 May 1931. It cost 2.4 million crowns, which Lindau paid. Marta Vogel designed the bridge. The bridge was not closed during the flood of 1954.",
  chronicle:
    "About ninety workers built the bridge over the Arda in 1932. Paul Ernst called it “a bold work” in 1987.",
};
const index = indexTexts(TEXTS);
let prompts: Prompts;
beforeAll(async () => {
  prompts = await loadPrompts(null);
});

const FIGURES = ["4", "5", "90", "1931", "1932", "1954", "1987", "2.4", "7", "ninety", "three", "half"];
const NAMES = [
  "Arda",
  "Lindau",
  "Marta",
  "Vogel",
  "Paul",
  "Ernst",
  "Otto",
  "Brandt",
  "Danube",
  "May",
  "June",
];
const THEIR_NAMES = NAMES.filter((name) => Object.values(TEXTS).some((text) => text.includes(name)));
const DENIALS = ["not", "never", "no"];
const WORDS = [
  "the",
  "bridge",
  "was",
  "opened",
  "on",
  "over",
  "cost",
  "million",
  "crowns",
  "designed",
  "built",
];

const word = fc.oneof(
  { arbitrary: fc.constantFrom(...WORDS), weight: 6 },
  { arbitrary: fc.constantFrom(...FIGURES, ...NAMES), weight: 5 },
  { arbitrary: fc.constantFrom(...DENIALS, "“a bold work”", "“a poor work”", '"bold', ","), weight: 1 },
);
const label = fc.oneof(
  fc.integer({ min: 1, max: 6 }).map((n) => `[S${n}]`),
  fc.integer({ min: 0, max: 99 }).map((n) => `[S${n}]`),
  fc.constant("[S1][S2][S3][S4][S5][S6]"),
);
const sentence = fc.constantFrom(...Object.values(TEXTS).flatMap((text) => text.split(/(?<=[.!?]) /)));
/** A sentence of the sources with a word changed, or words thrown together. */
const said = fc.oneof(
  fc.tuple(sentence, word, fc.nat()).map(([text, changed, at]) => {
    const words = text.split(" ");
    return words.with(at % words.length, changed).join(" ");
  }),
  sentence,
  fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(" ")),
  fc.string({ unit: "binary", maxLength: 40 }),
);
const line = fc
  .tuple(said, fc.array(label, { maxLength: 3 }), fc.constantFrom("", ".", " and so on"))
  .map(([text, labels, end]) => `${text} ${labels.join("")}${end}`);
const reply = fc
  .tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom("\n", "\r\n", "\n\n", " "))
  .map(([lines, between]) => lines.join(between));

describe("what is shown of a model's words", () => {
  it("is in the sentences it cites, whatever it says and however it is cut", async () => {
    let statements = 0;
    const check = async (text: string, length: number) => {
      const model = new ScriptedLanguageModel(piecesOf(text, length));
      const phrasing = { model, prompts, today: () => "2031-05-06", secrets: new Secrets([]), top: 12 };
      const { answer } = await answerQuestion(index, null, OPENED, { top: 3, sourceIds: [], phrasing });
      expect(answer.status).toBe("answered");
      expect(answer.mode === "generative" || answer.note !== null).toBe(true);
      for (const citation of answer.citations) expectSlice(citation);
      if (answer.mode === "extractive") return;
      for (const statement of answer.statements) {
        statements += 1;
        expect(statement.citations.length).toBeGreaterThan(0);
        const quotes = statement.citations.map((n) => answer.citations[n - 1]?.quote ?? "");
        expect({ statement: statement.text, faults: faultsOf(statement.text, quotes) }).toMatchObject({
          faults: [],
        });
      }
    };
    await fc.assert(fc.asyncProperty(reply, fc.integer({ min: 1, max: 50 }), check), {
      seed: 5,
      numRuns: 250,
    });
    expect(statements).toBeGreaterThan(25);
  });
});

function expectSlice({ source, start, end, quote }: Citation): void {
  expect(TEXTS[source.id]?.slice(start, end)).toBe(quote);
}

/** What of a statement stands neither in its quotes nor in the question nor in a title. Slow, and easy to believe. */
function faultsOf(statement: string, quotes: readonly string[]): string[] {
  const evidence = [...quotes, OPENED, ...Object.keys(TEXTS)].join("\n").toLowerCase();
  const words = evidence.split(/[^\p{L}\p{N}.]+/u).map((one) => one.replace(/\.$/, ""));
  const faults: string[] = [];
  for (const one of statement
    .toLowerCase()
    .split(/[^\p{L}\p{N}.]+/u)
    .map((part) => part.replace(/^\.+|\.+$/g, ""))) {
    const isFigure = /\d/.test(one) || FIGURES.includes(one);
    // A capital at the very beginning is a name's for sure only where the sources have that name.
    const opens =
      one !== "" &&
      statement
        .toLowerCase()
        .replace(/^[^\p{L}\p{N}]+/u, "")
        .startsWith(one);
    const isName = (opens ? THEIR_NAMES : NAMES).some((name) => name.toLowerCase() === one);
    const meant = one === "90" ? ["90", "ninety"] : one === "ninety" ? ["ninety", "90"] : [one];
    if ((isFigure || isName) && !meant.some((form) => words.includes(form))) faults.push(one);
    if (DENIALS.includes(one) && !DENIALS.some((denial) => quotes.join(" ").split(" ").includes(denial)))
      faults.push(one);
  }
  if (statement.includes("“a poor work”")) faults.push("quotation");
  return faults;
}

function piecesOf(text: string, length: number): string[] {
  return Array.from({ length: Math.ceil(text.length / length) }, (_, at) =>
    text.slice(at * length, (at + 1) * length),
  );
}
