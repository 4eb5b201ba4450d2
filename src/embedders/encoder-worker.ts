/** The thread in which the sentence encoder runs. It starts to load at once; requests wait until it has. */
import { parentPort } from "node:worker_threads";
import { readEncoderWeights } from "./encoder-weights.ts";
import { SentenceEncoder } from "./sentence-encoder.ts";

export interface EncodeRequest {
  readonly number: number;
  readonly texts: readonly string[];
}

/** The vectors of a request, one after the other, or why there are none. */
export type EncodeReply =
  | { readonly number: number; readonly vectors: Float32Array }
  | { readonly number: number; readonly fault: string };

const loading = readEncoderWeights().then((weights) => new SentenceEncoder(weights));
// Whoever asks is told; until then nobody has asked.
loading.catch(() => undefined);

parentPort?.on("message", async ({ number, texts }: EncodeRequest) => {
  parentPort?.postMessage(await answer(number, texts));
});

async function answer(number: number, texts: readonly string[]): Promise<EncodeReply> {
  try {
    const encoder = await loading;
    const vectors = new Float32Array(texts.length * encoder.dimensions);
    for (const [place, vector] of encoder.encode(texts).entries())
      vectors.set(vector, place * encoder.dimensions);
    return { number, vectors };
  } catch (error) {
    return { number, fault: error instanceof Error ? error.message : String(error) };
  }
}
