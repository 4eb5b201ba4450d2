import { describe, expect, it } from "vitest";
import { completeQuestion } from "../../src/retrieve/standalone-question.ts";

const staff = "How many staff did Azerbaijan evacuate from Tehran?";
const trade = "How much was trade between Azerbaijan and Iran in 2024?";
const embassy = "When was the embassy attacked?";
const turn = (question: string, ...quotes: string[]) => ({ question, quotes });

describe("a follow-up is completed from the question before", () => {
  it.each([
    ["and in 2025?", trade, "How much was trade between Azerbaijan and Iran in 2025?"],
    ["What about 2023?", trade, "How much was trade between Azerbaijan and Iran in 2023?"],
    ["in 2022?", trade, "How much was trade between Azerbaijan and Iran in 2022?"],
    ["and in May 2024?", trade, "How much was trade between Azerbaijan and Iran in May 2024?"],
    ["And from Baku?", staff, "How many staff did Azerbaijan evacuate from Baku?"],
    ["How about Turkey?", "What does Azerbaijan buy from Israel?", "What does Azerbaijan buy from Turkey?"],
    ["and in 2022?", staff, "How many staff did Azerbaijan evacuate from Tehran in 2022?"],
    ["Israel?", "What does Iran say about Turkey?", "What does Iran say about Israel?"],
    ["who led it?", embassy, "who led it (the embassy attacked)?"],
    ["Who leads it?", "What is SOCAR?", "Who leads SOCAR?"],
    ["And what are its exports?", "What is SOCAR?", "what are SOCAR's exports?"],
    ["why?", embassy, "Why was the embassy attacked?"],
    ["And where?", embassy, "Where was the embassy attacked?"],
    ["how many?", "Who protested in Tabriz?", "How many (protested in Tabriz)?"],
    ["tell me more", embassy, embassy],
    ["why?", "who led it (the embassy attacked)?", "Why (the embassy attacked)?"],
    ["how many?", "Why (the embassy attacked)?", "How many (the embassy attacked)?"],
    ["what happened after that?", embassy, "what happened after that (the embassy attacked)?"],
  ])("%s", (question, before, whole) => {
    expect(completeQuestion(question, turn(before))).toBe(whole);
  });

  it("puts the one person of the earlier quote in the place of he and his", () => {
    const before = turn("Who is president of Iran?", "The presidency went to Masoud Pezeshkian that July.");
    expect(completeQuestion("When did he visit Baku?", before)).toBe(
      "When did Masoud Pezeshkian visit Baku?",
    );
    expect(completeQuestion("What was his message?", before)).toBe("What was Masoud Pezeshkian's message?");
  });

  it.each([
    "What is the capital of Peru?",
    "When did Pezeshkian say he would visit Baku?",
    "How long does it take to cross the border?",
    "Is it true that trade grew in 2024?",
    "trade turnover",
    "thanks!",
    "Thank you very much",
    "ok",
    "And how many diplomats did Baku expel in 2023?",
    "",
    "   ",
    "x".repeat(100_000),
  ])("leaves alone what stands alone: %.40s", (question) => {
    expect(completeQuestion(question, turn(embassy))).toBeNull();
  });

  it("leaves the first question of a conversation as it is", () => {
    expect(completeQuestion("and in 2025?", undefined)).toBeNull();
  });
});
