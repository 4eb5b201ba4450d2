/** Reads a text once for all that ask of it: its words in plain dress, numbers and signs among them, with their clauses. Pure. */
import type { FoldedText } from "../../text/fold.ts";
import { isContentTerm, termOf } from "../../text/tokens.ts";
import { languageOf } from "../languages.ts";
import { type Lexicon, lexiconFor } from "../lexicon.ts";
import { isDenyingWord } from "../negations.ts";
import { plainText } from "../plain-text.ts";
import { readGlosses } from "./glosses.ts";
import { joinPieces } from "./join-pieces.ts";
import { readNumberRuns } from "./number-runs.ts";
import { cutPieces, type Piece } from "./piece.ts";

/** A word, a number or a sign. Its range is in the plain text. */
export interface Word extends Piece {
  /** The search term. */
  readonly term: string;
  /** Counted from 0 over the whole text. */
  readonly clause: number;
  /** Counted likewise; a semicolon ends one. */
  readonly sentence: number;
  readonly isContent: boolean;
  /** It denies what its clause says: `not`, `n't`, `nicht`. */
  readonly isNegation: boolean;
}

export interface ReadWords {
  /** The text in plain dress, with the way back to the text as it was given. */
  readonly plain: FoldedText;
  readonly words: readonly Word[];
  readonly lexicon: Lexicon;
}

/** Words that open a clause of their own. */
const CLAUSE_OPENERS: ReadonlySet<string> = new Set(
  "but although though while whereas because since which who whom whose if unless until where when so yet".split(
    " ",
  ),
);
/** Words of a list's item before its `and`. */
const LONGEST_ITEM = 2;
/** In a question they ask; in a statement they say what somebody does. */
const TELLING = /^(?:explain|describe|tell)/;
const SENTENCE_BREAK = /[!?;\n]|\.["”’)]*\s/u;
const CLAUSE_BREAK = /[.!?;:,()—|…\n]|\s[-–]\s/u;
/** Code units between two words that are looked at. */
const GAP = 64;

export function readWords(text: string): ReadWords {
  const plain = plainText(text);
  const lexicon = lexiconFor(languageOf(plain.text));
  const pieces = cutPieces(plain.text, lexicon.language.isCommaDecimal);
  const joined = joinPieces(plain.text, pieces, lexicon.language.name === "english");
  const runs = readGlosses(plain.text, readNumberRuns(plain.text, joined, lexicon), lexicon);
  return { plain, words: numbered(plain.text, runs, lexicon), lexicon };
}

function numbered(text: string, pieces: readonly Piece[], lexicon: Lexicon): Word[] {
  const words: Word[] = [];
  let clause = 0;
  let sentence = 0;
  for (const [at, piece] of pieces.entries()) {
    const before = pieces[at - 1];
    if (before !== undefined) {
      const gap = text.slice(before.end, piece.start).slice(0, GAP);
      if ((CLAUSE_OPENERS.has(piece.key) || CLAUSE_BREAK.test(gap)) && !isInList(gap, pieces, at))
        clause += 1;
      if (SENTENCE_BREAK.test(gap)) sentence += 1;
    }
    const isContraction = isEndOfContraction(before, piece);
    const isNegation =
      isContraction || (isDenyingWord(piece.key, lexicon) && !isEndOfContraction(piece, pieces[at + 1]));
    const key = isContraction ? "not" : piece.key;
    const isContent = !piece.isMark && !isContraction && (isContentTerm(termOf(key)) || TELLING.test(key));
    words.push({
      ...piece,
      key,
      term: piece.isMark ? key : termOf(key),
      clause,
      sentence,
      isContent,
      isNegation,
    });
  }
  return words;
}

/** The `t` of `isn't`, whatever stands for the apostrophe. */
function isEndOfContraction(before: Piece | undefined, piece: Piece | undefined): boolean {
  if (before === undefined || piece?.key !== "t") return false;
  return before.key.length > 2 && before.key.endsWith("n") && piece.start - before.end <= 2;
}

/** A comma before an item of a list: `salt water, fuel or wine`. */
function isInList(gap: string, pieces: readonly Piece[], at: number): boolean {
  if (gap.trim() !== ",") return false;
  return pieces.slice(at + 1, at + 1 + LONGEST_ITEM).some(({ key }) => key === "or" || key === "and");
}
