/** Questions of every shape, from the question to the answer, over a few lines of text. */
import { describe, expect, it } from "vitest";
import { answerQuestion } from "../../src/asking/answer-question.ts";
import { indexTexts } from "../doubles/small-corpus.ts";

const harbour = `# The harbour

In 1932 the harbour was opened by the mayor. Its first crane came from Leith.

The harbour was deepened in 1951 at a cost of 40,000 pounds.

The flood of 1953 destroyed the harbour wall.

The rules of the harbour are these:

- No fires on the quay.
- Dogs are kept on a lead.
- Boats leave before dusk.

The guide names three duties of a pilot.

- Watch the tide.
- Answer every call.
- Keep the log.

The north mole is 300 metres long. The south mole is 420 metres long and carries the light.

Three reasons are given for the decline of fishing. The first reason is the price of coal. The second reason is the silting of the channel. The third reason is the railway.
`;
const town = `# The town

In 1960 the harbour was sold to a company from Leith. Trade at the harbour fell by half in 1961.
`;
const index = indexTexts({ harbour, town });
const ask = async (question: string, top = 3) =>
  (await answerQuestion(index, null, question, { top, sourceIds: [] })).answer;
const told = async (question: string) => (await ask(question)).statements.map(({ text }) => text);

describe("a broad question", () => {
  it("is told in order of time, over sources, the strongest citation first", async () => {
    const { statements, citations } = await ask("How did the harbour develop?");
    const years = statements.map(({ text }) => Number(/\b1\d{3}\b/.exec(text)?.[0]));
    expect(years).toEqual([...years].sort((a, b) => a - b));
    expect(new Set(citations.map(({ source }) => source.id)).size).toBe(2);
    expect(citations.map(({ n }) => n)).toEqual([1, 2, 3]);
    expect(statements.flatMap((one) => one.citations).sort()).toEqual([1, 2, 3]);
  });

  it("keeps to the time that is asked about", async () => {
    expect(await told("What happened in 1953?")).toEqual(["The flood of 1953 destroyed the harbour wall."]);
  });
});

describe("a time that no sentence speaks of", () => {
  it("is refused with what comes closest", async () => {
    const { status, abstention } = await ask("When was the harbour deepened after 1970?");
    expect(status).toBe("abstained");
    expect(abstention?.closest.length).toBeGreaterThan(0);
  });
});

describe("a list", () => {
  it("is quoted whole", async () => {
    expect((await told("What are the rules of the harbour?"))[0]).toContain("Boats leave before dusk.");
  });

  it("is found below a sentence that announces it", async () => {
    expect((await told("Name the three duties of a pilot"))[0]).toBe(
      "Watch the tide.\n- Answer every call.\n- Keep the log.",
    );
  });

  it("may be sentences that count", async () => {
    const [first] = await told("What are the three reasons for the decline of fishing?");
    expect(first).toMatch(/^The first reason .* the railway\.$/);
  });
});

describe("a comparison", () => {
  it("quotes both sides", async () => {
    const all = (await told("Which is longer, the north mole or the south mole?")).join(" ");
    expect(all).toContain("300 metres");
    expect(all).toContain("420 metres");
  });
});

describe("two questions in one", () => {
  it("are answered each", async () => {
    const { statements, unanswered } = await ask(
      "When was the harbour opened and how long is the south mole?",
    );
    const all = statements.map(({ text }) => text).join(" ");
    expect(all).toContain("In 1932 the harbour was opened");
    expect(all).toContain("420 metres");
    expect(unanswered).toEqual([]);
  });

  it("tell which of them is not answered", async () => {
    const { status, statements, unanswered } = await ask("When was the harbour opened and who wrote Hamlet?");
    expect(status).toBe("answered");
    expect(statements[0]?.text).toContain("In 1932");
    expect(unanswered).toEqual(["Who wrote Hamlet?"]);
  });

  it("are refused when neither is answered", async () => {
    const { status, citations, unanswered } = await ask("Who wrote Hamlet and when was Peru discovered?");
    expect({ status, citations, unanswered }).toEqual({ status: "abstained", citations: [], unanswered: [] });
  });

  it("cite a place that answers both once, with numbers that fit", async () => {
    const { statements, citations } = await ask("When was the harbour sold and who bought the harbour?");
    expect(new Set(citations.map(({ id }) => id)).size).toBe(citations.length);
    expect(citations.map(({ n }) => n)).toEqual(citations.map((_, at) => at + 1));
    for (const {
      text,
      citations: [n = 0],
    } of statements)
      expect(citations[n - 1]?.quote).toBe(text);
  });

  it("are one question where only one quote may be shown", async () => {
    expect((await ask("When was the harbour opened and who wrote Hamlet?", 1)).citations.length).toBeLessThan(
      2,
    );
  });
});
