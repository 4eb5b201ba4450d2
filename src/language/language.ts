/** What is known of one language: data alone, in the folder of its name. Words are written as a dictionary has them. */
export interface Language {
  readonly name: string;
  /** Little words by which a text of the language is known. */
  readonly little: string;
  /** Letters that no other of our languages has, if there are such. */
  readonly letters?: RegExp;
  /** Whether 53,5 is written and 53.000 means thousands. */
  readonly isCommaDecimal: boolean;
  readonly numbers: NumberWords;
  /**
   * A line for each word of English that figures are read by, then the words and phrases (parted by commas) that say
   * the same: units, bounds, signs, shares.
   */
  readonly glossary: string;
  readonly negations: NegationWords;
  /** Words of the above that mean something else in English or elsewhere: they count in a text of the language, and numbers among them beside other numbers. */
  readonly everyday: string;
}

/** Each a list of lines: a value, then the words for it in all their forms. */
export interface NumberWords {
  /** Values that are added: seven, forty, двести. */
  readonly adding: string;
  /** Values that multiply what stands before them: hundred, тысяча. */
  readonly scales: string;
  /** Words between the parts of one number, parted by spaces. */
  readonly links: string;
  /** Ordinals: fifth. With `ordinalEndings` the words are stems. */
  readonly ordinals: string;
  readonly ordinalEndings?: string;
  /** Ones stand before tens: vierundfünfzig. */
  readonly areOnesFirst?: boolean;
  /** Four twenties are eighty: quatre-vingts. */
  readonly countsTwenties?: boolean;
  /** Words for one that are articles or pronouns as well: no number alone. */
  readonly articles: string;
}

export interface NegationWords {
  /** Words that deny what their clause says. */
  readonly words: string;
  /** Syllables that deny the word they stand before, parted by spaces. */
  readonly prefixes: string;
  /** What denies within or behind a word, as it is compared: without accents. The first group is the word before it. */
  readonly endings?: RegExp;
}
