/** True quotations as careful editors shorten and explain them. */

import { pick, type Random, sliceOf, words } from "./case-words.ts";
import type { CaseMaker, Passage } from "./quote-cases.ts";

const LEFT_OUT =
  /\b(?:not|no|never|none|nor|neither|without|cannot|hardly|may|might|could|perhaps|possibly|probably|likely|unlikely|unless|except|seem\w*|appear\w*|suggest\w*|potentially|apparently|allegedly|reportedly|maybe|nobody|nothing|nowhere|scarcely|barely|seldom|rarely|supposedly|believed|thought|suspected|alleged)\b|n[’']t\b/i;

/** What says how many, how much or under which condition: nothing may be put in its stead. */
const LIMITS =
  /^(?:each|every|only|than|more|less|fewer|several|various|both|either|entire|whole|total|about|around|former|late|if|though|although|however|rather|would|should|just|against|instead|(?:second|minute|hour|day|week|month|decade|mile|metre|meter|million|billion|tonne|dollar|euro|percent)s?)$/;

/** Leaves out a run of words of one sentence that says nothing of its own about what is kept. */
function elide(text: string, random: Random, mark: string): string | null {
  const all = words(text);
  if (all.length < 12) return null;
  const from = pick(random, 3, all.length - 7);
  const count = pick(random, 3, Math.min(20, all.length - from - 3));
  const gap = all.slice(from, from + count).join(" ");
  return LEFT_OUT.test(gap) ? null : [...all.slice(0, from), mark, ...all.slice(from + count)].join(" ");
}

function elision(kind: string, make: (passage: Passage, random: Random) => string | null): CaseMaker {
  return { kind, faithful: true, expected: ["elided"], make };
}

function bracket(kind: string, make: (text: string, random: Random) => string | null): CaseMaker {
  return { kind, faithful: true, expected: ["bracketed"], make: ({ text }, random) => make(text, random) };
}

function insertWords(text: string, random: Random, put: string): string {
  const all = words(text);
  all.splice(pick(random, 2, all.length - 2), 0, put);
  return all.join(" ");
}

export const EDITS: readonly CaseMaker[] = [
  elision("ellipsis", ({ text }, random) => elide(text, random, "…")),
  elision("three dots", ({ text }, random) => elide(text, random, "...")),
  elision("bracketed ellipsis", ({ text }, random) => elide(text, random, "[…]")),
  elision("bracketed dots", ({ text }, random) => elide(text, random, "[...]")),
  elision("spaced dots", ({ text }, random) => elide(text, random, ". . .")),
  elision("glued ellipsis", ({ text }, random) => elide(text, random, "…")?.replace(" … ", "… ") ?? null),
  elision("ends only", ({ text }) => {
    const all = words(text);
    const gap = all.slice(4, -4).join(" ");
    return all.length < 12 || LEFT_OUT.test(gap)
      ? null
      : `${all.slice(0, 4).join(" ")} ... ${all.slice(-4).join(" ")}`;
  }),
  elision("two ellipses", ({ text }, random) => {
    const all = words(text);
    if (all.length < 24) return null;
    const half = Math.floor(all.length / 2);
    const first = elide(all.slice(0, half).join(" "), random, "…");
    const second = elide(all.slice(half).join(" "), random, "[…]");
    return first === null || second === null ? null : `${first} ${second}`;
  }),
  elision("open ends", ({ text }, random) => `… ${sliceOf(text, random)} …`),
  elision("over a sentence end", ({ text, nextInBlock }) => {
    if (nextInBlock === null) return null;
    const [own, next] = [words(text), words(nextInBlock)];
    if (own.length > 40 || next.length < 10) return null;
    const gap = [...own.slice(7), ...next.slice(0, -6)].join(" ");
    return LEFT_OUT.test(gap) || words(gap).length > 45
      ? null
      : `${own.slice(0, 7).join(" ")} … ${next.slice(-6).join(" ")}`;
  }),
  bracket("[sic]", (text, random) => insertWords(text, random, "[sic]")),
  bracket("explained", (text, random) => insertWords(text, random, "[that is, the people concerned]")),
  bracket("changed capital", (text) => {
    const first = text.charAt(0);
    return /^\p{L}/u.test(text) && first.toLowerCase() !== first
      ? `[${first.toLowerCase()}]${text.slice(1)}`
      : null;
  }),
  bracket("cut and capital", (text, random) => {
    const cut = words(text).slice(pick(random, 1, 3));
    const [first = ""] = cut;
    if (!/^\p{Ll}/u.test(first) || cut.length < 7) return null;
    return `[${first.charAt(0).toUpperCase()}]${cut.join(" ").slice(1)}`;
  }),
  bracket("name for a pronoun", (text) => {
    const found = /\b(?:he|she|it|they|their|his|its)\b/.exec(text);
    if (found === null) return null;
    return `${text.slice(0, found.index)}[the Northern Council]${text.slice(found.index + found[0].length)}`;
  }),
  bracket("word for a word", (text, random) => {
    const all = words(text);
    const at = pick(random, 2, all.length - 3);
    if (!/^\p{Ll}{4,}$/u.test(all[at] ?? "") || LEFT_OUT.test(all[at] ?? "") || LIMITS.test(all[at] ?? ""))
      return null;
    if (
      /^(?:first|second|some|many|most|often|three|four|five|eight|seven|nine|half|year|years)|(?:th|ty|ly|teen)$/.test(
        all[at] ?? "",
      )
    )
      return null;
    all[at] = "[something]";
    return all.join(" ");
  }),
  bracket("ending", (text) => {
    const found = /\b(\p{Ll}{3,}[^\Ws])s\b/u.exec(text);
    return found === null
      ? null
      : `${text.slice(0, found.index)}${found[1]}[ed]${text.slice(found.index + found[0].length)}`;
  }),
  bracket("ellipsis and bracket", (text, random) => {
    const cut = elide(text, random, "…");
    return cut === null ? null : insertWords(cut, random, "[sic]");
  }),
];
