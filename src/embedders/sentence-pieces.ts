/**
 * Cuts a text into the word pieces an encoder was trained on: the likeliest way to make it up of pieces, each of
 * which has a known probability (Kudo, "Subword Regularization", 2018). Gives exactly the numbers that the
 * encoder's own tokenizer gives, without its tree of letters, whose making takes longer than a question.
 */

/** Piece and logarithm of its probability, in the order of their numbers. */
export type Vocabulary = readonly (readonly [piece: string, score: number | null])[];

/** Numbers below this one stand for no text. */
const RESERVED = 6;
/** What no piece covers. */
const UNKNOWN = 0;
/** What stands for a space. */
const SPACE = "\u2581";
/** No piece has a character beyond the Basic Multilingual Plane; one unit that is in no piece stands for each. */
const ASTRAL = /[\u{10000}-\u{10ffff}]/gu;
const NO_CHARACTER = "\uffff";

export class SentencePieces {
  readonly #numbers = new Map<string, number>();
  readonly #scores: Float64Array;
  readonly #longest: number;

  constructor(vocabulary: Vocabulary) {
    this.#scores = Float64Array.from(vocabulary, ([, score]) => score ?? 0);
    let longest = 1;
    for (let number = RESERVED; number < vocabulary.length; number++) {
      const piece = vocabulary[number]?.[0] ?? "";
      this.#numbers.set(piece, number);
      longest = Math.max(longest, piece.length);
    }
    this.#longest = longest;
  }

  /** The numbers of the pieces of `text`, in order; a run of unknown characters is one. Empty for "". */
  encode(text: string): number[] {
    const normalized = text.normalize("NFKC");
    if (normalized === "") return [];
    const symbols = (SPACE + normalized.replaceAll(" ", SPACE)).replace(ASTRAL, NO_CHARACTER);
    const { pieces, lengths } = this.#bestPieces(symbols);
    const numbers: number[] = [];
    for (let end = symbols.length; end > 0; end -= lengths[end] ?? 1) {
      const piece = pieces[end] ?? UNKNOWN;
      if (piece !== UNKNOWN || numbers.at(-1) !== UNKNOWN) numbers.push(piece);
    }
    return numbers.reverse();
  }

  /** For each end the piece that ends there on the likeliest way from the start, and its length. */
  #bestPieces(symbols: string): { readonly pieces: Uint32Array; readonly lengths: Uint8Array } {
    const best = new Float64Array(symbols.length + 1);
    const pieces = new Uint32Array(symbols.length + 1);
    const lengths = new Uint8Array(symbols.length + 1).fill(1);
    for (let start = 0; start < symbols.length; start++) {
      let hasPiece = false;
      const longest = Math.min(this.#longest, symbols.length - start);
      for (let length = 1; length <= longest; length++) {
        const number = this.#numbers.get(symbols.slice(start, start + length));
        if (number === undefined) continue;
        hasPiece = true;
        consider(start + length, number, length, (best[start] ?? 0) + (this.#scores[number] ?? 0));
      }
      if (!hasPiece) consider(start + 1, UNKNOWN, 1, best[start] ?? 0);
    }
    return { pieces, lengths };

    function consider(end: number, piece: number, length: number, score: number): void {
      const known = best[end] ?? 0;
      if (known !== 0 && score < known) return;
      best[end] = score;
      pieces[end] = piece;
      lengths[end] = length;
    }
  }
}
