/** Takes secrets out of what a server said, before anybody reads it: some repeat the key they were sent. */
import { beginningOf } from "./graphemes.ts";
import type { Secrets } from "./secrets.ts";

/** UTF-16 code units of a server's own words that are passed on. */
const LONGEST_SAYING = 200;
/** Keys as the large services write them, also with stars in the middle, and what follows "Bearer". */
const LOOKS_LIKE_A_KEY = /\b(?:sk|pk|key|gsk|xai)-[\w*.…-]{6,}|\bBearer\s+[^\s"',;]+/giu;
/** User and password in an address. */
const CREDENTIALS = /(?<=:\/\/)[^\s/@"'<>]{1,300}@/gu;

/** One line of plain text, without any of `secrets` and without whatever else looks like a key. */
export function withoutSecrets(said: string, secrets: Secrets): string {
  const plain = secrets
    .strike(said.slice(0, 20 * LONGEST_SAYING))
    .replace(LOOKS_LIKE_A_KEY, "(key)")
    .replace(CREDENTIALS, "")
    .replace(/[\p{C}\s]+/gu, " ")
    .trim();
  return beginningOf(plain, LONGEST_SAYING);
}

/** An address as it may be shown: without user, password and query. */
export function shownAddress(address: string): string {
  if (!URL.canParse(address)) return "an address that cannot be read";
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname.replace(/(?<!\/)\/+$/, "")}`;
}
