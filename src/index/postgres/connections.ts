/** The connections to a database: pooled, and shared by all who name the same address in this process. */
import type { Socket } from "node:net";
import type { Pool, PoolClient } from "pg";
import { carefulClient } from "./careful-client.ts";
import { connectionSettings, mayDoWithoutTls } from "./connection-settings.ts";
import type { DatabaseAddress } from "./database-address.ts";

const IDLE_MS = 30_000;
/** After so long without a word the system asks whether the other side is still there. */
const SILENT_MS = 30_000;
/** What is under way when the last one leaves is given so long. */
const FAREWELL_MS = 1_000;
/** The driver's words for a server that says so. */
const HAS_NO_TLS = /does not support SSL/;

/** To be given back with `release`, once. */
export interface SharedConnections {
  connect(): Promise<PoolClient>;
  release(): Promise<void>;
}

interface Connections {
  readonly opening: Promise<{ readonly pool: Pool; readonly sockets: ReadonlySet<Socket> }>;
  users: number;
}

const shared = new Map<string, Connections>();

/** Connects at the first statement; the driver is loaded only now. @throws UserError for files that the address names. */
export async function shareConnections(address: DatabaseAddress): Promise<SharedConnections> {
  const { connections, connectMs, readMs, url } = address;
  const key = JSON.stringify([connections, connectMs, readMs, url]);
  const found = shared.get(key) ?? { opening: createPool(address), users: 0 };
  shared.set(key, found);
  // Counted before anything is waited for: whoever leaves meanwhile is not the last.
  found.users += 1;
  const leave = (): boolean => {
    found.users -= 1;
    if (found.users > 0) return false;
    if (shared.get(key) === found) shared.delete(key);
    return true;
  };
  try {
    const { pool, sockets } = await found.opening;
    return {
      connect: () => connect(pool, address),
      release: async () => {
        if (leave()) await endPool(pool, sockets);
      },
    };
  } catch (error) {
    leave();
    throw error;
  }
}

/** A server without TLS is spoken to without where the address says that this is no matter. */
async function connect(pool: Pool, address: DatabaseAddress): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    if (!(error instanceof Error) || !HAS_NO_TLS.test(error.message) || !mayDoWithoutTls(address))
      throw error;
    pool.options.ssl = false;
    return pool.connect();
  }
}

async function endPool(pool: Pool, sockets: ReadonlySet<Socket>): Promise<void> {
  const timer = setTimeout(() => {
    for (const socket of sockets) socket.destroy();
  }, FAREWELL_MS);
  await pool.end().finally(() => clearTimeout(timer));
}

async function createPool(address: DatabaseAddress) {
  const [{ Pool, Client }, settings] = await Promise.all([import("pg"), connectionSettings(address)]);
  const sockets = new Set<Socket>();
  const pool = new Pool({
    ...settings,
    ...carefulClient(Client, sockets),
    max: address.connections,
    connectionTimeoutMillis: address.connectMs,
    idleTimeoutMillis: IDLE_MS,
    allowExitOnIdle: true,
    keepAlive: true,
    keepAliveInitialDelayMillis: SILENT_MS,
    // Behind a transaction pooler it may hold for others of the same user too, which does no harm.
    onConnect: async (client) => {
      const text = `SET client_encoding = 'UTF8'; SET statement_timeout = ${address.readMs}`;
      await client.query({ text, query_timeout: address.connectMs } as { text: string });
    },
  });
  // An idle connection that is lost is not missed: the next statement makes another one.
  pool.on("error", () => undefined);
  return { pool, sockets };
}
