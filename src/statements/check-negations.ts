/** Negations of a statement and of its sentences must govern the same words. */
import type { Fault } from "./cited-sentence.ts";
import type { Evidence } from "./evidence.ts";
import { polarityOf, rootOf } from "./polarity.ts";
import type { ReadText } from "./read-text.ts";

/** Of what a negation of the sentences governs, its first words tell what is denied. */
const GOVERNED = 4;
const PREFIX = /^(?:un|in|im|il|ir|non|dis)(?=\p{L}{4})/u;

export function checkNegations(statement: ReadText, { cited, place }: Evidence): Fault | null {
  const [own, theirs] = [polarityOf(statement, cited), polarityOf(cited, statement)];
  const halves = [...theirs.halfDenied].some((root) => own.denied.has(root)) ? theirs.halves : 0;
  const plain = own.negations.filter(({ isPlain }) => isPlain).length;
  if (plain > theirs.negations.length + halves + prefixedIn(statement, cited))
    return { kind: "negation", reason: `The line denies more than what stands in ${place}.` };
  const [said, known] = [rootsOf(statement), rootsOf(cited)];
  const theirSuffering = new Set(theirs.negations.flatMap(({ subject }) => subject));
  const mayDeny = (term: string) =>
    theirs.denied.has(term) || theirs.halfDenied.has(term) || theirSuffering.has(term);
  for (const { terms, subject } of own.negations) {
    const shared = terms.filter((term) => known.has(term));
    const about = [...shared, ...subject.filter((term) => known.has(term))];
    const isAboutDenied = about.filter(mayDeny).length * 2 >= about.length;
    if (!isAboutDenied && !isAgreed(shared, (term) => mayDeny(term) || !own.denied.has(term)))
      return {
        kind: "negation",
        reason: `The line denies “${shared.join(" ")}”, which is not denied in ${place}.`,
      };
  }
  const suffering = new Set(own.negations.flatMap(({ subject }) => subject));
  for (const { terms } of theirs.negations) {
    const governed = terms.slice(0, GOVERNED);
    const shared = governed.filter((term) => said.has(term));
    if (shared.length * 2 < governed.length) continue;
    const agrees = (term: string) =>
      suffering.has(term) || own.denied.has(term) || own.halfDenied.has(term) || !theirs.denied.has(term);
    if (!isAgreed(shared, agrees))
      return {
        kind: "negation",
        reason: `The line asserts “${shared.join(" ")}”, which is denied in ${place}.`,
      };
  }
  if (own.negations.length > 0 || theirs.negations.length > 0) return null;
  const [turned] = [...prefixed(statement.keys, cited.keys), ...prefixed(cited.keys, statement.keys)];
  return turned === undefined
    ? null
    : { kind: "negation", reason: `“${turned}” stands on one side only, the line or ${place}.` };
}

function rootsOf({ terms }: ReadText): ReadonlySet<string> {
  return new Set([...terms].map(rootOf));
}

/** The word a negation stands next to decides, or else most of what it governs. */
function isAgreed(shared: readonly string[], agrees: (term: string) => boolean): boolean {
  const [first] = shared;
  return first === undefined || agrees(first) || shared.filter(agrees).length * 2 >= shared.length;
}

/** How many words one text has with a denying prefix and the other without it: `likely`, `unlikely`. */
function prefixedIn(one: ReadText, other: ReadText): number {
  return prefixed(one.keys, other.keys).length + prefixed(other.keys, one.keys).length;
}

function prefixed(keys: ReadonlySet<string>, others: ReadonlySet<string>): string[] {
  return [...keys].filter(
    (key) => PREFIX.test(key) && !others.has(key) && others.has(key.replace(PREFIX, "")),
  );
}
