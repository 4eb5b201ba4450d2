import { describe, expect, it } from "vitest";
import { LANGUAGES, languageOf } from "../../src/language/languages.ts";
import { LEXICONS, lexiconFor } from "../../src/language/lexicon.ts";
import { deniedBy } from "../../src/language/negations.ts";
import { unitNamed } from "../../src/language/units/unit-table.ts";
import { readWords } from "../../src/language/words/read-words.ts";
import { ASKING_WORDS, LINKING_WORDS } from "../../src/text/function-words.ts";
import { SYNONYM_GROUPS } from "../../src/text/synonym-groups.ts";

function denials(text: string): number {
  return readWords(text).words.filter(({ isNegation }) => isNegation).length;
}

describe("a negation", () => {
  it.each([
    "It did not sink",
    "It didn't sink",
    "It didn’t sink",
    "It didn´t sink",
    "It didnt sink",
    "It didn t sink",
    "It did n't sink",
    "It didnot sink",
    "It isn't there",
    "It can't be",
    "It cannot be",
    "It did n o t sink",
    "It d i d n o t sink",
    "It did n-o-t sink",
    "It did n.o.t sink",
    "It did n ot sink",
    "It did nоt sink",
    "It did n\u200bot sink",
    "It did n\u00adot sink",
    "It did 𝐧𝐨𝐭 sink",
    "It did ｎｏｔ sink",
    "No boat sank",
    "Nobody sank",
    "Es ist nicht gesunken",
    "Il n’est jamais parti",
    "Судно не затонуло",
    "Gemi hiç batmadı ve bu doğru",
    "Gəmi heç batmayıb",
    "کشتی هرگز غرق نشد و این درست است",
  ])("stands in %j", (text) => {
    expect(denials(text)).toBeGreaterThan(0);
  });

  it.each([
    "The boat sank",
    "Veldt Rail won the tender",
    "Don Quixote saw it",
    "Nota bene",
    "Knots of rope",
    "On e-mail he wrote",
    "The sin of pride",
    "A non event",
    "J R R Tolkien wrote it",
    "Anne and Anton came",
  ])("does not stand in %j", (text) => {
    expect(denials(text)).toBe(0);
  });

  it("is counted once, however it is written", () => {
    for (const text of ["It didn't", "It didn’t", "It didnt", "It did not", "It did n't", "It didn t"])
      expect([text, denials(text)]).toEqual([text, 1]);
  });
});

describe("a syllable or an ending that denies", () => {
  const english = lexiconFor(languageOf("the boat and the sea"));
  const words = (key: string, lexicon = english) => deniedBy(key, lexicon).map(({ word }) => word);

  it.each([
    ["unsafe", "safe"],
    ["nonstandard", "standard"],
    ["disagree", "agree"],
    ["impossible", "possible"],
    ["irregular", "regular"],
    ["harmless", "harm"],
    ["notsafe", "safe"],
  ])("%s may deny %s", (key, base) => {
    expect(words(key)).toContain(base);
  });

  it.each(["income", "until", "inform", "discover", "regardless", "under", "interest", "important", "unit"])(
    "%s denies nothing",
    (key) => {
      expect(words(key)).toEqual([]);
    },
  );

  it.each([
    ["bu gemi için ve daha", "batmadi", "bat"],
    ["bu gəmi üçün və daha", "batmayib", "bat"],
    ["что это на не", "небезопасен", "безопасен"],
    ["и این را که با", "نرفت", "رفت"],
  ])("of a text like %j: %s denies %s", (text, key, base) => {
    expect(words(key, lexiconFor(languageOf(text)))).toContain(base);
  });

  it.each([["un-safe"], ["un‑safe"], ["un safe"], ["un\u00adsafe"], ["un−safe"]])(
    "is read with its word in %j",
    (text) => {
      expect(readWords(`The bridge is ${text} now`).words.map(({ key }) => key)).toContain("unsafe");
    },
  );

  it("is not read into a name", () => {
    expect(readWords("The UN-backed plan of non-EU states").words.map(({ key }) => key)).toEqual([
      "the",
      "un",
      "backed",
      "plan",
      "of",
      "non",
      "eu",
      "states",
    ]);
  });
});

describe("the words of other languages", () => {
  const english = new Set(
    [ASKING_WORDS, LINKING_WORDS, SYNONYM_GROUPS]
      .join(" ")
      .toLowerCase()
      .split(/[^a-z]+/),
  );

  it("that English has as well are listed as everyday ones", () => {
    const strays = LEXICONS.filter(({ language }) => language.name !== "english").flatMap(
      ({ language, numbers, glosses }) => [
        ...[...numbers]
          .filter(([key, entry]) => english.has(key) && !entry.isEveryday && !entry.isArticle)
          .map(([key]) => `${language.name} ${key}`),
        ...[...glosses.values()]
          .flat()
          .filter(
            ({ keys, isEveryday, english: own }) =>
              keys.length === 1 &&
              english.has(keys[0] ?? "") &&
              !isEveryday &&
              own !== keys[0] &&
              unitNamed(keys[0] ?? "") === null,
          )
          .map(({ keys }) => `${language.name} ${keys[0]}`),
      ],
    );
    expect(strays).toEqual([]);
  });

  it("are known by a sentence of each", () => {
    expect(
      [
        "The boat lay in the harbour.",
        "Das Schiff lag im Hafen und ist nicht gesunken.",
        "Le bateau était dans le port et il a coulé.",
        "El barco estaba en el puerto y no se hundió.",
        "O barco estava no porto e não afundou.",
        "Gemi limanda için bekledi ve sonra battı.",
        "Gəmi limanda idi və sonra batdı.",
        "Судно было в порту и не затонуло.",
        "کشتی در بندر بود و غرق شد.",
      ].map((text) => languageOf(text).name),
    ).toEqual([
      "english",
      "german",
      "french",
      "spanish",
      "portuguese",
      "turkish",
      "azerbaijani",
      "russian",
      "persian",
    ]);
    expect(LANGUAGES).toHaveLength(9);
  });
});
