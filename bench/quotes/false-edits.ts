/** False quotations that use an editor's ellipses and brackets to change what is said. */

import { altered, replaceOne } from "./alter.ts";
import { otherFigure } from "./alterations.ts";
import { pick, type Random, words } from "./case-words.ts";
import type { CaseMaker } from "./quote-cases.ts";

const NEGATION = /\b(?:not|never|cannot)\b/;
const HEDGE = /\b(?:may|might|could|probably|possibly|perhaps)\b/;

/** Puts `mark` in place of the word found and up to two words on either side. */
function elideAround(pattern: RegExp, mark: string) {
  return (text: string, random: Random): string | null => {
    const all = words(text);
    const at = all.findIndex((word) => pattern.test(word));
    if (at < 3 || at > all.length - 4) return null;
    const [from, to] = [
      Math.max(3, at - pick(random, 0, 2)),
      Math.min(all.length - 3, at + 1 + pick(random, 0, 2)),
    ];
    return [...all.slice(0, from), mark, ...all.slice(to)].join(" ");
  };
}

function putIn(text: string, random: Random, put: string): string {
  const all = words(text);
  all.splice(pick(random, 2, all.length - 2), 0, put);
  return all.join(" ");
}

export const FALSE_EDITS: readonly CaseMaker[] = [
  altered(
    "[not]",
    replaceOne(/\b(?:is|are|was|were|can|has|had|will|would)\b/, (verb) => `${verb} [not]`),
  ),
  altered(
    "[may]",
    replaceOne(/\b(?:is|are|was|were|has)\b/, () => "[may be]"),
  ),
  altered(
    "[un]",
    replaceOne(/\b(?:likely|able|important|known|common|clear|stable|official)\b/, (word) => `[un]${word}`),
  ),
  altered(
    "[number]",
    replaceOne(/\b\d{3,}\b/, (figure) => `[${otherFigure(figure)}]`),
  ),
  altered(
    "[for not]",
    replaceOne(/\b(?:not|never)\b/, () => "[indeed]"),
  ),
  altered(
    "glued [not]",
    replaceOne(/\b(?:is|are|was|were|can|has|had|will|would)\b/, (verb) => `${verb}[not]`),
  ),
  altered("[other name] at the start", (text) => {
    const all = words(text);
    // For a pronoun a name may stand.
    return /^(?!They|She|Its|Their|His|Her|This|That|These|Those|You|Your|Our)\p{Lu}\p{Ll}{2,}$/u.test(
      all[0] ?? "",
    )
      ? ["[Zanzibar]", ...all.slice(1)].join(" ")
      : null;
  }),
  altered("[other name] in lower case", (text) => {
    const found = /(?<=[\p{Ll},] )\p{Lu}\p{Ll}{2,}/u.exec(text);
    return found === null
      ? null
      : `${text.slice(0, found.index)}[zanzibar]${text.slice(found.index + found[0].length)}`;
  }),
  altered("[falsely]", (text, random) => putIn(text, random, "[falsely]")),
  altered("[allegedly]", (text, random) => putIn(text, random, "[Allegedly]")),
  altered("[remark: not]", (text, random) => putIn(text, random, "[emphasis added: not]")),
  altered(
    "[other verb]",
    replaceOne(/\b(?:said|called|opened|reached|became|made|built)\b/, () => "[denied]"),
  ),
  altered(
    "[sign] before a figure",
    replaceOne(/(?<=\s)\d+/, (figure) => `[-]${figure}`),
  ),
  altered(
    "[%] behind a figure",
    replaceOne(/(?<=\s)\d+(?=\s)/, (figure) => `${figure}[%]`),
  ),
  ...["<", ">", "~", "¬", "±", "≥", "≈", "↓", "€"].map((sign) =>
    altered(
      `${sign} before a figure`,
      replaceOne(/(?<=\s)\d+/, (figure) => sign + figure),
    ),
  ),
  ...["″", "+", "‰", "°", "²", "½", "％"].map((sign) =>
    altered(
      `${sign} behind a figure`,
      replaceOne(/(?<=\s)\d+(?=\s)/, (figure) => figure + sign),
    ),
  ),
  altered("negation left out", elideAround(NEGATION, "…")),
  altered("hedge left out", elideAround(HEDGE, "[…]")),
  altered("elided, number changed", (text) => {
    const all = words(text);
    const at = all.findIndex((word) => /\d/.test(word));
    if (all.length < 20 || at === -1 || at > 6) return null;
    return [
      ...all.slice(0, 9).map((word, place) => (place === at ? word.replace(/\d+/, otherFigure) : word)),
      "…",
      ...all.slice(-7),
    ].join(" ");
  }),
];
