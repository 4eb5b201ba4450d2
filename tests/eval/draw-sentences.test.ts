import { describe, expect, it } from "vitest";
import { drawSentences } from "../../src/eval/draw-sentences.ts";
import { indexTexts } from "../doubles/small-corpus.ts";

const town = (name: string, count: number) =>
  Array.from(
    { length: count },
    (_, at) => `The council of ${name} paved ${at + 20} narrow streets beside the northern market gate.`,
  ).join("\n\n");

describe("sentences drawn to be asked for", () => {
  it("are the same for the same seed, and others for another", async () => {
    const index = indexTexts({ arlen: town("Arlen", 40), bodo: town("Bodo", 40) });
    const [once, again, other] = await Promise.all([1, 1, 2].map((seed) => drawSentences(index, 10, seed)));
    expect(again).toEqual(once);
    expect(other?.map(({ text }) => text)).not.toEqual(once?.map(({ text }) => text));
  });

  it("are spread over the sources", async () => {
    const index = indexTexts({ arlen: town("Arlen", 60), bodo: town("Bodo", 3), cork: town("Cork", 3) });
    const drawn = await drawSentences(index, 9, 1);
    const perSource = ["arlen", "bodo", "cork"].map(
      (id) => drawn.filter(({ passage }) => passage.source.id === id).length,
    );
    expect(perSource).toEqual([3, 3, 3]);
  });

  it("are no headings, fragments or sentences that point back, and each is drawn once", async () => {
    const index = indexTexts({
      notes: [
        "# The council of Arlen and its narrow northern streets",
        "council streets narrow northern market gate paved anew",
        "It paved twenty narrow streets beside the northern market gate.",
        "The council paved twenty narrow streets beside the northern market gate.",
      ].join("\n\n"),
    });
    const drawn = await drawSentences(index, 10, 1);
    expect(drawn.map(({ text }) => text)).toEqual([
      "The council paved twenty narrow streets beside the northern market gate.",
    ]);
  });

  it("are none where there are none", async () => {
    expect(await drawSentences(indexTexts({}), 10, 1)).toEqual([]);
    expect(await drawSentences(indexTexts({ notes: "One. Two. Three." }), 10, 1)).toEqual([]);
  });

  it("are drawn from other languages and scripts too", async () => {
    const index = indexTexts({
      persisch: "شورای شهر بیست خیابان باریک کنار دروازه شمالی بازار قدیمی را سنگفرش کرد.",
      deutsch: "Der Rat pflasterte zwanzig enge Gassen neben dem nördlichen Markttor der Altstadt.",
      chinesisch: "市议会在北方市场大门旁边铺设了二十条狭窄的街道。",
    });
    const drawn = await drawSentences(index, 10, 1);
    expect(new Set(drawn.map(({ passage }) => passage.source.id))).toEqual(
      new Set(["persisch", "deutsch", "chinesisch"]),
    );
    for (const { question } of drawn) expect(question).not.toMatch(/What|When|How/);
  });

  it("are not drawn once the work is given up", async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(drawSentences(indexTexts({ arlen: town("Arlen", 5) }), 3, 1, stop.signal)).rejects.toThrow();
  });
});
