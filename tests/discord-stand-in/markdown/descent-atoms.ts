/** What the descending reader takes whole: escapes, code, mentions, times, emoji and addresses. */
import type { MarkKind } from "../markdown.ts";

export interface Atom {
  readonly end: number;
  /** What the screen shows. */
  readonly shown: string;
  /** Null for an escaped character, which is no markup. */
  readonly kind: MarkKind | null;
}

const shrug = "¯\\_(ツ)_/¯";

export function takeAtom(text: string, i: number): Atom | null {
  const char = text[i];
  if (char === "¯" && text.startsWith(shrug, i)) return { end: i + shrug.length, shown: shrug, kind: null };
  if (char === "\\") return takeEscape(text, i);
  if (char === "`") return takeCodeBlock(text, i) ?? takeCode(text, i);
  if (char === "<") return takeAngle(text, i);
  if (char === "@") return takeEveryone(text, i);
  if (char === ":") return takeShortcode(text, i);
  if (char === "h" || char === "d" || char === "s") return takeAddress(text, i);
  return null;
}

/** A backslash vanishes before whatever is neither letter, digit nor space. */
function takeEscape(text: string, i: number): Atom | null {
  const next = text[i + 1];
  if (next === undefined || isAlphanumeric(next) || next.trim() === "") return null;
  return { end: i + 2, shown: next, kind: null };
}

function takeCodeBlock(text: string, i: number): Atom | null {
  if (!text.startsWith("```", i)) return null;
  const close = text.indexOf("```", i + 4);
  if (close === -1) return null;
  return { end: close + 3, shown: text.slice(i + 3, close), kind: "code block" };
}

function takeCode(text: string, i: number): Atom | null {
  let width = 0;
  while (text[i + width] === "`") width += 1;
  const ticks = "`".repeat(width);
  for (let at = text.indexOf(ticks, i + width); at !== -1; at = text.indexOf(ticks, at + 1)) {
    const isLonger = text[at + width] === "`" || text[at - 1] === "`";
    if (at > i + width && !isLonger)
      return { end: at + width, shown: text.slice(i + width, at), kind: "code" };
  }
  return null;
}

/** Everything in pointed brackets that Discord draws in another way. */
function takeAngle(text: string, i: number): Atom | null {
  const close = text.indexOf(">", i);
  if (close === -1) return null;
  const inside = text.slice(i + 1, close);
  const kind = angleKind(inside);
  return kind === null ? null : { end: close + 1, shown: text.slice(i, close + 1), kind };
}

function angleKind(inside: string): MarkKind | null {
  if (inside === "" || [...inside].some((char) => char.trim() === "" && !inside.startsWith("/"))) return null;
  if (inside.startsWith("@&")) return isNumber(inside.slice(2)) ? "role" : null;
  if (inside.startsWith("@!")) return isNumber(inside.slice(2)) ? "user" : null;
  if (inside.startsWith("@")) return isNumber(inside.slice(1)) ? "user" : null;
  if (inside.startsWith("#")) return isNumber(inside.slice(1)) ? "channel" : null;
  const parts = inside.split(":");
  if (inside.startsWith("/")) return parts.length === 2 && isNumber(parts[1] ?? "") ? "command" : null;
  if (parts[0] === "t" && parts.length <= 3) {
    const time = parts[1] ?? "";
    return isNumber(time.startsWith("-") ? time.slice(1) : time) ? "timestamp" : null;
  }
  if ((parts[0] === "" || parts[0] === "a") && parts.length === 3)
    return isNumber(parts[2] ?? "") ? "emoji" : null;
  if (parts[0] === "id" && parts.length === 2) return "channel";
  const [scheme = "", rest = ""] = parts;
  if (scheme === "mailto" || scheme === "tel" || scheme === "sms") return rest === "" ? null : "link";
  if (inside.startsWith("+")) return isNumber(inside.slice(1)) ? "link" : null;
  return scheme !== "" && rest.startsWith("/") && rest.length > 1 ? "link" : null;
}

function takeEveryone(text: string, i: number): Atom | null {
  for (const word of ["@everyone", "@here"]) {
    if (text.startsWith(word, i)) return { end: i + word.length, shown: word, kind: "everyone" };
  }
  return null;
}

/** `:name:`, which clients draw as an emoji when they know the name. */
function takeShortcode(text: string, i: number): Atom | null {
  let at = i + 1;
  while (isAlphanumeric(text[at] ?? " ") || "_+-".includes(text[at] ?? " ")) at += 1;
  if (at === i + 1 || text[at] !== ":") return null;
  return { end: at + 1, shown: text.slice(i, at + 1), kind: "emoji" };
}

function takeAddress(text: string, i: number): Atom | null {
  const scheme = ["https://", "http://", "steam://", "discord://"].find((one) => text.startsWith(one, i));
  if (scheme === undefined) return null;
  let end = i + scheme.length;
  while (end < text.length && text[end]?.trim() !== "" && text[end] !== "<") end += 1;
  if (end === i + scheme.length) return null;
  return { end, shown: text.slice(i, end), kind: "link" };
}

/** `[label](address)`; brackets in the label may nest. */
export function takeMaskedLink(
  text: string,
  i: number,
): { readonly label: string; readonly end: number } | null {
  if (text[i] !== "[") return null;
  let depth = 0;
  let at = i;
  for (; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === "[") depth += 1;
    else if (text[at] === "]") {
      depth -= 1;
      if (depth === 0) break;
    }
  }
  if (text[at + 1] !== "(") return null;
  const close = text.indexOf(")", at);
  const target = close === -1 ? "" : text.slice(at + 2, close).trim();
  const bare = target.startsWith("<") ? target.slice(1) : target;
  const hasScheme = ["http:", "https:", "mailto:", "tel:", "discord:", "steam:"].some((one) =>
    bare.startsWith(one),
  );
  return hasScheme && at > i + 1 ? { label: text.slice(i + 1, at), end: close + 1 } : null;
}

function isNumber(text: string): boolean {
  return text !== "" && [...text].every((char) => char >= "0" && char <= "9");
}

function isAlphanumeric(char: string): boolean {
  return (char >= "0" && char <= "9") || (char >= "a" && char <= "z") || (char >= "A" && char <= "Z");
}
