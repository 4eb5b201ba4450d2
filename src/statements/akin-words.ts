/**
 * Whether a word of a statement says about what a word of its sentences says: the same stem, a relative (payment, paid;
 * gunman, man) or a synonym. English; other languages share stems only. Pure.
 */
import { synonymsOf } from "../text/synonyms.ts";
import { termOf } from "../text/tokens.ts";

/** Words with a common beginning of this length are relatives: explain, explanation. */
const ROOT = 5;
/** A shorter word says too little to be found within another. */
const SHORTEST_PART = 3;
/** What makes another word of a stem: pay, payment. None of them denies. */
const ENDING =
  /^(?:ment|er|or|eri|al|anc|enc|ance|ence|ant|ent|ur|ure|ag|age|ist|ism|ship|hood|dom|ful|ness|iti|ity|ish|en|ic|ian|th|ion|at|ation|ri|ary|y|i)$/;
/** Second parts of compounds that tell who or what it is: gunman, snowstorm. */
const LONGEST_FIRST_PART = 8;
const FIGURE = /\p{N}/u;
const AGAIN = /^re(?=\p{L}{3})/u;
/** Nouns and verbs of one root that share too few letters. */
const DERIVED = `sale sell,purchase buy,gift give,loss lose,growth grow,death die,birth bear,choice choose,belief believe,
  proof prove,speech speak,expulsion expel,arrival arrive,departure depart,defence defend,refusal refuse,denial deny,
  agreement agree,invasion invade,delivery deliver,victory win,success succeed,failure fail,supplier supply,
  importer import,exporter export,buyer buy,seller sell,attacker attack,loan lend,thought think,flight fly,
  knowledge know,strength strong,length long,height high,width wide,depth deep,weight weigh,heat hot,warmth warm,
  song sing,food feed,shot shoot,seat sit,theft steal,thief steal,pursuit pursue,analysis analyse,descent descend,
  ascent ascend,climb ascend,entry enter,exit leave,tale tell,marriage marry,burial bury,discovery discover,
  emphasis emphasise,choice select,dead die,alive live,beginning begin,opening open,building build,maker make,
  winner win,leader lead,ruler rule,speaker speak,writer write,worker work,fighter fight,shooting shoot,killing kill`;

const BASES: ReadonlyMap<string, string> = new Map(
  DERIVED.split(",").map((pair) => {
    const [noun = "", verb = ""] = pair.trim().split(/\s+/);
    return [termOf(noun), termOf(verb)] as const;
  }),
);

/** The verb of a deed told as a noun; other terms as they are. */
export function deedOf(term: string): string {
  return BASES.get(term) ?? term;
}

/** Whether two terms may stand for each other. */
export function isAkin(one: string, other: string): boolean {
  return (
    isRelative(one, other) ||
    synonymsOf(one).has(other) ||
    synonymsOf(deedOf(one)).has(deedOf(other)) ||
    isCompoundOf(one, other) ||
    isCompoundOf(other, one)
  );
}

/** Whether two terms are words of one root. */
export function isRelative(one: string, other: string): boolean {
  if (one === other || deedOf(one) === deedOf(other)) return true;
  if (FIGURE.test(one) || FIGURE.test(other)) return false;
  if (again(one) === again(other)) return true;
  if (one.length >= ROOT && one.slice(0, ROOT) === other.slice(0, ROOT)) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= SHORTEST_PART && long.startsWith(short) && ENDING.test(long.slice(short.length));
}

/** The terms of a text, made to be asked which words of another text are theirs. */
export class AkinWords {
  readonly #terms: ReadonlySet<string>;
  readonly #byStart = new Map<string, string[]>();
  readonly #bases: ReadonlySet<string>;
  readonly #known = new Map<string, boolean>();

  constructor(terms: Iterable<string>) {
    this.#terms = new Set(terms);
    this.#bases = new Set([...this.#terms].flatMap((term) => [deedOf(term), again(term)]));
    for (const term of this.#terms) {
      const start = term.slice(0, SHORTEST_PART);
      const others = this.#byStart.get(start);
      if (others === undefined) this.#byStart.set(start, [term]);
      else others.push(term);
    }
  }

  has(term: string): boolean {
    const known = this.#known.get(term);
    if (known !== undefined) return known;
    const found = this.#find(term);
    this.#known.set(term, found);
    return found;
  }

  /** Only words of one root. */
  hasRelative(term: string): boolean {
    if (this.#terms.has(term) || this.#bases.has(deedOf(term)) || this.#bases.has(again(term))) return true;
    const near = this.#byStart.get(term.slice(0, SHORTEST_PART)) ?? [];
    return near.some((other) => isRelative(term, other));
  }

  #find(term: string): boolean {
    if (this.hasRelative(term)) return true;
    for (const name of [term, deedOf(term)])
      for (const synonym of synonymsOf(name))
        if (this.#terms.has(synonym) || this.#bases.has(synonym)) return true;
    return this.#hasPart(term);
  }

  /** `gunman` where the sentences have a man. */
  #hasPart(term: string): boolean {
    for (let at = SHORTEST_PART; at <= Math.min(LONGEST_FIRST_PART, term.length - SHORTEST_PART); at += 1)
      if (this.#terms.has(term.slice(at)) && isCompoundOf(term, term.slice(at))) return true;
    return false;
  }
}

function isCompoundOf(whole: string, part: string): boolean {
  const first = whole.length - part.length;
  return (
    part.length >= SHORTEST_PART &&
    first >= SHORTEST_PART &&
    first <= LONGEST_FIRST_PART &&
    whole.endsWith(part) &&
    !ENDING.test(part) &&
    /^\p{L}+$/u.test(whole)
  );
}

/** `repaid` as `pay`. */
function again(term: string): string {
  return AGAIN.test(term) ? deedOf(termOf(term.replace(AGAIN, ""))) : deedOf(term);
}
