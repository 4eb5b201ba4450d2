/**
 * Words whose change turns a statement round: negations, hedges, numbers, units. Keys as `wordKey` gives them. English
 * first, with the plainest words of other languages; a word that is not listed still counts as changed, only unflagged.
 */
import { listed, MONTH_WORDS, NUMBER_WORDS, UNIT_WORDS } from "./figure-words.ts";

/** Negations in the narrow sense: what an omission must not swallow. `failed` and `lack` say their own clause only. */
/** Negations in the narrow sense: what an omission must not swallow. The others say their own clause only. */
const PLAIN_NEGATIONS = listed(`
  not no never none nobody nothing nowhere neither nor without cannot hardly scarcely barely seldom rarely unless
  except nicht kein keine keinen keinem keiner keines nie niemals nichts niemand ohne weder pas jamais aucun aucune
  rien nunca jamás nada nadie ningún ninguno ninguna não nem nessuno niet geen nooit inte ingen aldrig ikke
  не нет никогда ничего никто değil yok asla yox deyil heç
`);

const NEGATIONS: ReadonlySet<string> = new Set([
  ...PLAIN_NEGATIONS,
  ...listed(`
    lest fail fails failed refuse refuses refused deny denies denied lack lacks lacked
    ne sans ni tampoco non niente senza né ни без нельзя bez nigdy
  `),
]);

const STRONG_HEDGES = listed(`
  may might could maybe perhaps possibly probably presumably likely unlikely allegedly alleged reportedly supposedly
  purportedly apparently seemingly ostensibly arguably conceivably potentially seem seems seemed appear appears
  appeared suggest suggests suggested suspected believed thought rumoured rumored
  vielleicht möglicherweise wahrscheinlich vermutlich könnte könnten dürfte angeblich
  probablement pourrait pourraient quizás quizá probablemente podría podrían forse probabilmente potrebbe
  возможно вероятно может наверное якобы belki muhtemelen bəlkə yəqin
`);

/** They weaken a statement, and an omission that is hardly longer than they are is there to strengthen it. */
const ADVERBIAL_HEDGES = listed(`
  often sometimes usually generally commonly typically normally frequently occasionally mostly mainly largely partly
  partially somewhat almost nearly approximately roughly etwa fast oft manchmal meist ungefähr environ presque souvent
  parfois casi circa quasi spesso почти около иногда часто
`);

const WEAK_HEDGES = listed(`
  can would should rather fairly relatively about around some many most several few estimated tends tend tended claim
  claims claimed expected predicted if only einige muchos
`);

const CONTRACTED = /n't$/;
const NEGATIVE_PREFIX = /^(?:un|in|im|il|ir|non|dis|a|mis)$/;

export function isNegation(key: string): boolean {
  return NEGATIONS.has(key) || CONTRACTED.test(key);
}

/** A negation that governs whatever its clause says. */
export function isPlainNegation(key: string): boolean {
  return PLAIN_NEGATIONS.has(key) || CONTRACTED.test(key);
}

/** `may`, `probably`: doubt about the whole clause. */
export function isStrongHedge(key: string): boolean {
  return STRONG_HEDGES.has(key);
}

/** `often`, `nearly`: doubt about how often, how much. */
export function isAdverbialHedge(key: string): boolean {
  return ADVERBIAL_HEDGES.has(key);
}

/** Any hedge, `can` and `some` included. */
export function isHedge(key: string): boolean {
  return STRONG_HEDGES.has(key) || ADVERBIAL_HEDGES.has(key) || WEAK_HEDGES.has(key);
}

/** Figures, number words, scales, units and signs of currency: whatever makes a quantity what it is. */
export function isFigure(key: string): boolean {
  return (
    /[\p{N}\p{Sc}%‰°±×÷≤≥≠≈]/u.test(key) ||
    NUMBER_WORDS.has(key) ||
    UNIT_WORDS.has(key) ||
    MONTH_WORDS.has(key)
  );
}

/** A number in figures or words; units and months are none. */
export function isNumber(key: string): boolean {
  return /\p{N}/u.test(key) || NUMBER_WORDS.has(key);
}

/** Whether one word is the other with a prefix that denies it: `likely`, `unlikely`. */
export function differInNegativePrefix(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length > 2 && long.endsWith(short) && NEGATIVE_PREFIX.test(long.slice(0, -short.length));
}
