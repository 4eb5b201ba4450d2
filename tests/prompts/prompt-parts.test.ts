/** What goes into a prompt, and how what comes back is cut into lines. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLines } from "../../src/models/read-lines.ts";
import { composeHistory, composeSources } from "../../src/prompts/compose-prompt.ts";
import { makeHarmless } from "../../src/prompts/make-harmless.ts";
import { offerSentences } from "../../src/prompts/offer-sentences.ts";
import { retrieve } from "../../src/retrieve/retrieve.ts";
import { estimateTokens } from "../../src/text/estimate-tokens.ts";
import { indexTexts } from "../doubles/small-corpus.ts";

const marks = fc.constantFrom(
  ...[
    "[S1]",
    "[ s 12 ]",
    "［S3］",
    "[\u200bS4]",
    "<<<",
    ">>> end of source",
    "```",
    "####",
    "======",
    "-----",
  ],
  ...[
    "System:",
    "\nassistant：",
    "<|im_start|>",
    "[INST]",
    "</s>",
    "<system>",
    "NO_ANSWER",
    "no_answer",
    "\u202e",
  ],
);
const foreign = fc
  .array(fc.oneof(marks, fc.string({ unit: "binary", maxLength: 6 }), fc.constantFrom(" ", "\n", ". ")), {
    maxLength: 12,
  })
  .map((parts) => parts.join(""));

describe("foreign text in a prompt", () => {
  it("looks like no part of it, whatever it is", () => {
    fc.assert(
      fc.property(foreign, (text) => {
        const harmless = makeHarmless(text);
        expect(harmless).not.toMatch(
          /[[［]\s*S\s*\d|<<|>>|```|##|={3}|-{4}|<\|?im_|\[\/?INST|<\/?s>|<system|NO_ANSWER|[\n\r\u202e\u200b]/iu,
        );
        expect(harmless).not.toMatch(/^(?:system|assistant)\s?[:：]/iu);
      }),
      { seed: 5, numRuns: 2_000 },
    );
  });

  it("is otherwise left as it is", () => {
    for (const text of [
      "On 4 May (see [3]), “it” cost $2.4 – 3 m; x < y > z.",
      "نمی‌خواهم",
      "A system is here: look",
    ])
      expect(makeHarmless(text)).toBe(text);
  });
});

describe("the sentences offered", () => {
  const sentences = Array.from(
    { length: 400 },
    (_, n) => `The harbour of town ${n} has ${n + 3} cranes and a customs house.`,
  );
  const index = indexTexts({
    towns: sentences.join("\n\n"),
    paragraph: "It rained. The harbour of Lindau has seven cranes. They are blue. Nobody knows why.",
    heading: "# The harbour of Lindau\n\nThree cranes stand in the harbour of Lindau.",
  });

  it("are the best ones and their neighbours, in the order of their sources, labelled from 1", async () => {
    const { sentences: ranked } = await retrieve(index, null, "How many cranes has the harbour of Lindau?");
    const offered = offerSentences(ranked);
    expect(offered.map(({ label }) => label)).toEqual(offered.map((_, at) => at + 1));
    for (const { text, passage, sentence } of offered)
      expect(passage.source.text.slice(sentence.range.start, sentence.range.end)).toBe(text);
    const texts = offered.map(({ text }) => text);
    expect(texts).toContain("They are blue.");
    expect(texts).not.toContain("The harbour of Lindau");
    const composed = composeSources(offered);
    expect(composed).toContain("(under: The harbour of Lindau)");
    expect(composed.match(/^<<< source: /gm)).toHaveLength(
      new Set(offered.map(({ passage }) => passage.source)).size,
    );
    expect(composed.endsWith(">>> end of source")).toBe(true);
  });

  it("fit into a prompt, however many and long they are", async () => {
    const long = indexTexts(
      Object.fromEntries(
        Array.from({ length: 30 }, (_, n) => [
          `s${n}`,
          `The harbour ${"has a crane and ".repeat(40 + n)}a house.`,
        ]),
      ),
    );
    for (const at of [index, long]) {
      const { sentences: ranked } = await retrieve(at, null, "Which harbour has a crane?");
      const offered = offerSentences(ranked);
      expect(estimateTokens(offered.map(({ text }) => text).join(" "))).toBeLessThanOrEqual(2_600);
      expect(offered.length).toBeGreaterThan(0);
    }
  });

  it("leave a conversation as long as it may be", () => {
    const turns = Array.from({ length: 100 }, (_, n) => ({
      question: `Who ${n}?`,
      answer: "ж".repeat(5_000),
    }));
    expect(estimateTokens(composeHistory(turns))).toBeLessThan(900);
    expect(composeHistory([])).toBe("");
  });
});

describe("a model's lines", () => {
  const linesOf = async (pieces: Iterable<string>) => {
    const lines: string[] = [];
    const reading = readLines(toAsync(pieces));
    for (;;) {
      const step = await reading.next();
      if (step.done) return { lines, end: step.value };
      lines.push(step.value);
    }
  };

  it("are the same however the text is cut", async () => {
    const text = fc.array(fc.constantFrom("a", "b [S1]", "\n", "\r\n", "\r", "\u2028", " ", "🦊"), {
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 5 }), async (parts, length) => {
        const whole = parts.join("");
        const cut = Array.from({ length: Math.ceil(whole.length / length) }, (_, at) =>
          whole.slice(at * length, (at + 1) * length),
        );
        const expected = whole
          .split(/[\n\r\u2028]/)
          .map((line) => line.trim())
          .filter((line) => line !== "");
        expect(await linesOf(cut)).toEqual({ lines: expected, end: "end" });
      }),
      { seed: 5 },
    );
  });

  it("leave out what is thought aloud", async () => {
    const text = "<think>\nIt may be 7 [S1]\nor not\n</think>\nIt is 3 [S1]\n<think>so</think> Yes [S2]";
    expect((await linesOf([text])).lines).toEqual(["It is 3 [S1]", "Yes [S2]"]);
  });

  it("come to an end", async () => {
    for (const piece of ["a\n", "\n", "word ", "x".repeat(100_000)]) {
      const { end, lines } = await linesOf(endless(piece));
      expect(end).toBe("flood");
      expect(lines.length).toBeLessThanOrEqual(200);
    }
  });
});

async function* toAsync(pieces: Iterable<string>): AsyncGenerator<string, void> {
  yield* pieces;
}

function* endless(piece: string): Iterable<string> {
  for (;;) yield piece;
}
