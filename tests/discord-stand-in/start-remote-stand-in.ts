/** A stand-in in another process, with the interface of one in this process: a blocked loop stops only one clock. */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { PersonRefusal } from "./person/refusal.ts";
import { isRemoteAnswer, isRemoteHello, type RemoteHello } from "./remote-protocol.ts";
import type { StandInSettings } from "./settings.ts";
import type { StandIn } from "./stand-in.ts";

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** Starts the process; resolves when it listens. `close()` ends it. */
export async function startRemoteStandIn(settings: Partial<StandInSettings> = {}): Promise<StandIn> {
  const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
  const child = fork(path("../launch.mjs"), [path("./serve.ts"), JSON.stringify(settings)], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  const hello = await new Promise<RemoteHello["hello"]>((resolve, reject) => {
    child.on("message", (value) => {
      if (isRemoteHello(value)) resolve(value.hello);
      else if (isRemoteAnswer(value)) {
        const one = waiting.get(value.id);
        waiting.delete(value.id);
        if (value.ok) one?.resolve(value.value);
        else one?.reject(revive(value.name, value.message));
      }
    });
    child.on("exit", (code) => {
      const error = new Error(`The stand-in's process ended (${code}).`);
      reject(error);
      for (const one of waiting.values()) one.reject(error);
      waiting.clear();
    });
  });

  const call = (name: string, args: readonly unknown[]): Promise<unknown> => {
    if (!child.connected)
      return name === "close" ? Promise.resolve() : Promise.reject(new Error("It is closed."));
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      child.send({ id, path: name, args });
    });
  };
  const close = async (): Promise<void> => {
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    if (child.exitCode !== null) return;
    await call("close", []).catch(() => undefined);
    await ended;
  };
  // Methods are looked up over there by their names; the interface is the one both sides share.
  return asStandIn({ ...hello, close }, call);
}

function asStandIn(
  known: object,
  call: (name: string, args: readonly unknown[]) => Promise<unknown>,
): StandIn {
  const methods = (prefix: string, base: object): object =>
    new Proxy(base, {
      get(target, name) {
        if (typeof name !== "string" || name === "then") return undefined;
        if (Reflect.has(target, name)) return Reflect.get(target, name);
        return (...args: unknown[]) => call(`${prefix}${name}`, args);
      },
    });
  const groups = Object.fromEntries(
    ["person", "faults", "gateway", "seen", "world"].map((group) => [group, methods(`${group}.`, {})]),
  );
  return methods("", { ...known, ...groups }) as StandIn;
}

function revive(name: string, message: string): Error {
  if (name === "PersonRefusal") return new PersonRefusal(message);
  const error = new Error(message);
  error.name = name;
  return error;
}
