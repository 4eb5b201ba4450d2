/** A thread that encodes, seen from outside: texts go in, vectors come out, a death is noticed. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type ResourceLimits, Worker } from "node:worker_threads";
import type { EncodeReply, EncodeRequest } from "./encoder-worker.ts";

/** The thread is gone and will answer nothing any more. */
export class ThreadGoneError extends Error {
  override readonly name = "ThreadGoneError";
}

interface Waiting {
  resolve(vectors: Float32Array): void;
  reject(error: Error): void;
}

export class EncoderThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #requests = 0;
  #gone: ThreadGoneError | null = null;

  /** Starts the thread, which starts to load the encoder. */
  constructor(script = findScript(), resourceLimits: ResourceLimits = {}) {
    // Without the flags of this process: a loader or an inspector of the caller is not for the thread.
    this.#worker = new Worker(script, { execArgv: [], resourceLimits });
    this.#worker.on("message", (reply: EncodeReply) => this.#take(reply));
    this.#worker.on("error", (error) => this.#end(error));
    this.#worker.on("exit", () => this.#end());
    this.#worker.unref();
  }

  get isGone(): boolean {
    return this.#gone !== null;
  }

  /** The vectors of the texts, one after the other. Rejects with a ThreadGoneError when the thread dies. */
  encode(texts: readonly string[]): Promise<Float32Array> {
    if (this.#gone !== null) return Promise.reject(this.#gone);
    const request: EncodeRequest = { number: ++this.#requests, texts };
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.number, { resolve, reject });
      // The process lives on while something is waited for, and only then.
      this.#worker.ref();
      this.#worker.postMessage(request);
    });
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #take(reply: EncodeReply): void {
    const waiting = this.#waiting.get(reply.number);
    this.#waiting.delete(reply.number);
    if (this.#waiting.size === 0) this.#worker.unref();
    if ("vectors" in reply) waiting?.resolve(reply.vectors);
    else waiting?.reject(new Error(reply.fault));
  }

  #end(cause?: unknown): void {
    this.#gone ??= new ThreadGoneError("the encoder's thread ended", { cause });
    for (const { reject } of this.#waiting.values()) reject(this.#gone);
    this.#waiting.clear();
  }
}

/** The bundled script lies beside the bundle; while the sources are run as they are, it lies in dist. */
function findScript(): string {
  const beside = fileURLToPath(new URL("encoder-worker.js", import.meta.url));
  return existsSync(beside)
    ? beside
    : fileURLToPath(new URL("../../dist/encoder-worker.js", import.meta.url));
}
