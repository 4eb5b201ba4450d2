import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { completeQuestion } from "../../../src/retrieve/follow-ups/standalone-question.ts";

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
    ["When did it reopen?", embassy, "When did the embassy reopen?"],
    ["What did Aliyev call it?", embassy, "What did Aliyev call it (the embassy attacked)?"],
    ["and on 18 February?", "Who did he meet on 17 February 2025?", "Who did he meet on 18 February 2025?"],
    ["And in March?", "Who did Ann meet on 17 February 2025?", "Who did Ann meet in March 2025?"],
    ["and in july?", "what was built in may 1974", "what was built in July 1974?"],
    ["and the year before?", trade, "How much was trade between Azerbaijan and Iran in 2023?"],
    ["and before that?", "What did Ann build in 1922?", "What did Ann build before 1922?"],
    ["and in 1930?", "What was built between 1922 and 1925?", "What was built in 1930?"],
    ["And with Turkey?", trade, "How much was trade between Azerbaijan and Turkey in 2024?"],
    ["and the Treaty of Bern?", "When was the Treaty of Rome?", "When was the Treaty of Bern?"],
    ["and Haqqin.az?", "What did Caliber.az say about Israel?", "What did Haqqin.az say about Israel?"],
    ["And Araz-2025?", "Where was AZIREX-2024 held?", "Where was Araz-2025 held?"],
    [
      "And Hamas?",
      "Did they condemn Israel after 7 October 2023?",
      "Did they condemn Hamas after 7 October 2023?",
    ],
    [
      "And the Armenian one?",
      "When did the Persian embassy in Rome close?",
      "When did the Armenian embassy in Rome close?",
    ],
    ["and the tunnel?", "When was the bridge opened?", "When was the tunnel opened?"],
    ["and the Rasht railway?", "How long is the North-South corridor?", "How long is the Rasht railway?"],
    ["In which provinces?", "How many foxes live in Iran?", "In which provinces (foxes live in Iran)?"],
    ["Since when was he barred?", "Who leads SANAM?", "Since when was he barred (leads SANAM)?"],
    ["How old is he?", "Who is the king of Norway?", "How old is he (the king of Norway)?"],
    ["How did Tehran respond?", embassy, "How did Tehran respond (the embassy attacked)?"],
    ["Who was killed?", embassy, "Who was killed (the embassy attacked)?"],
    ["who else was arrested?", embassy, "who else was arrested (the embassy attacked)?"],
    ["Why have the two drawn closer?", trade, "Why have the two drawn closer (Azerbaijan and Iran)?"],
    ["Why did that visit fail?", "When did the visit begin?", "Why did that visit fail (the visit begin)?"],
    ["Thanks! What is SOCAR?", embassy, "What is SOCAR?"],
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
    "Which company sold its ships?",
    "Who lost his life in the storm?",
    "When the king died, who took his place?",
    "What did the Normans do after they settled?",
    "What is the power of a steam plant compared to that of a mill?",
    "In 1973 what was Nixon named as?",
    "How much did it cost to build the stadium?",
    "How many floors can a building have for this pump?",
    "Which two machines need the same oil?",
    "How many sources of law are there?",
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

  it("finds the item that is meant in the list that was quoted", () => {
    const quote = "The rules are these:\n- Doors stay shut.\n- Lamps are trimmed at dusk.\n- Nobody sings.";
    const before = turn("What are the rules?", quote);
    expect(completeQuestion("what about the second one?", before)).toBe(
      "What about “Lamps are trimmed at dusk.”?",
    );
    expect(completeQuestion("and the last?", before)).toBe("What about “Nobody sings.”?");
  });

  it("names nobody where the earlier quote names two", () => {
    const before = turn("Who is the president of Iran?", "Asadov met Mohammad Reza Aref of Iran.");
    expect(completeQuestion("When did he resign?", before)).toBe(
      "When did he resign (the president of Iran)?",
    );
  });

  it("copes with any two texts", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (question, before) => {
        const completed = completeQuestion(question, turn(before, before));
        expect(completed).not.toBe(question.trim());
      }),
      { seed: 7 },
    );
  });

  it("leaves the first question of a conversation as it is", () => {
    expect(completeQuestion("and in 2025?", undefined)).toBeNull();
  });
});
