/**
 * What a terminal obeys, what ends a line, what turns text and what hides in it: on no screen. A program's own colours
 * and isolates are taken out before by whoever looks.
 */
export const NEVER_SHOWN =
  /[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\u3164\uffa0\u{e0001}]|\p{Surrogate}|\p{Noncharacter_Code_Point}|(?<!\u{1f3f4}[\u{e0000}-\u{e007f}]*)[\u{e0000}-\u{e007f}]/u;

/** The isolates of a screen: each opened one is closed on its line, or nothing is returned. */
export function withoutIsolates(screen: string): string | null {
  const lines = screen.split("\n").map((line) => {
    const bare = withoutInnermost(line);
    return /[\u2066-\u2069]/u.test(bare) ? null : bare;
  });
  return lines.includes(null) ? null : lines.join("\n");
}

/** What stands in no isolate of a screen. */
export function outsideIsolates(screen: string): string {
  return withoutInnermost(screen, "");
}

/** Again and again, since one may hold others. */
function withoutInnermost(text: string, inside = "$1"): string {
  const less = text.replace(/[\u2066-\u2068]([^\u2066-\u2069\n]*)\u2069/gu, inside);
  return less === text ? text : withoutInnermost(less, inside);
}
