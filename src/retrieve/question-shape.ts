/**
 * Recognises what form of answer a question wants: one place, a list, several places over time, both sides of a
 * comparison. English and pure; what it does not know it calls plain, which is always safe.
 */
import { bareQuestion } from "./follow-ups/earlier-turn.ts";

export type QuestionShape = "plain" | "broad" | "list" | "comparison" | "yes-no";

export interface ShapedQuestion {
  readonly shape: QuestionShape;
  /** What to look up: the question without words that only say how to answer ("what happened in", "compare"). */
  readonly about: string;
  /** What is compared; empty for other shapes. */
  readonly sides: readonly string[];
}

/** What is read of an endless question. */
const MOST_CHARACTERS = 500;
const POLITE = /^(?:please\s+)?(?:(?:can|could|would)\s+you\s+(?:please\s+)?)?/iu;

/** The rest is what the question is about. */
const BROAD_OPENINGS = [
  /^(?:tell|inform|brief)\s+(?:me|us)\s+(?:(?:more|something|all|everything)\s+)?about\s+/iu,
  /^(?:give\s+(?:me\s+|us\s+)?)?(?:an?\s+|the\s+)?(?:short\s+|brief\s+|quick\s+)?(?:overview|summary|outline|history|timeline|chronology)\s+of\s+/iu,
  /^(?:summari[sz]e|outline|describe|discuss)\s+/iu,
  /^what\s+(?:is|was)\s+(?:known|said|written|reported)\s+(?:about|of|on)\s+/iu,
  /^what\s+(?:do|does)\s+(?:the\s+)?(?:sources?|texts?|we|you)\s+(?:say|know|tell)(?:\s+us)?\s+(?:about|of|on)\s+/iu,
];
const HAPPENED =
  /^what\s+(?:all\s+|else\s+)?(?:has\s+|had\s+)?(?:happened|took\s+place|went\s+on|occurred)\s+(.+)$/iu;
const DURING = /^(?:in|during|between|from|since|around|throughout)\b/iu;
const DEVELOPED =
  /^how\s+(?:did|do|does|have|has|had)\s+(.+?)\s+(?:develop|evolve|change|unfold|progress|proceed)(?:d|ed)?(?:\s+((?:in|during|over|between|from|since|after|before|until|through|under|with|late|early)\b.*))?$/iu;

const COMPARE = /^compare\s+(.+?)\s+(?:and|with|to|versus|vs\.?)\s+(.+)$/iu;
const DIFFERENCE = /\bdifferences?\s+between\s+(.+?)\s+and\s+(.+)$/iu;
const DIFFER =
  /^how\s+(?:does|do|did|is|are|was|were)\s+(.+?)\s+(?:differ|different|compare|compared)\s+(?:from|with|to)\s+(.+)$/iu;
const COMPARATIVE =
  /\b(?:more|less|fewer|better|worse|(?!other|number|computer|either|after|under|over|server|router|lower or|larger or)\p{L}{3,}er)\b/iu;
const EITHER = /^(?:which|what|who|is|are|was|were|do|does|did|has|have|had)\b.+?\bor\s+(.+)$/iu;
/** "Other than", "more than 28": not two things compared. */
const THAN = /^(.+)(?<!\b(?:other|rather)\s)\bthan\s+(?![$€£]?\d)(.+)$/iu;

const NAMING = /^(?:name|list|enumerate)\s+(?:me\s+)?(?:(?:all|some|every)\s+)?/iu;
const PLURAL =
  /^(?:(?:in|at|on|from|to|by|with|for)\s+)?(?:what|which)\s+(?:(?:are|were)\s+|(?:\p{L}+\s+){0,2}?\p{Ll}{2,}[^\Wsui]s\s+)/iu;
const YES_NO = /^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might)\b/iu;

/** The shape of `question`, and what to look up for it. */
export function readShape(question: string): ShapedQuestion {
  // Wide gaps are closed: patterns with several would try all ways of parting them.
  const closed = question.slice(0, MOST_CHARACTERS).replace(/\s{4,}/gu, " ");
  const plain = bareQuestion(closed).replace(POLITE, "");
  if (question.length > MOST_CHARACTERS) return { shape: "plain", about: question, sides: [] };
  const compared = readComparison(plain);
  if (compared !== null) return compared;
  const broad = readBroad(plain);
  if (broad !== null) return broad;
  const named = plain.replace(NAMING, "");
  if (named !== plain)
    return { shape: /^(?:an?|one)\s/iu.test(named) ? "plain" : "list", about: named, sides: [] };
  const shape = PLURAL.test(plain) ? "list" : YES_NO.test(plain) ? "yes-no" : "plain";
  return { shape, about: question, sides: [] };
}

function readBroad(plain: string): ShapedQuestion | null {
  for (const opening of BROAD_OPENINGS) {
    const about = plain.replace(opening, "");
    if (about !== plain) return { shape: "broad", about, sides: [] };
  }
  const happened = HAPPENED.exec(plain)?.[1];
  if (happened !== undefined)
    return { shape: DURING.test(happened) ? "broad" : "plain", about: happened, sides: [] };
  const developed = DEVELOPED.exec(plain);
  if (developed === null) return null;
  return { shape: "broad", about: [developed[1], developed[2]].filter(Boolean).join(" "), sides: [] };
}

function readComparison(plain: string): ShapedQuestion | null {
  const compare = COMPARE.exec(plain);
  const found = compare ?? DIFFERENCE.exec(plain) ?? DIFFER.exec(plain);
  if (found !== null) {
    const sides = [found[1] ?? "", found[2] ?? ""];
    return { shape: "comparison", about: compare === null ? plain : sides.join(" and "), sides };
  }
  if (!COMPARATIVE.test(plain) || /\bwhether\b/iu.test(plain)) return null;
  const than = THAN.exec(plain);
  if (than !== null) return { shape: "comparison", about: plain, sides: [than[1] ?? "", than[2] ?? ""] };
  const either = EITHER.exec(plain)?.[1];
  return either === undefined
    ? null
    : { shape: "comparison", about: plain, sides: [wordsBefore(plain, either), either] };
}

/** As many words before "or" as stand after it: "the old mill or the new mill". */
function wordsBefore(plain: string, after: string): string {
  const before = plain.slice(0, plain.length - after.length).replace(/\s*\bor\s*$/iu, "");
  const words = before.split(/\s+/);
  return words.slice(-after.split(/\s+/).length).join(" ");
}
