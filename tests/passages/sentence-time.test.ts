import { describe, expect, it } from "vitest";
import { divideSource } from "../../src/passages/divide-source.ts";
import { findPeriods, overlap, periodsOfSentence } from "../../src/passages/sentence-time.ts";
import { makeSource } from "../doubles/make-source.ts";

const spans = (text: string) => findPeriods(text).map(({ from, to }) => [from, to]);

describe("the periods that a text names", () => {
  it.each([
    ["It sank on 18 January 1974.", [[19740118, 19740118]]],
    ["It sank in May 1974.", [[19740501, 19740531]]],
    ["It sank in 1974.", [[19740101, 19741231]]],
    ["Built in the 1970s.", [[19700101, 19791231]]],
    ["Built in the 19th century.", [[18010101, 19001231]]],
    ["From 2016 to 2020 it grew.", [[20160101, 20201231]]],
    ["Between 2016 and 2020 it grew.", [[20160101, 20201231]]],
    ["The crisis of 2016–2020.", [[20160101, 20201231]]],
    ["Since 2006 gas flows.", [[20060101, 99991231]]],
    ["It is due by 2030.", [[20300101, 20301231]]],
    [
      "In 2024 it was up 44% from 2021.",
      [
        [20240101, 20241231],
        [20210101, 20211231],
      ],
    ],
    ["Before 1900 there was a ferry.", [[0, 19000100]]],
    [
      "In 2023 it opened. That May it closed; in July it fell.",
      [
        [20230101, 20231231],
        [20230701, 20230731],
      ],
    ],
    ["Araz-2025 was held.", []],
    ["In May it closed.", []],
    ["It has 2024 seats", [[20240101, 20241231]]],
    ["", []],
  ])("%s", (text, expected) => {
    expect(spans(text)).toEqual(expected);
  });

  it("overlap when they share a day", () => {
    const [may, year, other] = [findPeriods("May 2023"), findPeriods("2023"), findPeriods("2024")].flat();
    expect(may && year && overlap(may, year)).toBe(true);
    expect(may && other && overlap(may, other)).toBe(false);
  });
});

describe("the periods of a sentence", () => {
  const of = (text: string, index: number) => {
    const source = makeSource(text);
    const [passage] = divideSource(source).passages;
    return passage === undefined ? [] : periodsOfSentence(text, passage, index).map(({ from }) => from);
  };

  it("are its own, else those of the sentence before in its paragraph", () => {
    const text = "It opened in 1932. Boats passed below. It closed in 1950.";
    expect([of(text, 0), of(text, 1), of(text, 2)]).toEqual([[19320101], [19320101], [19500101]]);
  });

  it("are those of the heading above when its paragraph names none", () => {
    expect(of("# The flood of 1953\n\nThe dyke broke at night.", 0)).toEqual([19530101]);
  });

  it("are not those of another paragraph", () => {
    expect(of("It opened in 1932.\n\nBoats pass below.", 1)).toEqual([]);
  });
});
