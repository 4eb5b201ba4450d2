/**
 * Makes foreign text harmless in a prompt: what looks like a label, a fence or the mark of a speaker is changed so that
 * a reader sees it was. Only the prompt is changed; what is quoted is always the source's own text.
 */

/** What hides within words or turns their direction. Joiners stay: several scripts write with them. */
const HIDDEN = /[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;
/** `[S3]`, in any brackets. */
const LABEL = /[[［【〔⟦]\s{0,3}([SsＳ]\s{0,3}[\d０-９])/gu;
/** `<<<`, `>>>` and rows of the marks that part one text from another. */
const FENCE = /<{2,}|>{2,}|`{3,}|~{3,}|={3,}|-{4,}|#{2,}|\*{4,}/gu;
/** `<|im_start|>`, `[INST]`, `<s>`, `<system>`: how chats are written down for models. */
const CHAT_MARK =
  /<(?=[|/]?\s{0,3}\|?(?:s|sys|system|user|assistant|human|tool|think|im_|start_of|end_of|begin_of|eot))|\[(?=\/?(?:INST|SYS))/giu;
/** A speaker's name at the beginning of a line or sentence: "System:", "Assistant:", "Question:". */
const SPEAKER =
  /(^\s?|[.!?]\s{0,3})(system|assistant|user|human|ai|instructions?|prompt|question|last question)\s{0,3}[:：]/giu;
const NO_ANSWER = /NO_ANSWER/gi;

/** One line. Nothing in it looks like a part of the prompt. */
export function makeHarmless(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(HIDDEN, "")
    .replace(LABEL, "($1")
    .replace(CHAT_MARK, "‹")
    .replace(FENCE, (marks) => `${marks.charAt(0)}·`)
    .replace(SPEAKER, "$1“$2”")
    .replace(NO_ANSWER, "NO-ANSWER")
    .trim();
}
