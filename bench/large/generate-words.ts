/** Words, names, dates and sentences of a made-up language that looks like English. */

export interface Words {
  /** The next number of the seed, from 0 to 1. */
  next(): number;
  title(): string;
  sentence(): string;
  fact(): { readonly sentence: string; readonly question: string; readonly answer: string };
}

const FREQUENT =
  "river border treaty market council harvest winter army letter village road bridge wheat salt ship tower church school factory court tax land water fire stone iron copper gold silver horse cattle forest mountain valley island harbour canal railway station engine machine workshop guild merchant farmer soldier officer governor minister king queen parliament election law crime trial prison hospital doctor disease plague medicine science music theatre painting book library newspaper language people family child woman man worker strike trade price money bank debt war peace battle siege retreat victory defeat alliance revolt empire kingdom republic colony province district capital city town house garden street wall gate ground year century decade month week day morning night".split(
    " ",
  );
const VERBS =
  "crossed reached ruled built burned sold bought wrote signed refused crowned closed opened lost won drew carried guarded described measured taxed divided joined left founded rebuilt abandoned defended copied moved".split(
    " ",
  );
const LINKS = "of in near under after before beside against with without behind beyond for from".split(" ");
const BEGINNINGS = "br d g k l m n p r s t v z sh th st tr kh pl gr".split(" ");
const VOWELS = "a e i o u ai ea ou ia".split(" ");
const ENDINGS = "n r l s m th rn ld nd sk v t".split(" ");
const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
/** Distinct rare words; with the frequent ones as many as a library of this size has. */
const RARE_WORDS = 60_000;
const NAMES = 8_000;

export function createWords(seed: number): Words {
  return new SeededWords(seed);
}

class SeededWords implements Words {
  #state: number;
  #facts = 0;
  readonly #rare: readonly string[];
  readonly #names: readonly string[];

  constructor(seed: number) {
    this.#state = seed >>> 0;
    this.#rare = Array.from({ length: RARE_WORDS }, () => this.#coin(2));
    this.#names = Array.from({ length: NAMES }, () => capitalised(this.#coin(2)));
  }

  /** Mulberry32, by Tommy Ettinger: small, and the same everywhere. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  title(): string {
    return `The ${this.#noun()} of ${this.#name()}`;
  }

  sentence(): string {
    const clauses = this.next() < 0.4 ? 2 : 1;
    const parts = Array.from({ length: clauses }, () => this.#clause());
    return capitalised(`${parts.join(this.next() < 0.5 ? ", and " : ", while ")}.`);
  }

  fact(): ReturnType<Words["fact"]> {
    const owner = `${this.#name()}${this.#coin(1)}${(++this.#facts).toString(36).replace(/\d/g, "")}`;
    const thing = this.#from(FREQUENT.slice(0, 40));
    const answer = `${1 + Math.floor(this.next() * 28)} ${this.#from(MONTHS)} ${1400 + Math.floor(this.next() * 600)}`;
    return {
      sentence: `The ${thing} of ${owner} was ${this.#from(["built", "sold", "closed", "burned"])} on ${answer}.`,
      question: `On what day was something done to the ${thing} of ${owner}?`,
      answer,
    };
  }

  #clause(): string {
    const end = this.next();
    const tail =
      end < 0.2
        ? ` in ${1400 + Math.floor(this.next() * 600)}`
        : end < 0.5
          ? ` ${this.#from(LINKS)} ${this.#name()}`
          : ` ${this.#from(LINKS)} the ${this.#noun()}`;
    const who =
      this.next() < 0.3 ? this.#name() : `the ${this.#noun()} ${this.#from(LINKS)} the ${this.#noun()}`;
    return `${who} ${this.#from(VERBS)} the ${this.#noun()} ${this.#noun()}${tail}`;
  }

  /** The word of rank r is drawn about 1/r as often as the first. */
  #noun(): string {
    const rank = Math.floor((FREQUENT.length + RARE_WORDS) ** this.next()) - 1;
    return FREQUENT[rank] ?? this.#rare[rank - FREQUENT.length] ?? "river";
  }

  #name(): string {
    return this.#names[Math.floor(NAMES ** this.next()) - 1] ?? "Tarn";
  }

  #coin(syllables: number): string {
    let word = "";
    for (let syllable = 0; syllable < syllables; syllable++)
      word += `${this.#from(BEGINNINGS)}${this.#from(VOWELS)}${this.next() < 0.6 ? this.#from(ENDINGS) : ""}`;
    return word;
  }

  #from(list: readonly string[]): string {
    return list[Math.floor(this.next() * list.length)] ?? "";
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
