import { describe, expect, it } from "vitest";
import { splitQuestion } from "../../src/retrieve/split-question.ts";

describe("a question that asks two things is parted", () => {
  it.each([
    [
      "When was the mill built and who paid for the mill?",
      ["When was the mill built?", "Who paid for the mill?"],
    ],
    [
      "How long is the bridge, and what does it cost?",
      ["How long is the bridge?", "What does the bridge cost?"],
    ],
    [
      "When was the ferry sold? Who bought it?",
      ["When was the ferry sold?", "Who bought it (the ferry sold)?"],
    ],
    ["When and where did Raisi die?", ["When did Raisi die?", "Where did Raisi die?"]],
    [
      "Who is Norway's king and who is its prime minister?",
      ["Who is Norway's king?", "Who is Norway's prime minister?"],
    ],
    ["Who owned the mill and who is Voss?", ["Who owned the mill?", "Who is Voss?"]],
    [
      "When was the embassy attacked and who was killed?",
      ["When was the embassy attacked?", "Who was killed (the embassy attacked)?"],
    ],
  ])("%s", (question, parts) => {
    expect(splitQuestion(question)).toEqual(parts);
  });
});

describe("a question that asks one thing stays whole", () => {
  it.each([
    "How much was trade between Azerbaijan and Iran?",
    "Who built and paid for the mill?",
    "What do the miller and the smith share?",
    "The miller said what and when?",
    "Who knows how and why?",
    "What is the difference between what was said and what was done?",
    "",
    "and who?",
    `When ${"and who ".repeat(5_000)}`,
  ])("%.60s", (question) => {
    expect(splitQuestion(question)).toEqual([question]);
  });
});
