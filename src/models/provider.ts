/** What the files of the providers have in common: how to connect to one, and how to ask what models it has. */
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { Framing } from "./framing.ts";
import type { Server } from "./server.ts";

export type Fetch = typeof globalThis.fetch;

export interface ConnectOptions {
  /** Every request of the client goes through this. */
  readonly fetch: Fetch;
  /** Null where a model does not let it be set. */
  readonly temperature: number | null;
}

export interface Provider {
  readonly server: Server;
  /** What to do when it does not work. */
  readonly hint: string;
  /** A chat model of LangChain's that retries nothing by itself. */
  connect(options: ConnectOptions): BaseChatModel;
  /** How its streams are cut into messages. */
  readonly framing: Framing;
  /** Stands in the last bytes of a stream that was not cut; null where the client looks for it. */
  readonly ending: RegExp | null;
  /** Where the names of its models are to be had. */
  readonly listing: { readonly path: string; readonly names: (reply: unknown) => readonly string[] };
}

/** The texts under `key` of the objects in a list; nothing when it is no such list. */
export function textsUnder(list: unknown, key: string): readonly string[] {
  if (!Array.isArray(list)) return [];
  return list.map((item) => Object(item)[key]).filter((value): value is string => typeof value === "string");
}
