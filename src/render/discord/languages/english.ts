/** English. */
import type { Words } from "../words.ts";

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

export const english: Words = {
  understoodAs: (question) => `Understood as: ${question}`,
  confidence: { high: "Confidence: high", fair: "Confidence: fair", low: "Confidence: low" },
  pageOf: (page, pages) => `${page} of ${pages}`,
  partOf: (part, parts) => `part ${part} of ${parts}`,
  line: (line) => `line ${line}`,
  lines: (from, to) => `lines ${from}–${to}`,
  differ: (about) => `The sources differ on ${about}:`,

  byModel: "Phrased by a language model, each line checked against its quotes",
  modelFailed: "The language model gave no usable answer; these are the sources' own words.",
  leftOut: (lines) =>
    `${counted(lines, "line")} of the model left out: the sources do not bear ${lines === 1 ? "it" : "them"} out.`,
  butElsewhere: "But elsewhere:",
  answering: "The answer is being written …",
  stop: "Stop",
  stopped: "Stopped at your wish.",
  notYours: "Only who asked may stop this answer.",

  doNotSay: "The sources do not say.",
  doNotSayPart: (question) => `The sources do not say: ${question}`,
  missing: (terms) => `These words stand nowhere in them: ${terms}.`,
  closest: "Closest passages, not an answer:",
  nothingNear: "Nothing in the sources comes close.",

  previous: "Previous",
  next: "Next",
  context: "Context",
  followUp: "Ask a follow-up",
  useful: "Useful",
  notUseful: "Not useful",
  open: "Open",
  file: "As a file",
  followUpTitle: "Ask a follow-up",
  followUpField: "Question",

  inPlace: "The quote in its place",
  claimed: (quotation) => `Checked: “${quotation}”`,
  verdicts: {
    exact: "Exact: it stands in the source character for character.",
    typographic: "Faithful: the same words; only case, spacing or punctuation marks differ.",
    elided: "Faithful: words were left out where it says so.",
    bracketed: "Faithful: what stands in brackets was put in, the rest is the source's.",
    altered: "Altered: words differ from the source.",
    stitched: "Stitched: the pieces are the sources', but no one passage holds them in this order.",
    misattributed: "Misattributed: it stands in another source than the one named.",
    absent: "Absent: nothing in the sources comes close.",
  },
  differences: (words) => `What differs: ${words}`,
  flags: { number: "a number", negation: "a negation", hedge: "a hedge", name: "a name" },
  faithfulOf: (faithful, all) => `${faithful} of ${all} quotations are faithful.`,
  noQuotations: "I found no quotation in that message: put it in quotation marks or behind “>”.",
  speakTo: "Passages that speak to this message:",
  sourcesHeading: (count) => counted(count, "source"),
  sourceCounts: (paragraphs, sentences, words) =>
    `${counted(paragraphs, "paragraph")}, ${counted(sentences, "sentence")}, ${counted(words, "word")}`,
  noSources: "There are no sources yet.",

  emptyQuestion: "I found no question in that. Ask me in words, and I look it up in the sources.",
  tooLong: (most) => `That is too long for me: please ask in at most ${most} characters.`,
  noText: "I found no words in that message.",
  tooOften: (when) => `That was a lot of questions. Please come back ${when}.`,
  busy: "I have my hands full right now. Please ask again in a moment.",
  slow: "That took me too long. Please ask again in a moment.",
  failed: "That did not work, and it is not your fault. Please try again in a moment.",
  stopping: "I am being restarted. Please ask again in a minute.",
  expired: "This answer has expired. Please ask again.",
  changed: "The sources have changed since this answer. Please ask again.",
  unknownCitation: "I know no such citation. Pick one from the list, such as source:14.2.",
  unknownSource: "I know no such source. /sources lists them.",
  needsManageServer: "Only people who may manage this server can do that.",
  reindexing: "I am reading the sources already. Please wait for that to end.",
  reindexed: (added, changed, removed, unchanged) =>
    `The index is up to date: ${added} new, ${changed} changed, ${removed} removed, ${unchanged} unchanged.`,
  notReindexed: "The sources cannot be read right now, so I go on with the index I have.",
  thanks: "Thank you, that is good to know.",
  noted: "Thank you for telling me.",
};
