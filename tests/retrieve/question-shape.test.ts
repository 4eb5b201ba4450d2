import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readShape } from "../../src/retrieve/question-shape.ts";

describe("the shape of a question", () => {
  it.each([
    ["Tell me about the harbour", "broad", "the harbour"],
    ["Could you tell us more about the harbour?", "broad", "the harbour"],
    ["overview of the harbour", "broad", "the harbour"],
    ["Describe the storm", "broad", "the storm"],
    ["What happened in 1953?", "broad", "in 1953"],
    ["what took place between 1953 and 1960", "broad", "between 1953 and 1960"],
    ["What happened to the mill in 1953?", "plain", "to the mill in 1953"],
    ["How did trade between the towns develop in 1953?", "broad", "trade between the towns in 1953"],
    ["How have wages evolved?", "broad", "wages"],
    ["How did the mill change the valley?", "plain", "How did the mill change the valley?"],
    ["What is known about the ferry?", "broad", "the ferry"],
    ["Name the three rules", "list", "the three rules"],
    ["Name a town on the river", "plain", "a town on the river"],
    ["Which towns stand on the river?", "list", "Which towns stand on the river?"],
    ["In which provinces do they live?", "list", "In which provinces do they live?"],
    ["What are the rules?", "list", "What are the rules?"],
    ["Which year was the flood?", "plain", "Which year was the flood?"],
    ["Is the bridge open?", "yes-no", "Is the bridge open?"],
    ["Who built the mill?", "plain", "Who built the mill?"],
    ["Wo liegt die Brücke?", "plain", "Wo liegt die Brücke?"],
    ["", "plain", ""],
  ] as const)("%s", (question, shape, about) => {
    expect(readShape(question)).toMatchObject({ shape, about });
  });

  it.each([
    ["Compare the old mill and the new mill", ["the old mill", "the new mill"]],
    ["What is the difference between tin and lead?", ["tin", "lead"]],
    ["How does tin differ from lead?", ["tin", "lead"]],
    ["Which is heavier, the T3 or the T4?", ["the T3", "the T4"]],
    ["Was trade higher in 2024 or in 2025?", ["in 2024", "in 2025"]],
    ["Is the T3 heavier than the T4?", ["Is the T3 heavier ", "the T4"]],
  ])("%s has two sides", (question, sides) => {
    expect(readShape(question)).toMatchObject({ shape: "comparison", sides });
  });

  it.each([
    "What ships, other than ferries, need a pilot?",
    "Who works more than 28 days?",
    "Does it matter whether it is sooner or later?",
    "Did the lord or the town pay?",
  ])("%s compares nothing", (question) => {
    expect(readShape(question).sides).toEqual([]);
  });

  it("takes what is looked up from the question itself", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("", "Tell me about ", "How did ", "Name "),
        fc.string({ unit: "binary" }),
        (start, rest) => {
          const { about, shape } = readShape(`${start}${rest}`);
          if (shape !== "comparison") expect(`${start}${rest}`).toContain(about);
        },
      ),
      { seed: 3 },
    );
  });
});
