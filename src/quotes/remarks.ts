/**
 * Brackets that speak of the quotation and not in it: `[sic]`, `[emphasis added]`, `[translated by the author]`. A
 * closed grammar: one word more (`[emphasis added: not]`) and it is a remark no longer.
 */
import { listed } from "../text/figure-words.ts";

/** UTF-16 code units, and words. */
const LONGEST = 80;
const MOST_WORDS = 10;

const SUBJECT =
  "(?:internal )?(?:emphas[ie]s|italics?|bold(?:face)?|underlin(?:e|ing)|highlighting|stress|translations?|footnotes?|endnotes?|citations?|references?|quotation marks?|quotations?|capitals?|capitali[sz]ation|spelling|punctuation|paragraph breaks?|line breaks?|numbering|brackets?)";
const BY =
  "(?:by (?:the )?(?:author|authors|editor|editors|translator|me|us)|(?:the )?(?:author|editor|translator)'?s)";
const DONE =
  "(?:added|mine|ours|my own|our own|supplied|omitted|removed|altered|changed|modified|original|retained)";
const IN_ORIGINAL = "(?:as )?(?:in|from) (?:the )?(?:original|source)(?: text)?";
const REMARK = new RegExp(
  `^(?:${[
    "sic(?: erat scriptum| passim)?|recte",
    `(?:so |thus )?${IN_ORIGINAL}`,
    `(?:all )?${SUBJECT}(?: and ${SUBJECT})? (?:is |are )?(?:${DONE}|${IN_ORIGINAL}|${BY})(?: ${IN_ORIGINAL}| ${BY})?`,
    `(?:my|our|original|author'?s|editor'?s|translator'?s) ${SUBJECT}`,
    `translated(?: ${BY})?(?: from (?:the )?[a-z]{4,12})?|translated from (?:the )?(?:original )?[a-z]{4,12}`,
    "hervorh?ebung(?:en)? (?:hinzugefügt|von mir|im original|des verfassers|der verfasserin|d verf)",
    "italiques? (?:ajoutée?s?|de l'auteur|dans l'original)|c'est nous qui soulignons|nous soulignons",
    "(?:énfasis|cursivas?|subrayado) (?:añadid[oa]s?|mí[oa]s?|nuestr[oa]s?|del autor|del original|en el original)",
    "corsivo (?:mio|nostro|dell'autore|aggiunto)|grifos? (?:meus?|nossos?|do autor|do original)",
    "(?:курсив|выделено|подчёркнуто|подчеркнуто) (?:мой|мною|мной|наш|нами|автором|автора|добавлен|в оригинале)",
  ].join("|")})$`,
);

/** What stands in place of words that cannot be read or must not be told. It claims nothing. */
export const PLACEHOLDERS: ReadonlySet<string> = listed(`
  redacted illegible inaudible unintelligible indistinct blank withheld expletive deleted
`);

/** Whether these keys, in order, are a remark and nothing else. */
export function isRemark(keys: readonly string[]): boolean {
  if (keys.length === 0 || keys.length > MOST_WORDS) return false;
  const said = keys.join(" ");
  return said.length <= LONGEST && REMARK.test(said);
}
