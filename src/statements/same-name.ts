/** Whether two words name one thing: Iran and Iranian, Turkey and Turkish, Баку and Баку́. Pure; knows no language's grammar. */
import { commonName, countryOfCapital } from "./capitals.ts";

/** What peoples, languages and plurals add to a name, or what stands in its place. */
const ENDINGS: ReadonlySet<string> = new Set([
  "",
  ..."a e i o y s n an ans ian ians ean ese ish i is ia ic ey ans 's".split(" "),
]);
const SHORTEST_ROOT = 4;
/** Names in other scripts are inflected: so many letters at their end may differ. */
const INFLECTED = 3;
const LATIN = /^[a-z0-9.]*$/;

/** Whether `said`, in a statement, may stand for `known`, in its evidence. Both folded. */
export function isSameName(said: string, known: string): boolean {
  if (said === known || commonName(said) === commonName(known)) return true;
  if (countryOfCapital(known) !== undefined && isRelated(said, countryOfCapital(known) ?? "")) return true;
  return isRelated(said, known);
}

function isRelated(one: string, other: string): boolean {
  if (one === other) return true;
  let shared = 0;
  while (shared < one.length && shared < other.length && one[shared] === other[shared]) shared += 1;
  if (shared < SHORTEST_ROOT) return false;
  const [left, right] = [one.slice(shared), other.slice(shared)];
  if (LATIN.test(one) && LATIN.test(other)) return ENDINGS.has(left) && ENDINGS.has(right);
  return left.length <= INFLECTED && right.length <= INFLECTED;
}

/** The letters under which names that may be one are found together. */
export function nameRoot(key: string): string {
  return key.slice(0, SHORTEST_ROOT);
}

/** Names of a text by their first letters, so that looking one up does not cost all of them. */
export class NameBook {
  readonly #byRoot = new Map<string, Set<string>>();

  constructor(keys: Iterable<string>) {
    for (const key of keys) {
      this.#put(nameRoot(key), key);
      this.#put(nameRoot(commonName(key)), key);
      const country = countryOfCapital(key);
      if (country !== undefined) this.#put(nameRoot(country), key);
    }
  }

  has(said: string): boolean {
    const roots = [nameRoot(said), nameRoot(commonName(said))];
    return roots.some((root) => [...(this.#byRoot.get(root) ?? [])].some((known) => isSameName(said, known)));
  }

  #put(root: string, key: string): void {
    const keys = this.#byRoot.get(root);
    if (keys === undefined) this.#byRoot.set(root, new Set([key]));
    else keys.add(key);
  }
}
