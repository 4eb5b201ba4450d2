/** Every unseen character in every place of every screen: none leaves its line, turns what stands around it, or hides. */
import { describe, expect, it } from "vitest";
import type { Answer, Citation } from "../../src/answers/answer.ts";
import { faultText } from "../../src/cli/fault.ts";
import { UserError } from "../../src/errors.ts";
import type { SelfTestOutcome } from "../../src/eval/self-test.ts";
import type { QuoteReport } from "../../src/quotes/report-check.ts";
import type { CitationReport, VerificationReport } from "../../src/quotes/report-verification.ts";
import type { PartReport } from "../../src/quotes/verify-statements.ts";
import { answerPages, passagePages } from "../../src/render/discord/answer-pages.ts";
import { checkPages } from "../../src/render/discord/check-pages.ts";
import { renderPage } from "../../src/render/discord/message.ts";
import { CARD_SPACE, type Page, PLAIN_SPACE } from "../../src/render/discord/pages.ts";
import { placePages } from "../../src/render/discord/place-pages.ts";
import { sourcePages } from "../../src/render/discord/source-pages.ts";
import { wordsFor } from "../../src/render/discord/words.ts";
import { renderWriting } from "../../src/render/discord/writing.ts";
import { renderAnswer } from "../../src/render/terminal/answer.ts";
import { renderQuoteInPlace } from "../../src/render/terminal/citation.ts";
import { renderConflicts } from "../../src/render/terminal/disagreements.ts";
import { renderFindings } from "../../src/render/terminal/findings.ts";
import { renderModelRemarks } from "../../src/render/terminal/generated-answer.ts";
import { type Layout, PLAIN_LAYOUT } from "../../src/render/terminal/layout.ts";
import { renderQuoteLine, renderQuoteReport } from "../../src/render/terminal/quote-report.ts";
import { renderRefreshReport } from "../../src/render/terminal/refresh-report.ts";
import { renderSelfTest, type SelfTestRun } from "../../src/render/terminal/self-test.ts";
import { renderSources } from "../../src/render/terminal/sources.ts";
import { renderVerification } from "../../src/render/terminal/verification.ts";
import { wrapAt } from "../../src/render/terminal/wrap-at.ts";
import { isolateDirection } from "../../src/render/visible.ts";
import { madeAbstention, madeAnswer, madeCitation } from "../doubles/made-answer.ts";
import { UNSEEN } from "../doubles/text/joining-text.ts";
import { NEVER_SHOWN, outsideIsolates, withoutIsolates } from "../doubles/text/never-shown.ts";
import { textsOf } from "./discord/reading.ts";

/** So few that the shortest place of a screen holds all of a text. */
const PER_TEXT = 12;
/** All but most of those that have no use at all: `makeVisible` is tried with every one. */
const TRIED = UNSEEN.filter((character, at) => /[\p{Cc}\p{Cf}\p{Z}]/u.test(character) || at % 100 === 0);
/** Texts that together hold them between Latin letters and between Arabic ones. */
const TEXTS = Array.from({ length: Math.ceil(TRIED.length / PER_TEXT) }, (_, at) => {
  const own = TRIED.slice(at * PER_TEXT, (at + 1) * PER_TEXT);
  return `${own.join("b")}م${own.join("ه")} `;
});
const LAYOUTS: readonly Layout[] = [
  PLAIN_LAYOUT,
  { ...PLAIN_LAYOUT, width: 60, wrap: wrapAt(60), isolate: isolateDirection },
];

function citationOf(text: string, n = 1): Citation {
  const source = { id: text, title: text, file: `${text}.md`, author: text, date: text, url: null };
  return madeCitation(text, {
    n,
    id: `${text}:1.1`,
    source,
    section: text,
    answerSpan: { start: 103, end: 109 },
  });
}

function answersOf(text: string): Answer[] {
  const more: Partial<Answer> = {
    question: text,
    standaloneQuestion: text,
    unanswered: [text],
    note: text,
    noteHint: text,
    dropped: [{ text, reason: text }],
    disagreements: [{ about: text, sides: [1, 2].map((n) => ({ value: text, citations: [n] })) }],
  };
  const both = [citationOf(text), citationOf(text, 2)];
  return [
    madeAnswer(both, more),
    madeAnswer(both, {
      ...more,
      mode: "generative",
      model: text,
      statements: [{ text, citations: [1], beside: [2] }],
    }),
    { ...madeAbstention([text], more), abstention: { reason: text, missingTerms: [text], closest: both } },
  ];
}

const reportOf = (text: string, faithful: boolean): QuoteReport => ({
  claimed: text,
  verdict: faithful ? "exact" : "altered",
  faithful,
  matches: faithful ? [citationOf(text)] : [],
  nearest: faithful ? null : citationOf(text),
  diff: [
    { op: "equal", text },
    { op: "delete", text },
    { op: "insert", text },
  ],
  flags: [],
  places: 1,
  pieces: [],
  note: text,
});
const placeOf = (text: string) => ({
  citation: citationOf(text),
  lines: [
    { line: 1, text, marked: { start: 2, end: 9 } },
    { line: 2, text, marked: null },
  ],
});
const summaryOf = (text: string) => ({ ...citationOf(text).source, paragraphs: 1, sentences: 1, words: 1 });

const verificationOf = (text: string): VerificationReport => {
  const citation: CitationReport = {
    id: text,
    quote: text,
    status: "changed",
    now: citationOf(text),
    diff: [],
    differences: [{ field: "title", claimed: text, now: [text] }],
    note: text,
  } as unknown as CitationReport;
  const part = { text, status: "forged", note: text } as unknown as PartReport;
  return {
    citations: [citation, { ...citation, diff: reportOf(text, false).diff }],
    closest: [],
    statements: [part],
    disagreements: [part],
    problems: [text],
    counts: { changed: 2 },
    intact: false,
  } as unknown as VerificationReport;
};
const selfTestOf = (text: string): SelfTestRun => {
  const outcome = {
    id: "a:1.1",
    question: text,
    sentence: text,
    verdict: "wrong",
    citations: ["a:1.1"],
    refusedWhenHidden: false,
    citationsWhenHidden: ["a:1.1"],
    quoteWhenHidden: text,
  } as unknown as SelfTestOutcome;
  const measures = { questions: 1 } as SelfTestRun["measures"];
  return { seed: 1, wanted: 1, corpus: { sources: 1 }, measures, outcomes: [outcome] };
};

function terminalScreens(text: string, layout: Layout): string[] {
  const [answer] = answersOf(text);
  if (answer === undefined) return [];
  const file = { file: text, reason: text };
  return [
    ...answersOf(text).map((one) => renderAnswer(one, layout)),
    ...answersOf(text).map((one) => renderModelRemarks(one, layout, true)),
    renderQuoteInPlace(placeOf(text), layout),
    renderConflicts(answer, layout),
    renderFindings([{ about: text, state: "fault", message: text, hint: text }], layout),
    renderQuoteReport(reportOf(text, true), layout),
    renderQuoteReport(reportOf(text, false), layout),
    renderQuoteLine(reportOf(text, true), layout),
    renderSources([summaryOf(text)], layout),
    renderRefreshReport(
      {
        new: [text],
        changed: [text],
        removed: [text],
        unchanged: [text],
        skipped: [file],
        rebuilt: text,
        notes: [text],
        embedded: 1,
        pendingVectors: 0,
      } as Parameters<typeof renderRefreshReport>[0],
      layout,
    ),
    faultText(new UserError(text, text), layout.width !== null),
    faultText(new Error(text), layout.width !== null),
    renderVerification(verificationOf(text), layout),
    renderSelfTest(selfTestOf(text), layout),
  ];
}

function discordScreens(text: string): string[] {
  const words = wordsFor("en");
  const answers = answersOf(text);
  const pages: Page[][] = [CARD_SPACE, PLAIN_SPACE].flatMap((space) => [
    ...answers.map((answer) => answerPages(answer, words, space)),
    ...answers.map((answer) => passagePages(answer, words, space)),
    checkPages([reportOf(text, true), reportOf(text, false)], words, space),
    placePages(placeOf(text), words, space).pages,
    sourcePages([summaryOf(text)], words, space),
  ]);
  const controls = { screen: "x1", words, layout: "card", isAnswer: true } as const;
  const cards = pages.flatMap((own) => own.map((_, at) => renderPage(own, at, controls)));
  return [...cards, ...answers.map((answer) => renderWriting(answer, "x1", words))].flatMap(textsOf);
}

describe("a screen", () => {
  it("of a terminal shows no unseen character as it is, and lets none out of its line", () => {
    for (const text of TEXTS)
      for (const layout of LAYOUTS)
        for (const screen of terminalScreens(text, layout)) {
          expect(withoutIsolates(screen)).not.toBeNull();
          expect(NEVER_SHOWN.exec(withoutIsolates(screen) ?? "")).toBeNull();
        }
  });

  it("of a terminal turns nothing round but what is itself written from right to left", () => {
    for (const text of ["אב 12 (x)", "In “אב”, “גד” – אב, 5 גד", ...TEXTS])
      for (const screen of terminalScreens(text, LAYOUTS[1] as Layout))
        expect(outsideIsolates(screen)).not.toMatch(/[\p{Script=Hebrew}\p{Script=Arabic}]/u);
  });

  it("of Discord shows no unseen character as it is, and lets none out of its line", () => {
    for (const text of TEXTS)
      for (const screen of discordScreens(text)) {
        expect(withoutIsolates(screen)).not.toBeNull();
        expect(NEVER_SHOWN.exec(withoutIsolates(screen) ?? "")).toBeNull();
      }
  });

  it("isolates what is written from right to left, but not in a pipe and not in a quote on Discord", () => {
    const persian = madeAnswer([
      madeCitation("پل در ۱۹۷۴ باز شد.", { source: { ...citationOf("پل").source, date: "2020" } }),
    ]);
    expect(renderAnswer(persian, LAYOUTS[0] as Layout)).not.toMatch(/[\u2066-\u2069]/u);
    expect(renderAnswer(persian, LAYOUTS[1] as Layout)).toContain("  > \u2067پل در ۱۹۷۴ باز شد.\u2069 [1]");
    const [page] = answerPages(persian, wordsFor("en"));
    expect(page?.body[0]).toBe("> پل در ۱۹۷۴ باز شد\\.");
    expect(page?.body[1]).toContain("\u2067پل · 2020\u2069");
  });
});
