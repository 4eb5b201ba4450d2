/** Disagreements found and false alarms raised on the labelled pairs, as good as they were or better. */
import { describe, expect, it } from "vitest";
import { readCorpus } from "../../src/corpus/read-corpus.ts";
import { findDisagreements } from "../../src/disagree/find-disagreements.ts";
import { formatCitationId } from "../../src/passages/citation-id.ts";
import { compareSides, labelledPairs, sentencesOf } from "./labelled-pairs.ts";

const pairs = labelledPairs();
const asOneLine = (text: string) => text.replace(/\s+/g, " ");

describe.each(["tuning", "held"] as const)("on the %s half of the labelled pairs", (half) => {
  const ofHalf = pairs.filter((pair) => pair.half === half);

  it("nine in ten disagreements are found, with the values that differ", () => {
    const differing = ofHalf.filter(({ differ }) => differ);
    const missed = differing.filter((pair) => {
      const values = compareSides(pair).flatMap(({ sides }) => sides.map(({ value }) => value));
      return !(pair.values ?? []).every((wanted) => values.some((value) => value.includes(wanted)));
    });
    expect(differing.length).toBeGreaterThanOrEqual(20);
    expect(missed.map(({ id }) => id).length).toBeLessThanOrEqual(differing.length / 10);
  });

  it("no alarm is raised where nothing disagrees", () => {
    const agreeing = ofHalf.filter(({ differ }) => !differ);
    expect(agreeing.length).toBeGreaterThanOrEqual(20);
    expect(
      agreeing.filter((pair) => compareSides(pair).length > 0).map(({ id, kind }) => `${id} ${kind}`),
    ).toEqual([]);
  });
});

it("in the shipped corpus every known disagreement is found, and nothing else", async () => {
  const { sources } = await readCorpus("corpus");
  const found = findDisagreements(sources.flatMap(sentencesOf)).map(({ sides }) =>
    sides.map(({ value, places }) => {
      const [place] = places;
      const sentence = place?.at.sentence;
      const id = formatCitationId(
        place?.at.passage.source.id ?? "",
        sentence?.paragraph ?? 0,
        sentence?.number ?? 0,
        sentence?.number ?? 0,
      );
      return `${id} ${value}`;
    }),
  );
  const known = pairs.flatMap(({ citations, values }) =>
    citations === undefined ? [] : [citations.map((id, at) => `${id} ${asOneLine(values?.[at] ?? "")}`)],
  );
  const unqualified = found.map((sides) => sides.map((side) => side.replace(/(?:roughly|Between) /, "")));
  expect(unqualified.map((sides) => [...sides].sort()).sort()).toEqual(
    known.map((sides) => [...sides].sort()).sort(),
  );
});
