/** What a statement is held against, and what comes of it. */

/** A sentence that a statement names, with what a reader knows of its source. */
export interface CitedSentence {
  /** Its number in the prompt, so that a reason can name it as `[S3]`; left out, it is called the cited sentence. */
  readonly label?: number;
  readonly text: string;
  /** The title of its source. */
  readonly title: string;
  /** The date of its source as the source writes it. */
  readonly date: string | null;
  /** The heading or lead-in it stands under. */
  readonly section: string | null;
}

/** What does not hold in a statement. */
export type StatementFault =
  | "empty"
  | "length"
  | "uncited"
  | "quotation"
  | "number"
  | "date"
  | "name"
  | "negation"
  | "hedge"
  | "opposite"
  | "roles"
  | "words"
  | "unreadable";

export type StatementCheck =
  | { readonly passes: true }
  | {
      readonly passes: false;
      readonly kind: StatementFault;
      /** One sentence for a reader. */
      readonly reason: string;
    };

/** A fault found, or null: what each of the checks gives. */
export interface Fault {
  readonly kind: StatementFault;
  readonly reason: string;
}
