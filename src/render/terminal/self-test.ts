/** A self-test as a page: the shares, what they mean for a reader, and examples of what went wrong. */
import type { SelfTestMeasures, SelfTestOutcome } from "../../eval/self-test.ts";
import { type Layout, setBlock, setName } from "./layout.ts";
import { percent, setMeasures } from "./measures.ts";

export interface SelfTestRun {
  readonly seed: number;
  /** Questions asked for; fewer are made where the texts hold fewer sentences. */
  readonly wanted: number;
  readonly corpus: { readonly sources: number };
  readonly measures: SelfTestMeasures;
  readonly outcomes: readonly SelfTestOutcome[];
}

const EXAMPLES = 3;
/** With fewer questions, one more or less changes too much. */
const TOO_FEW = 30;

/** The page of text for `footnote eval --self`. */
export function renderSelfTest(run: SelfTestRun, layout: Layout): string {
  const { measures, outcomes, seed } = run;
  const missed = outcomes.filter(({ verdict }) => verdict === "refused" || verdict === "wrong");
  const quoted = outcomes.filter(({ refusedWhenHidden }) => !refusedWhenHidden);
  const parts = [
    setMeasures(
      [
        [
          "questions",
          String(measures.questions),
          `made from ${count(run.corpus.sources, "source")}, seed ${seed}`,
        ],
        ["found@1", percent(measures["found@1"]), "the sentence asked for is the first quote"],
        ["found@3", percent(measures["found@3"]), "it is among the first three"],
        ["falseAbstention", percent(measures.falseAbstention), "refused although it is there"],
        ["refusedWhenHidden", percent(measures.refusedWhenHidden), "refused once it was hidden"],
        ["quotedHidden", String(measures.quotedHidden), "quotes of what was hidden, must be 0"],
      ],
      layout.style,
    ),
    setBlock(layout, readMeasures(run), ""),
    listMissed(missed, layout),
    listQuoted(quoted, layout),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** The same in words. */
function readMeasures({ measures, outcomes, wanted }: SelfTestRun): string {
  const { questions } = measures;
  const [first, later, refused] = (["first", "later", "refused"] as const).map(
    (verdict) => outcomes.filter((one) => one.verdict === verdict).length,
  );
  const silent = outcomes.filter(({ refusedWhenHidden }) => refusedWhenHidden).length;
  const found = (first ?? 0) + (later ?? 0);
  const sentences = [
    `On your texts Footnote was asked for ${count(questions, "sentence")} in clumsy words. It found ${found}, ${first ?? 0} of them at once, refused ${refused ?? 0} and quoted something else ${questions - found - (refused ?? 0)} times.`,
    `With the fact taken out of the texts, it refused ${silent} times and quoted something near ${questions - silent} times.`,
  ];
  const inTen = Math.round((silent / questions) * 10);
  if (questions >= TOO_FEW)
    sentences.push(
      `So of ten questions on your topics that the texts do not answer, expect about ${inTen} to be refused: read the quotes.`,
    );
  if (questions < wanted)
    sentences.push(`The texts hold no more than ${questions} sentences that can be asked for.`);
  if (questions < TOO_FEW) sentences.push("These are too few to say more than that it works.");
  return sentences.join(" ");
}

function listMissed(outcomes: readonly SelfTestOutcome[], layout: Layout): string {
  if (outcomes.length === 0) return "";
  const lines = outcomes
    .slice(0, EXAMPLES)
    .flatMap(({ question, sentence, id, verdict, citations }) => [
      `  ${setName(layout, question)}`,
      `    asked for  ${setName(layout, sentence, 160)} (${id})`,
      `    ${verdict === "refused" ? "refused" : `quoted     ${citations[0] ?? ""}`}`,
    ]);
  return [layout.style.strong("Not found, for example"), ...lines].join("\n");
}

function listQuoted(outcomes: readonly SelfTestOutcome[], layout: Layout): string {
  if (outcomes.length === 0) return "";
  const lines = outcomes
    .slice(0, EXAMPLES)
    .flatMap(({ question, id, quoteWhenHidden, citationsWhenHidden }) => [
      `  ${setName(layout, question)}`,
      `    hidden     ${id}`,
      `    quoted     ${setName(layout, quoteWhenHidden ?? "", 160)} (${citationsWhenHidden[0] ?? ""})`,
    ]);
  return [layout.style.strong("Answered though the fact was hidden, for example"), ...lines].join("\n");
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
