/**
 * What a button says when it is pressed: a version, what to do, which screen, a number. Screens can be made again
 * from their id alone, so buttons outlive the process. Refuses, as null, whatever this version did not write.
 */

/**
 * `pg`: turn to a page. `ctx`: a citation in its place. `tx`: a citation as a file. `fu`: open the follow-up modal;
 * `fum`: its answer. `up`, `dn`: useful, not useful. `st`: stop writing.
 */
const ACTIONS = ["pg", "ctx", "tx", "fu", "fum", "up", "dn", "st"] as const;
export type ScreenAction = (typeof ACTIONS)[number];

export interface CustomId {
  readonly action: ScreenAction;
  readonly screen: string;
  /** A page from 0 or a footnote number from 1; -1 stands for the page before the first. */
  readonly number: number;
}

const FORM = /^v1:([a-z]{2,3}):([0-9a-z]{1,20})(?::(-1|\d{1,5}))?$/;

export function formatCustomId(action: ScreenAction, screen: string, number?: number): string {
  return number === undefined ? `v1:${action}:${screen}` : `v1:${action}:${screen}:${number}`;
}

/** Null for an id of another version, or one that somebody made up. */
export function parseCustomId(text: string): CustomId | null {
  const [, typed, screen, number] = FORM.exec(text) ?? [];
  const action = ACTIONS.find((one) => one === typed);
  if (action === undefined || screen === undefined) return null;
  return { action, screen, number: number === undefined ? 0 : Number(number) };
}

/** The id of the screen that answers a Discord event: the same one in every process that sees the event. */
export function screenIdOf(snowflake: string): string {
  return BigInt(snowflake).toString(36);
}
