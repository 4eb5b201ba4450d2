/** Turns the words of other languages that figures are read by into those of English: units, bounds, signs, shares. Pure. */
import { isStopTerm, termOf } from "../../text/tokens.ts";
import { wordKey } from "../languages.ts";
import { type Gloss, LEXICONS, type Lexicon } from "../lexicon.ts";
import { unitNamed } from "../units/unit-table.ts";
import type { Piece } from "./piece.ts";
import { type Replacement, replaceRuns } from "./replace-runs.ts";

/** Bounds and signs count beside a number. */
const SIGN = /^[<>≤≥≈±−]$/;
const PER = "per";
/** First words of all phrases that any language explains. */
const GLOSSED: ReadonlySet<string> = new Set(LEXICONS.flatMap(({ glosses }) => [...glosses.keys()]));

/** `pieces` of `text`, whose numbers are read, with a piece of English for each such word or phrase. */
export function readGlosses(text: string, pieces: readonly Piece[], own: Lexicon): Piece[] {
  const order = [own, ...LEXICONS.filter((lexicon) => lexicon !== own)];
  const isGlossed = ({ key }: Piece) => GLOSSED.has(wordKey(key));
  return replaceRuns(text, pieces, isGlossed, (run, at) => glossAt(run, pieces, at, order, own));
}

function glossAt(
  run: readonly Piece[],
  pieces: readonly Piece[],
  at: number,
  order: readonly Lexicon[],
  own: Lexicon,
): Replacement | null {
  const [first] = run;
  if (first === undefined || first.readings !== undefined || first.isMark) return null;
  const keys = run.map(({ key }) => wordKey(key));
  // What English knows as a unit needs no translation.
  if (unitNamed(keys[0] ?? "") !== null) return null;
  for (const lexicon of order)
    for (const gloss of lexicon.glosses.get(keys[0] ?? "") ?? []) {
      const size = gloss.keys.length;
      if (gloss.keys.some((key, index) => key !== keys[index])) continue;
      if (
        gloss.english === PER
          ? !isBeforeUnit(keys[size], lexicon)
          : !isMeant(gloss, lexicon === own, run, pieces, at)
      )
        continue;
      if (gloss.english === PER && lexicon !== own) continue;
      return { size, key: gloss.english, ...(SIGN.test(gloss.english) && { isMark: true }) };
    }
  return null;
}

/** `pro Jahr`: what else such a word means, it is no rate. */
function isBeforeUnit(key: string | undefined, { glosses }: Lexicon): boolean {
  return (glosses.get(key ?? "") ?? []).some(({ english }) => unitNamed(english) !== null);
}

/** Whether the figures beside it make a phrase what the glossary takes it for. */
function isMeant(
  { keys, english, isEveryday }: Gloss,
  isOwn: boolean,
  run: readonly Piece[],
  pieces: readonly Piece[],
  at: number,
): boolean {
  const isNumber = (piece: Piece | undefined) => piece?.readings !== undefined || piece?.key === "one";
  const [behind, second] = [run[keys.length], run[keys.length + 1]];
  const isBefore =
    isNumber(behind) || (behind !== undefined && isStopTerm(termOf(behind.key)) && isNumber(second));
  const isBehind = isNumber(pieces[at - 1]) || isNumber(pieces[at - 2]);
  if (SIGN.test(english)) return isBefore || (isOwn && isBehind && keys.length === 1 && english !== "−");
  if (!isOwn && (isEveryday || keys[0]?.length === 1)) return false;
  return unitNamed(english) === null || isOwn || isBehind || isNumber(behind);
}
