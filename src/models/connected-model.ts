/**
 * A model behind a service, through LangChain's chat model: time limits, repeated attempts before the first word,
 * one way of saying what went wrong. The connection is closed however it ends.
 */
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { type BaseMessage, HumanMessage, SystemMessage } from "@langchain/core/messages";
import { withoutSecrets } from "../text/without-secrets.ts";
import { beginExchange, type Exchange } from "./exchange.ts";
import { explainModelTrouble } from "./explain-model-trouble.ts";
import type { LanguageModel, ModelPiece, Prompt } from "./language-model.ts";
import { ModelFault, type Trouble, waitAfter } from "./model-fault.ts";
import { type ModelMessage, pieceOf, saysSomething } from "./model-piece.ts";
import type { Provider } from "./provider.ts";
import { type TimeLimits, Watch } from "./watch.ts";

export interface ModelLimits extends TimeLimits {
  /** Milliseconds before the second attempt; twice as many before each further one. */
  readonly backoffMs: number;
  /** Bytes of a reply that are read. */
  readonly mostBytes: number;
}

/** Attempts that only ask in another way (not streaming, without a temperature). */
const MOST_ADAPTATIONS = 2;
const CLIENTS_OWN = [TypeError, RangeError, ReferenceError];

export class ConnectedModel implements LanguageModel {
  readonly id: string;
  readonly #provider: Provider;
  readonly #limits: ModelLimits;
  /** What this server turned out not to do is not asked of it again. */
  #streams = true;
  #temperature: 0 | null = 0;

  constructor(id: string, provider: Provider, limits: ModelLimits) {
    this.id = id;
    this.#provider = provider;
    this.#limits = limits;
  }

  async *stream({ system, user }: Prompt, signal?: AbortSignal): AsyncGenerator<ModelPiece, void> {
    signal?.throwIfAborted();
    const messages = [...(system === null ? [] : [new SystemMessage(system)]), new HumanMessage(user)];
    const watch = new Watch(this.#limits, signal);
    let adaptations = 0;
    try {
      for (let attempt = 1; ; ) {
        const exchange = this.#begin(watch.signal);
        try {
          yield* this.#attempt(messages, exchange, watch);
          return;
        } catch (error) {
          signal?.throwIfAborted();
          const fault = this.#faultOf(error, exchange, watch);
          if (watch.hasBegun) throw fault;
          if (adaptations < MOST_ADAPTATIONS && this.#adapt(exchange, fault)) {
            adaptations += 1;
            continue;
          }
          const waitMs = waitAfter(fault, attempt, this.#limits.backoffMs);
          if (waitMs === null || !watch.allows(waitMs)) throw fault;
          await watch.wait(waitMs).catch(() => {
            signal?.throwIfAborted();
            throw fault;
          });
          attempt += 1;
        }
      }
    } finally {
      watch.close();
    }
  }

  #begin(signal: AbortSignal): Exchange {
    const { server, hint, framing } = this.#provider;
    return beginExchange(server, {
      mostBytes: this.#limits.mostBytes,
      // What has its messages in lines has them so in one, too.
      framing: this.#streams || framing === "lines" ? framing : null,
      signal,
      faultOf: (trouble) => explainModelTrouble(this.id, hint, trouble),
    });
  }

  async *#attempt(
    messages: BaseMessage[],
    exchange: Exchange,
    watch: Watch,
  ): AsyncGenerator<ModelPiece, void> {
    const chat = this.#provider.connect({ fetch: exchange.fetch, temperature: this.#temperature });
    const said = (this.#streams ? streamed : whole)(chat, messages, watch.signal);
    for (;;) {
      const step = await watch.orAborted(said.next());
      if (step.done) break;
      if (saysSomething(step.value)) watch.begin();
      yield pieceOf(step.value);
    }
    const { ending, hint } = this.#provider;
    if (this.#streams && ending !== null && !ending.test(exchange.tail()))
      throw explainModelTrouble(this.id, hint, { kind: "cut", words: "was cut off" });
  }

  #faultOf(error: unknown, exchange: Exchange, { expired, hasBegun }: Watch): ModelFault {
    const { hint, server } = this.#provider;
    const explain = (trouble: Trouble) => explainModelTrouble(this.id, hint, trouble);
    if (expired !== null)
      return explain({
        kind: "slow",
        words: `${hasBegun ? "did not finish" : "said nothing"} in time`,
        detail: "FOOTNOTE_MODEL_FIRST_TOKEN_SECONDS and FOOTNOTE_MODEL_SECONDS give it more time. ",
      });
    const met = exchange.fault();
    if (met !== null) return met;
    if (error instanceof ModelFault) return error;
    // What a client stumbles over without noticing is nothing that the server said.
    const isOwn = !(error instanceof Error) || CLIENTS_OWN.some((kind) => error instanceof kind);
    const isSaid = !isOwn && !/^\[object \w+\]$/.test(error.message);
    const said = isSaid ? withoutSecrets(error.message, server.secrets) : "";
    return explain({ kind: "garbled", words: "cannot be understood", said });
  }

  /** Whether there is another way to ask; it is taken from now on. */
  #adapt(exchange: Exchange, { kind, hint }: ModelFault): boolean {
    if (this.#streams && exchange.fault() === null && exchange.isWhole()) {
      this.#streams = false;
      return true;
    }
    if (this.#temperature !== null && /refused|garbled/.test(kind) && /\btemperature\b/i.test(hint)) {
      this.#temperature = null;
      return true;
    }
    return false;
  }
}

/**
 * Pieces as they come. The chat model's own method below `stream()`: that one also reports each call to tracing
 * services and consoles which variables of the environment name, and nothing is to leave unasked.
 */
async function* streamed(
  chat: BaseChatModel,
  messages: BaseMessage[],
  signal: AbortSignal,
): AsyncGenerator<ModelMessage, void> {
  for await (const { text, message } of chat._streamResponseChunks(messages, { signal }))
    yield { text, message };
}

/** All of it at once, for the same reason not through `invoke()`. */
async function* whole(
  chat: BaseChatModel,
  messages: BaseMessage[],
  signal: AbortSignal,
): AsyncGenerator<ModelMessage, void> {
  const { generations } = await chat._generate(messages, { signal });
  for (const { text, message } of generations.slice(0, 1)) yield { text, message };
}
