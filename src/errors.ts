/** Errors a person can mend. Doors print `message` and `hint`, and exit with 2; anything else is a defect. */
export class UserError extends Error {
  override readonly name = "UserError";
  /** What to do about it: one sentence. */
  readonly hint: string;

  constructor(message: string, hint: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.hint = hint;
  }
}

/** The code of a failed system call (`ENOENT`), or undefined for any other error. */
export function systemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
