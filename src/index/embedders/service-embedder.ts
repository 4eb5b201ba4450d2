/** What embedders that ask a service have in common: length learnt by asking, unit length, checked replies. */
import { UserError } from "../../errors.ts";
import { withoutSecrets } from "../../text/without-secrets.ts";
import type { Embedder } from "../embedder.ts";
import { toUnitLength } from "../vectors/vector-rows.ts";

/** Asks a service for the vectors of some texts, in order; rejects with an Error that says what went wrong. */
export type AskService = (texts: readonly string[]) => Promise<readonly (readonly number[])[]>;

/** Texts sent at once: few enough that a slow machine answers in time. */
const AT_ONCE = 32;
/** Words of a corpus: some ten thousand tokens, paid once. */
const MOST_TERMS = 4_000;
/** UTF-16 code units. Services refuse texts beyond what their model reads. */
const LONGEST_TEXT = 2_000;

/** @throws UserError with `hint` when the service does not answer, or not with vectors; it never holds `secret`. */
export async function connectService(
  id: string,
  ask: AskService,
  hint: string,
  secret?: string,
): Promise<Embedder> {
  const embed = async (texts: readonly string[]): Promise<number[][]> => {
    try {
      return checkVectors(await ask(texts.map(shorten)), texts.length).map(toUnitLength);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const said = withoutSecrets(message, secret === undefined ? [] : [secret]);
      throw new UserError(`the embedder ${id} does not work: ${said}`, hint, { cause: error });
    }
  };
  const [probe = []] = await embed(["length"]);
  return {
    id,
    dimensions: probe.length,
    mostTerms: MOST_TERMS,
    warmUp: () => undefined,
    close: async () => undefined,
    embedQuery: async (text) => (await embed([text]))[0] ?? [],
    embedDocuments: async (texts) => {
      const vectors: number[][] = [];
      for (let at = 0; at < texts.length; at += AT_ONCE)
        vectors.push(...(await embed(texts.slice(at, at + AT_ONCE))));
      return vectors;
    },
  };
}

function checkVectors(
  vectors: readonly (readonly number[])[],
  count: number,
): readonly (readonly number[])[] {
  const length = vectors[0]?.length ?? 0;
  const isUsable = (vector: readonly number[]): boolean =>
    Array.isArray(vector) && vector.length === length && vector.every(Number.isFinite);
  if (vectors.length !== count || length === 0 || !vectors.every(isUsable))
    throw new Error("its reply holds no usable vectors");
  return vectors;
}

/** Services refuse an empty text. */
function shorten(text: string): string {
  return text.slice(0, LONGEST_TEXT).replace(/\s+/g, " ").trim() || ".";
}
