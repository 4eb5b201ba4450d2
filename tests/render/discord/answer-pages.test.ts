import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer } from "../../../src/answers/answer.ts";
import { answerPages, passagePages } from "../../../src/render/discord/answer-pages.ts";
import type { MessagePayload } from "../../../src/render/discord/components.ts";
import { renderPage } from "../../../src/render/discord/message.ts";
import { CARD_SPACE, PLAIN_SPACE, type Space } from "../../../src/render/discord/pages.ts";
import { wordsFor } from "../../../src/render/discord/words.ts";
import { makeVisible } from "../../../src/render/visible.ts";
import { nastyStrings } from "../../discord-stand-in/markdown/nasty-strings.ts";
import { madeAbstention, madeAnswer, madeCitation } from "../../doubles/made-answer.ts";
import { joiningText } from "../../doubles/text/joining-text.ts";
import { readVisible, withPlainEnds } from "../../doubles/text/read-visible.ts";
import { expectAcceptable, labelsOf, pressableOf, quotesOf, strayMarks, textsOf } from "./reading.ts";

const LOCALES = ["en-US", "tr", "ru", "az", "fa"];

function messagesFor(answer: Answer, space: Space = CARD_SPACE, locale = "en-US"): MessagePayload[] {
  const words = wordsFor(locale);
  const pages = answerPages(answer, words, space);
  const controls = { screen: "a1b2c3", words, layout: space.layout, isAnswer: true };
  return pages.map((_, at) => renderPage(pages, at, controls));
}

const textOf = (payload: MessagePayload | undefined) =>
  payload === undefined ? "" : textsOf(payload).join("\n");

const sourceText = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...nastyStrings()) },
      { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 200 }) },
      { weight: 2, arbitrary: joiningText },
      { weight: 1, arbitrary: fc.lorem({ maxCount: 120 }) },
      { weight: 1, arbitrary: fc.constantFrom("*".repeat(2500), "\n".repeat(1500), "🏳️‍🌈".repeat(400)) },
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(""))
  .filter((text) => text.trim() !== "");

describe.each([
  ["a card", CARD_SPACE],
  ["plain content", PLAIN_SPACE],
])("an answer as %s", (_name, space) => {
  it("shows any source's text character for character, on pages that Discord accepts", () => {
    fc.assert(
      fc.property(sourceText, sourceText, fc.constantFrom(...LOCALES), (quote, question, locale) => {
        const messages = messagesFor(madeAnswer([quote], { question }), space, locale);
        for (const message of messages) {
          expectAcceptable(message);
          expect(strayMarks(message)).toEqual([]);
        }
        expect(messages.flatMap(quotesOf).join("")).toBe(makeVisible(quote));
        expect(readVisible(makeVisible(quote))).toBe(withPlainEnds(quote));
      }),
      { seed: 21, numRuns: 60 },
    );
  });

  it("keeps within the limits whatever its parts are", () => {
    const long = "An *uncommonly* [long](x) <@123456789012345678> name of a thing ".repeat(30);
    const source = {
      id: "s".repeat(90),
      title: long,
      file: `${long}.md`,
      author: null,
      date: long,
      url: null,
    };
    const citation = madeCitation("`quoted`".repeat(300), {
      source,
      id: `${"s".repeat(90)}:1.1`,
      section: long,
    });
    const answer = madeAnswer([citation, citation, citation], {
      question: long,
      standaloneQuestion: long,
      disagreements: [{ about: long, sides: [1, 2].map((n) => ({ value: long, citations: [n] })) }],
      statements: [{ text: long, citations: [1, 2, 3] }],
    });
    for (const message of messagesFor(answer, space)) expectAcceptable(message);
    for (const message of messagesFor(madeAbstention([long, long], { question: long }), space))
      expectAcceptable(message);
  });
});

describe("an answer card", () => {
  it("shows question, answer, quote, place, confidence and its page", () => {
    const [first, second, ...rest] = messagesFor(madeAnswer(["First quote.", "Second quote."]));
    expect(rest).toEqual([]);
    expect(textsOf(first ?? { allowed_mentions: { parse: [], replied_user: false } })).toEqual([
      "-# What is it?",
      "First quote\\. \\[1\\]\nSecond quote\\. \\[2\\]",
      "> First quote\\.",
      "-# \\[1\\] A brief · 2026\\-03\\-05\n-# brief\\.md · line 12 · brief\\:1\\.1",
      "-# Confidence: high · 1 of 2",
    ]);
    expect(textOf(second)).toContain("> Second quote\\.");
  });

  it("does not say a lone quote twice", () => {
    const [only] = messagesFor(madeAnswer(["The only quote."]));
    expect(textOf(only).match(/The only quote/g)).toHaveLength(1);
  });

  it("makes bold what answers", () => {
    const citation = madeCitation("It opened in 1999.", { answerSpan: { start: 113, end: 117 } });
    const [only] = messagesFor(madeAnswer([citation]));
    expect(textOf(only)).toContain("> It opened in **1999**\\.");
  });

  it("puts both sides of a disagreement on one page", () => {
    const answer = madeAnswer(["It was 2022.", "Nothing of the kind.", "It was 2023."], {
      disagreements: [
        {
          about: "the year",
          sides: [
            { value: "2022", citations: [1] },
            { value: "2023", citations: [3] },
          ],
        },
      ],
    });
    const [first, second, ...rest] = messagesFor(answer);
    expect(quotesOf(first as MessagePayload)).toEqual(["It was 2022.", "It was 2023."]);
    expect(textOf(first)).toContain("**The sources differ on the year:** 2022 \\[1\\] · 2023 \\[3\\]");
    expect(labelsOf(first as MessagePayload)).toContain("Context [3]");
    expect(quotesOf(second as MessagePayload)).toEqual(["Nothing of the kind."]);
    expect(rest).toEqual([]);
  });

  it("disables the buttons that lead nowhere", () => {
    const turns = messagesFor(madeAnswer(["One.", "Two.", "Three."])).map((message) =>
      pressableOf(message).filter((label) => ["Previous", "Next"].includes(label)),
    );
    expect(turns).toEqual([["Next"], ["Previous", "Next"], ["Previous"]]);
  });

  it("offers a long quote as a file, and a link where the source has one", () => {
    const link = "https://example.org/brief#:~:text=x";
    const [first] = messagesFor(madeAnswer([madeCitation("word ".repeat(900), { link })]));
    expect(labelsOf(first as MessagePayload)).toEqual(
      expect.arrayContaining(["Previous", "Next", "Context", "As a file", "Open"]),
    );
  });

  it("opens no link that is none", () => {
    for (const link of ["javascript:alert(1)", `https://example.org/${"x".repeat(600)}`, "https://a b"]) {
      const [first] = messagesFor(madeAnswer([madeCitation("A quote.", { link })]));
      expect(labelsOf(first as MessagePayload)).not.toContain("Open");
    }
  });

  it("pages statements that are too long for one page without losing a word", () => {
    const statements = Array.from({ length: 9 }, (_, at) => ({
      text: `Statement ${at} ${"says a good deal more ".repeat(9)}`.trim(),
      citations: [1],
    }));
    const messages = messagesFor(madeAnswer(["A quote."], { mode: "generative", statements }));
    const all = messages.map(textOf).join("\n");
    for (const { text } of statements) expect(all).toContain(text);
  });
});

describe("a refusal", () => {
  it("says so, why, and what comes closest, and looks different from an answer", () => {
    const [refusal] = messagesFor(madeAbstention(["Something near."]));
    const [answer] = messagesFor(madeAnswer(["Something near."]));
    const text = textOf(refusal);
    expect(text).toContain("**The sources do not say.**");
    expect(text).toContain("No sentence of the sources says when");
    expect(text).toContain("Closest passages, not an answer:");
    expect(quotesOf(refusal as MessagePayload)).toEqual(["Something near."]);
    expect(text).not.toContain("Confidence");
    const colour = (message: MessagePayload | undefined) =>
      JSON.stringify(message).match(/"accent_color":\d+/)?.[0];
    expect(colour(refusal)).not.toBe(colour(answer));
  });

  it("says when nothing is near", () => {
    expect(textOf(messagesFor(madeAbstention([]))[0])).toContain("Nothing in the sources comes close.");
  });

  it("names the missing words in the reader's language", () => {
    const [refusal] = messagesFor(madeAbstention([]), CARD_SPACE, "ru");
    expect(textOf(refusal)).toContain("Этих слов в них нет нигде: Peru.");
  });
});

describe("passages for a message", () => {
  it("are shown without an answer's claims", () => {
    const pages = passagePages(madeAnswer(["One.", "Two."]), wordsFor("en"));
    const text = pages.flatMap(({ head, body }) => [...head, ...body]).join("\n");
    expect(pages).toHaveLength(2);
    expect(text).toContain("Passages that speak to this message:");
    expect(text).not.toContain("Confidence");
  });
});
