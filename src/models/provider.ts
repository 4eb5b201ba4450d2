/** What the files of the providers have in common: how to connect to one, and how to ask what models it has. */
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { UserError } from "../errors.ts";

export type Fetch = typeof globalThis.fetch;

export interface ConnectOptions {
  /** Every request of the client goes through this. */
  readonly fetch: Fetch;
  /** Null where a model does not let it be set. */
  readonly temperature: number | null;
}

export interface Provider {
  /** Where it is, as it may be shown. */
  readonly address: string;
  /** What must never be shown. */
  readonly secrets: readonly string[];
  /** What to do when it does not work. */
  readonly hint: string;
  /** A chat model of LangChain's that retries nothing by itself. */
  connect(options: ConnectOptions): BaseChatModel;
  /** Stands in the last bytes of a stream that was not cut; null where the client looks for it. */
  readonly ending: RegExp | null;
  /** A request for the names of its models. */
  readonly listing: {
    readonly url: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly names: (reply: unknown) => readonly string[];
  };
}

/** The texts under `key` of the objects in a list; nothing when it is no such list. */
export function textsUnder(list: unknown, key: string): readonly string[] {
  if (!Array.isArray(list)) return [];
  return list.map((item) => Object(item)[key]).filter((value): value is string => typeof value === "string");
}

/** An address without a closing slash. @throws UserError naming the variable when it is no web address, or holds a password. */
export function checkedAddress(variable: string, address: string): string {
  const trimmed = address.trim();
  const url = URL.canParse(trimmed) ? new URL(trimmed) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "")
    throw new UserError(
      `${variable} is no web address that can be used.`,
      `Set ${variable} to an address such as http://127.0.0.1:8080, without user and password, or leave it unset.`,
    );
  return trimmed.replace(/\/+$/, "");
}
