/** The line protocol between a stand-in in its own process and whoever steers it: one JSON object a message. */

export interface RemoteCall {
  readonly id: number;
  /** Method by its path in `StandIn`, e.g. "person.slash". */
  readonly path: string;
  readonly args: readonly unknown[];
}

export type RemoteAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly name: string; readonly message: string };

/** First message of a started stand-in. */
export interface RemoteHello {
  readonly hello: {
    readonly url: string;
    readonly token: string;
    readonly guildId: string;
    readonly botId: string;
    readonly hasOracle: boolean;
  };
}

export function isRemoteCall(value: unknown): value is RemoteCall {
  return typeof value === "object" && value !== null && "id" in value && "path" in value && "args" in value;
}

export function isRemoteAnswer(value: unknown): value is RemoteAnswer {
  return typeof value === "object" && value !== null && "id" in value && "ok" in value;
}

export function isRemoteHello(value: unknown): value is RemoteHello {
  return typeof value === "object" && value !== null && "hello" in value;
}

/** Parts of a stand-in whose methods can be called from afar. */
const groups = ["person", "faults", "gateway", "seen", "world"] as const;

/** The method at a path of the stand-in; null when there is none. */
export function findMethod(standIn: object, path: string): ((...args: unknown[]) => unknown) | null {
  const [first = "", second] = path.split(".");
  const owner =
    second === undefined ? standIn : groups.some((group) => group === first) ? member(standIn, first) : null;
  const found = member(owner, second ?? first);
  return typeof found === "function" ? (...args) => Reflect.apply(found, owner, args) : null;
}

function member(owner: unknown, name: string): unknown {
  return typeof owner === "object" && owner !== null && Object.hasOwn(owner, name)
    ? Reflect.get(owner, name)
    : undefined;
}
