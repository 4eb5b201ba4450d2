import { describe, expect, it } from "vitest";
import { splitSentences } from "../../src/passages/split-sentences.ts";

/** Splits the text that `marked` gives without its `¦`, and marks where it was split. */
function split(marked: string): string {
  const text = marked.replaceAll("¦", "");
  const starts = new Set(splitSentences(text).map(({ start }) => start));
  starts.delete(0);
  return [...text.matchAll(/[\s\S]/gu)]
    .map((match) => (starts.has(match.index) ? "¦" : "") + match[0])
    .join("");
}

describe("splitSentences", () => {
  it.each([
    ["ends at full stops, question and exclamation marks", "It rained. ¦Did it stop? ¦No! ¦It went on."],
    ["keeps closing quotes and brackets", "“It rained.” ¦He left. ¦(She stayed.) ¦All was well."],
    [
      "keeps footnote marks",
      "It rained.[1] ¦It stopped.[citation needed][2] ¦The sun shone.¹ ¦All was well.",
    ],
    ["goes on in lower case", "“Why?” he asked. ¦Wait ... what? ¦He said no! and left."],
    [
      "keeps a quotation with its speaker",
      "“Stop!” Ilham Aliyev said. ¦“Stop!” ¦He said so. ¦“Stop!” ¦Nobody did.",
    ],
    ["begins with a dash of dialogue", "Он ушёл. ¦— Куда? ¦– Домой. ¦A pause. — then more."],
    [
      "ends where the full stop is not the abbreviation's own",
      "He lives there (in the U.S.). ¦Workers came.",
    ],
    ["goes on after titles", "Mr. Kim met Dr. Sá and Prof. Wu at St. Mary. ¦They spoke."],
    ["goes on after references", "See Fig. 3, vol. 2, p. 17, No. 5 and pp. 3–9. ¦The rest is lost."],
    [
      "ends after a reference word that nothing refers with",
      "He said no. ¦It took 5 sec. ¦The rest is in L.A., CA. ¦All is lost.",
    ],
    [
      "goes on after initials",
      "The works of J. R. R. Tolkien and J.S. Bach are known. ¦They lived long ago.",
    ],
    ["goes on after acronyms, unless a sentence follows", "The U.S. Navy left the U.S. ¦The rest stayed."],
    [
      "ends after a letter when a sentence follows",
      "This is plan B. ¦It works. ¦It came with World War I. ¦In 1914 nobody knew.",
    ],
    ["goes on after company forms", "Acme Inc. Europe and Smith & Co. KG merged. ¦Acme Inc. ¦The end."],
    ["knows months and days", "On Jan. 5 it snowed. ¦It was on Mon. 7 Feb. 2011. ¦All came."],
    ["knows e.g. and i.e.", "Some metals, e.g. Iron, rust, i.e. Oxidise. ¦Others do not."],
    ["knows times of day", "It began at 4 p.m. Friday. ¦It ended at 5 a.m. ¦The sun rose."],
    ["keeps numbers whole", "It cost $3.50 or 1.200,00 at version 2.0.1. ¦That is 5. ¦Then it sank."],
    ["does not end at a number that opens the sentence", "1. Open the lid. ¦2.1 Close it."],
    ["keeps addresses whole", "See www.example.org/a.b?c=D. ¦It is short."],
    ["needs white space", "It rained.It stopped."],
    ["goes on after an ellipsis in lower case only", "It rained... and rained… ¦Then it stopped."],
    [
      "takes symbols and digits for beginnings",
      "It rained. ¦3 mm fell. ¦$5 was paid. ¦🎉 All cheered. ¦iPhones rang.",
    ],
    [
      "looks behind opening marks",
      "It rained. ¦“Stay,” he said. ¦(Nobody left.) ¦**Bold** words. ¦¿Por qué? ¦¡No!",
    ],
    ["ends over line ends", "It rained.\n¦It stopped.\r\n¦All was\nwell."],
    [
      "knows German dates and abbreviations",
      "Am 3. Oktober 1990, z. B. in Bonn, bzw. im 19. Jahrhundert. ¦Das war es.",
    ],
    [
      "knows Russian initials and abbreviations",
      "А. С. Пушкин родился в 1799 г. в Москве. ¦Он писал, т.е. сочинял.",
    ],
    ["splits Chinese without spaces", "今天下雨。¦你好吗？¦“很好。”¦他说完了！"],
    ["keeps Japanese quotes with their particle", "「行く。」と彼は言った。¦雨が降った。"],
    [
      "splits Arabic, Urdu, Hindi and Armenian",
      "هل نزل المطر؟ ¦نعم. ¦بارش ہوئی۔ ¦वर्षा हुई। ¦फिर रुकी। ¦Անձրև եկավ։ ¦Այո։",
    ],
    ["splits Ethiopic and Burmese", "ዝናብ ዘነበ። ¦ቆመ። ¦မိုးရွာသည်။ ¦ရပ်သွားသည်။"],
  ])("%s", (_, marked) => {
    expect(split(marked)).toBe(marked);
  });

  it("makes nothing of nothing", () => {
    expect(splitSentences("")).toEqual([]);
    expect(splitSentences(" \n\t\u00a0")).toEqual([]);
  });
});
