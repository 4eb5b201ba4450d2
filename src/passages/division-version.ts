/** Apart from the rules themselves, which are not loaded to compare it. */

/** Raised with every change to where a source is divided (`divide-source.ts`): what was stored under another number is stale. */
export const DIVISION_VERSION = 3;
