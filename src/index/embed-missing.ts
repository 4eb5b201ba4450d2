/** Makes the vectors that a build lacks, a few at a time, each few kept as soon as they are made. */
import type { Embedder } from "../embedders/embedder.ts";
import type { VectorCache, VectorKey } from "./vectors/vector-cache.ts";

/** Texts given to the embedder at once: some seconds of work, the most a stopped build can lose. */
const AT_ONCE = 128;

/** Rejects when aborted, or when the embedder fails; the vectors made until then are kept. */
export async function embedMissing(
  missing: ReadonlyMap<VectorKey, string>,
  embedder: Embedder,
  cache: VectorCache,
  onEmbedded: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  const texts = [...missing];
  onEmbedded(0, texts.length);
  for (let at = 0; at < texts.length; at += AT_ONCE) {
    signal?.throwIfAborted();
    const batch = texts.slice(at, at + AT_ONCE);
    const vectors = await embedder.embedDocuments(
      batch.map(([, text]) => text),
      signal,
    );
    const made = new Map<VectorKey, readonly number[]>();
    for (const [place, [key]] of batch.entries()) {
      const vector = vectors[place];
      if (vector?.length !== embedder.dimensions) throw new Error(`${embedder.id} gave no vector for a text`);
      made.set(key, vector);
    }
    await cache.add(made);
    onEmbedded(Math.min(at + AT_ONCE, texts.length), texts.length);
  }
}
