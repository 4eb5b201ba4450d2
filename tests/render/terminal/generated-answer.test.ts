/** A model's answer on a page of text: whole or as it comes, the same words; its quotes under each statement. */
import { describe, expect, it } from "vitest";
import type { Answer } from "../../../src/answers/answer.ts";
import { renderAnswer, renderEnding, renderOpening } from "../../../src/render/terminal/answer.ts";
import {
  createGeneratedAnswerRenderer,
  renderModelRemarks,
} from "../../../src/render/terminal/generated-answer.ts";
import { PLAIN_LAYOUT } from "../../../src/render/terminal/layout.ts";
import { madeAnswer } from "../../doubles/made-answer.ts";

const GENERATED: Partial<Answer> = {
  mode: "generative",
  model: "ollama:small",
  statements: [
    { text: "It opened in spring.", citations: [1, 2] },
    { text: "Forty people came.", citations: [2], beside: [3] },
  ],
};
const QUOTES = ["It opened in April.", "Forty people came that day.", "Sixty people came that day."];
const answer = (more: Partial<Answer> = {}) => madeAnswer(QUOTES, { ...GENERATED, ...more });
const render = (more: Partial<Answer> = {}) => renderAnswer(answer(more), PLAIN_LAYOUT);
const remarks = (more: Partial<Answer> = {}, verbose = false) =>
  renderModelRemarks(answer(more), PLAIN_LAYOUT, verbose);

describe("a model's answer", () => {
  it("shows each statement with its marks and, under it, its quotes", () => {
    const text = render();
    const order = [
      "It opened in spring. [1][2]",
      "> It opened in April. [1]",
      "> Forty people came that day. [2]",
    ];
    const places = [...order, "Forty people came. [2]", "[2] as quoted above"].map((part) =>
      text.indexOf(part),
    );
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it("puts the other side of a disagreement beside the statement that left it out", () => {
    expect(render()).toMatch(
      /Forty people came\. \[2\]\n[\s\S]*But elsewhere:\n\n {2}> Sixty people came that day\. \[3\]/,
    );
  });

  it("reads the same when it is printed as it comes", () => {
    const whole = answer({ standaloneQuestion: "When did the park open?" });
    const renderer = createGeneratedAnswerRenderer(PLAIN_LAYOUT);
    const streamed = whole.statements.map((statement) => {
      const cited = [...statement.citations, ...(statement.beside ?? [])];
      const citations = whole.citations.filter(({ n }) => cited.includes(n));
      return renderer.statement({ standaloneQuestion: whole.standaloneQuestion, statement, citations });
    });
    const parts = [
      renderOpening(whole.standaloneQuestion, PLAIN_LAYOUT),
      ...streamed,
      renderEnding(whole, PLAIN_LAYOUT),
    ];
    expect(parts.join("")).toBe(renderAnswer(whole, PLAIN_LAYOUT));
  });

  it("counts the lines left out, and shows them with their reasons when asked to", () => {
    const dropped = [{ text: "Ninety came.", reason: "The number 90 does not stand in [S1]." }];
    expect(remarks({ dropped })).toContain("1 line of the model left out");
    expect(remarks({ dropped })).not.toContain("Ninety came.");
    expect(remarks({ dropped }, true)).toContain(
      "Left out: “Ninety came.” The number 90 does not stand in [S1].",
    );
  });

  it("tells what it cost when asked to", () => {
    const usage = { inputTokens: 812, outputTokens: 40 };
    const timings = { retrieveMs: 1, answerMs: 1, totalMs: 2400, modelMs: 2300, firstStatementMs: 600 };
    expect(remarks({ usage, timings }, true)).toContain(
      "ollama:small · 812 tokens read, 40 written · 2.3 s · first statement after 0.6 s",
    );
    expect(remarks({ usage, timings })).not.toContain("tokens");
  });

  it("is made harmless for the terminal", () => {
    const statements = [{ text: "It \u001b[31mopened\u202e.\nThen", citations: [1] }];
    expect(render({ statements })).toContain("It ␛[31mopened<U+202E>. Then [1]");
  });
});

describe("an extractive answer in place of a model's", () => {
  it("says why", () => {
    const note = "The model did not answer in time, so these are the sources' own words.";
    const plain = madeAnswer(QUOTES, { note, model: "ollama:small" });
    expect(renderAnswer(plain, PLAIN_LAYOUT)).toContain("> It opened in April. [1]");
    expect(renderModelRemarks(plain, PLAIN_LAYOUT, false)).toContain(`  ${note}\n`);
  });
});
