/** A command and an input whose size can be chosen: one row of the table of growth. */

/** The work at one size, everything it needs already made. */
export interface SizedWork {
  /** What is timed. */
  run(): unknown;
  /** Removes what was made for it. */
  close?(): Promise<void>;
}

export interface GrowthRow {
  /** The command as it is typed: `find`, `verify`, `ask`. */
  readonly command: string;
  /** What the input is, in a few words. */
  readonly input: string;
  /** The largest size that is accepted, where that is less than a megabyte. UTF-16 code units. */
  readonly largest?: number;
  /** Makes the work for an input of about `size` UTF-16 code units; the making is not timed. */
  prepare(size: number): SizedWork | Promise<SizedWork>;
}

/** `unit` again and again, `size` UTF-16 code units in all. */
export function fill(unit: string, size: number): string {
  return unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
}
