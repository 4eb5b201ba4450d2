/** How far the making of an index has come. */
export interface RefreshProgress {
  /** `waiting`: for another builder. Then files are read, sentences embedded, and the result written. */
  readonly phase: "waiting" | "reading" | "embedding" | "writing";
  /** Files, or sentences. */
  readonly done: number;
  readonly total: number;
}
