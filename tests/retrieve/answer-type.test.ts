import { describe, expect, it } from "vitest";
import {
  type AnswerType,
  expectedAnswer,
  findOffer,
  fittingAnswers,
} from "../../src/retrieve/answer-type.ts";
import { foldWord, tokenize } from "../../src/text/tokens.ts";

const expected = (question: string) =>
  expectedAnswer(tokenize(question).map(({ start, end }) => foldWord(question.slice(start, end))));

/** What of `text` fits as an answer. */
function fitting(type: AnswerType, text: string, asked: readonly string[] = []): string[] {
  const offer = findOffer(text, tokenize(text));
  return fittingAnswers(type, text, offer, new Set(asked)).map(({ start, end }) => text.slice(start, end));
}

describe("fittingAnswers of measures", () => {
  it("are only those in a unit of the measure", () => {
    const text = "The five lakes are 1,025 m deep, hold 3 kg of salt, 9 °C and 58 dB.";
    expect(fitting("length", text)).toEqual(["1,025"]);
    expect(fitting("weight", text)).toEqual(["3"]);
    expect(fitting("temperature", text)).toEqual(["9"]);
    expect(fitting("loudness", text)).toEqual(["58"]);
  });
});

describe("expectedAnswer", () => {
  it.each<[string, AnswerType | null]>([
    ["Who led the Normans?", "person"],
    ["To whom was it given?", "person"],
    ["When did the embargo end?", "date"],
    ["In what year did it end?", "date"],
    ["Where is Normandy?", "place"],
    ["Which country left first?", "place"],
    ["How many people fled?", "number"],
    ["How long is the corridor?", "duration"],
    ["How much water is left?", "amount"],
    ["How much does it cost?", "money"],
    ["How deep is the lake?", "length"],
    ["How heavy is it?", "weight"],
    ["What does a red lamp mean?", "definition"],
    ["What percentage was bought?", "percent"],
    ["Why did prices rise?", "reason"],
    ["How was it built?", "manner"],
    ["What is an embargo?", "definition"],
    ["What did the king do?", null],
    ["embargo oil prices", null],
  ])("reads the kind of answer from %j", (question, type) => {
    expect(expected(question).type).toBe(type);
  });

  it("names the word that only says what kind of answer is meant", () => {
    expect(expected("In what year did it end?").sign).toBe(2);
    expect(expected("How many people fled?").sign).toBe(1);
    expect(expected("Which country left first?").sign).toBeNull();
  });
});

describe("fittingAnswers", () => {
  it("finds what fits and is not in the question already", () => {
    expect(fitting("date", "It began in 1973 and ended in 1974.", ["1973"])).toEqual(["1974"]);
    expect(fitting("person", "the duke met William of Orange", ["duke"])).toEqual(["William of Orange"]);
    expect(fitting("number", "There were forty ships in 1066.")).toEqual(["forty"]);
  });

  it("finds nothing in a sentence without such an answer", () => {
    expect(fitting("date", "It began late and ended soon.")).toEqual([]);
    expect(fitting("person", "the duke met nobody")).toEqual([]);
  });
});
