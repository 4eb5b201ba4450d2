/** What stands above a passage and helps to find it: the headings it falls under and the lead-in of its list. */
import type { TextRange } from "../corpus/source.ts";
import type { Sentence } from "./passage.ts";

interface OpenHeading {
  readonly level: number;
  readonly range: TextRange;
}

/** A sentence that ends in a colon, and the last paragraph it leads in to. */
interface LeadIn {
  readonly range: TextRange;
  readonly until: number;
  /** Whether items have followed: then nothing but items is led in to. */
  readonly isList: boolean;
}

interface Above {
  readonly headings: OpenHeading[];
  leadIn: LeadIn | null;
  /** The first row of the table that the sentence before was a row of. */
  tableHead: Sentence | null;
}

/** For each of the passages (consecutive, in order), ranges above its first sentence: highest heading first. */
export function findContexts(
  text: string,
  passages: readonly (readonly Sentence[])[],
  headingLevels: ReadonlyMap<Sentence, number>,
): readonly (readonly TextRange[])[] {
  const above: Above = { headings: [], leadIn: null, tableHead: null };
  return passages.map((sentences) => {
    const first = sentences[0];
    const context = first ? contextOf(above, first, headingLevels.get(first)) : [];
    for (const sentence of sentences) pass(text, above, sentence, headingLevels.get(sentence));
    return context;
  });
}

function contextOf(above: Above, first: Sentence, level: number | undefined): readonly TextRange[] {
  const headings = above.headings.filter((heading) => level === undefined || heading.level < level);
  const ranges = headings.map(({ range }) => range);
  if (leads(above.leadIn, first)) ranges.push(above.leadIn.range);
  if (above.tableHead !== null && isRowOf(above.tableHead, first)) ranges.push(above.tableHead.range);
  return ranges;
}

function leads(leadIn: LeadIn | null, sentence: Sentence): leadIn is LeadIn {
  if (leadIn === null || sentence.kind === "heading" || sentence.paragraph > leadIn.until) return false;
  return sentence.kind === "item" || !leadIn.isList;
}

function isRowOf(head: Sentence, sentence: Sentence): boolean {
  return sentence.kind === "row" && sentence.paragraph === head.paragraph;
}

/** Takes note of a sentence that stands above all that follows. */
function pass(text: string, above: Above, sentence: Sentence, level: number | undefined): void {
  const { range, kind, paragraph } = sentence;
  if (above.tableHead === null || !isRowOf(above.tableHead, sentence)) {
    above.tableHead = kind === "row" ? sentence : null;
  }
  if (level !== undefined) {
    while ((above.headings.at(-1)?.level ?? 0) >= level) above.headings.pop();
    above.headings.push({ level, range });
    above.leadIn = null;
  } else if (/[:：]$/.test(text.slice(range.end - 1, range.end)) && kind !== "item") {
    above.leadIn = { range, until: paragraph + 1, isList: false };
  } else if (!leads(above.leadIn, sentence)) above.leadIn = null;
  // A list whose items are paragraphs of their own goes on as long as they do.
  else if (kind === "item") above.leadIn = { range: above.leadIn.range, until: paragraph + 1, isList: true };
}
