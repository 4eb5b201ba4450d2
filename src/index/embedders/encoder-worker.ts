/** The thread in which the sentence encoder runs. It starts to load at once; requests wait until it has. */
import { parentPort } from "node:worker_threads";
import { loadEncoder } from "./encoder-model.ts";

export interface EncodeRequest {
  readonly number: number;
  readonly texts: readonly string[];
}

/** The vectors of a request, one after the other, or why there are none. */
export type EncodeReply =
  | { readonly number: number; readonly vectors: Float32Array }
  | { readonly number: number; readonly fault: string };

const loading = loadEncoder();
loading.catch(() => undefined);

parentPort?.on("message", async ({ number, texts }: EncodeRequest) => {
  parentPort?.postMessage(await answer(number, texts));
});

async function answer(number: number, texts: readonly string[]): Promise<EncodeReply> {
  try {
    const encoder = await loading;
    return { number, vectors: await encoder.encode(texts) };
  } catch (error) {
    return { number, fault: error instanceof Error ? error.message : String(error) };
  }
}
