/** What embedders that ask a service have in common: length learnt by asking, unit length, checked replies, bounds. */

import { askJson } from "../models/ask-json.ts";
import { ModelFault, type Trouble } from "../models/model-fault.ts";
import type { Server } from "../models/server.ts";
import { EMBEDDER_DEFAULTS, type EmbedderSettings } from "../service-settings.ts";
import type { Embedder } from "./embedder.ts";
import { dotProduct, toUnitLength } from "./unit-vectors.ts";

/** A service of vectors, in the words of its protocol. */
export interface VectorService {
  /** `<provider>:<model>`. */
  readonly id: string;
  readonly server: Server;
  /** Below the server's base. */
  readonly path: string;
  /** What asks for the vectors of some texts. */
  readonly request: (texts: readonly string[]) => unknown;
  /** The vectors in a reply, in the order of the texts; whatever stands in their place. */
  readonly vectorsOf: (reply: unknown) => unknown;
  /** What to do when it does not work. */
  readonly hint: string;
}

export interface ServiceLimits extends Partial<EmbedderSettings> {
  /** Aborting it ends whatever is waited for. */
  readonly signal?: AbortSignal | undefined;
}

/** Texts sent at once: few enough that a slow machine answers in time. */
const AT_ONCE = 32;
/** Words of a corpus: some ten thousand tokens, paid once. */
const MOST_TERMS = 4_000;
/** UTF-16 code units. Services refuse texts beyond what their model reads. */
const LONGEST_TEXT = 2_000;
/** The longest vectors of today have some twelve thousand. */
const MOST_DIMENSIONS = 20_000;
/** Milliseconds before a second attempt. */
const BACKOFF_MS = 500;

/** @throws ModelFault when the service does not answer, or not with vectors; it never holds a secret. */
export async function connectService(
  service: VectorService,
  { seconds = EMBEDDER_DEFAULTS.seconds, replyMegabytes, signal }: ServiceLimits = {},
): Promise<Embedder> {
  const closing = new AbortController();
  const faultOf = (trouble: Trouble) => explainTrouble(service, trouble);
  const mostBytes = (replyMegabytes ?? EMBEDDER_DEFAULTS.replyMegabytes) * 1_000_000;
  let dimensions = 0;
  const embed = async (texts: readonly string[], own?: AbortSignal): Promise<number[][]> => {
    const reply = await askJson(service.server, {
      path: service.path,
      body: service.request(texts.map(shorten)),
      ms: seconds * 1000,
      mostBytes,
      backoffMs: BACKOFF_MS,
      signal: AbortSignal.any([closing.signal, ...[signal, own].filter((one) => one !== undefined)]),
      faultOf,
    });
    const vectors = service.vectorsOf(reply);
    if (!areVectors(vectors, texts.length, dimensions))
      throw faultOf({ kind: "garbled", words: "does not work: its reply holds no usable vectors" });
    return vectors.map(toUnitLength);
  };
  const [probe = []] = await embed(["length"]);
  dimensions = probe.length;
  return {
    id: service.id,
    dimensions,
    mostTerms: MOST_TERMS,
    warmUp: () => undefined,
    close: async () => closing.abort(new Error("the embedder is closed")),
    embedQuery: async (text, own) => (await embed([text], own))[0] ?? [],
    embedDocuments: async (texts, own) => {
      const vectors: number[][] = [];
      for (let at = 0; at < texts.length; at += AT_ONCE)
        vectors.push(...(await embed(texts.slice(at, at + AT_ONCE), own)));
      return vectors;
    },
  };
}

/** One for each text, all as long as the first ones were; `dimensions` is 0 as long as nobody knows. */
function areVectors(value: unknown, count: number, dimensions: number): value is number[][] {
  if (!Array.isArray(value) || value.length !== count) return false;
  const length = dimensions === 0 ? Object(value[0]).length : dimensions;
  const isVector = (vector: unknown): boolean =>
    Array.isArray(vector) &&
    vector.length === length &&
    vector.every(Number.isFinite) &&
    Number.isFinite(dotProduct(vector, vector));
  return length > 0 && length <= MOST_DIMENSIONS && value.every(isVector);
}

/** There are no readers here, only who runs Footnote: what the server said comes first. */
function explainTrouble({ id, hint }: VectorService, trouble: Trouble): ModelFault {
  const { kind, words, said = "", detail = "", status, retryAfterMs = null } = trouble;
  const why = kind === "redirected" ? words : said || `HTTP ${status}`;
  return new ModelFault(
    kind,
    `the embedder ${id} ${status === undefined ? words : `does not work: ${why}`}`,
    `${detail}${BOUNDS[kind] ?? ""}${hint}`,
    retryAfterMs,
  );
}

const BOUNDS: Partial<Record<Trouble["kind"], string>> = {
  slow: "FOOTNOTE_EMBEDDER_SECONDS gives it more time. ",
  flood: "FOOTNOTE_EMBEDDER_MEGABYTES lets it say more. ",
  redirected: "If that is where it should be asked, name that address. ",
};

/** Services refuse an empty text. */
function shorten(text: string): string {
  return text.slice(0, LONGEST_TEXT).toWellFormed().replace(/\s+/g, " ").trim() || ".";
}
