/** The gateway: takes connections, keeps sessions, spreads events, and breaks in the ways a real one does. */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { Bell } from "../bell.ts";
import type { JsonObject } from "../json.ts";
import type { Ledger } from "../ledger.ts";
import type { StandInSettings } from "../settings.ts";
import { guildCreateShape } from "../shapes/guild-shapes.ts";
import type { World } from "../world.ts";
import { type Connection, openConnection } from "./connection.ts";
import { closeReasons, isRightToken, readIdentify, readyShape } from "./handshake.ts";
import { intents } from "./intents.ts";
import {
  concerns,
  createSession,
  type Happening,
  missedSince,
  type Session,
  tell,
  tellHappening,
} from "./session.ts";

export interface Gateway {
  /** Takes over a socket whose client asked for an upgrade. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Tells every session it concerns. */
  spread(happening: Happening): void;
  /** Tells the last event of this name once more, with new sequence numbers. */
  repeat(event: string): void;
  readonly connections: ReadonlySet<Connection>;
  /** Sessions with an open connection. */
  liveSessions(): readonly Session[];
  /** Sessions are forgotten: a RESUME is answered with op 9. */
  forgetSessions(): void;
  /** The next IDENTIFY are closed with this code. */
  rejectIdentify(code: number, times: number): void;
  /** The next connections are dropped before they are open. */
  refuseConnections(times: number): void;
  close(): void;
}

interface Parts {
  readonly settings: StandInSettings;
  readonly world: World;
  readonly bell: Bell;
  readonly ledger: Ledger;
  readonly url: () => string;
}

export function createGateway(parts: Parts): Gateway {
  const { settings, world, bell, ledger } = parts;
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const connections = new Set<Connection>();
  const lastOf = new Map<string, Happening>();
  const lastIdentify = new Map<number, number>();
  let rejected = { code: 0, times: 0 };
  let refused = 0;

  function active(): void {
    ledger.lastActivity = performance.now();
    bell.ring();
  }

  function refuse(connection: Connection, code: number, what: string): void {
    ledger.violate("gateway", what, { code });
    connection.close(code, closeReasons[code] ?? "");
  }

  function identify(connection: Connection, data: JsonObject): void {
    if (rejected.times > 0) {
      rejected = { ...rejected, times: rejected.times - 1 };
      connection.close(rejected.code, closeReasons[rejected.code] ?? "");
      return;
    }
    const identity = readIdentify(data, settings);
    if ("close" in identity) {
      refuse(connection, identity.close, closeReasons[identity.close] ?? "");
      return;
    }
    const now = performance.now();
    const since = now - (lastIdentify.get(identity.shard) ?? Number.NEGATIVE_INFINITY);
    if (since < settings.identifyEveryMs) {
      connection.sendOp(9, false);
      return;
    }
    lastIdentify.set(identity.shard, now);
    if (ledger.identifies.length >= ledger.logIns) ledger.violate("gateway", "More IDENTIFY than are left.");
    ledger.identifies.push({ at: now, intents: identity.intents });
    const session = createSession(
      `session-${world.ids.next()}`,
      identity.intents,
      identity.shard,
      identity.shards,
    );
    sessions.set(session.id, session);
    attach(session, connection);
    greet(session);
  }

  function attach(session: Session, connection: Connection): void {
    // A client may RESUME on the connection that was told of an invalid session.
    if (session.connection !== connection) session.connection?.close(4005, closeReasons[4005] ?? "");
    session.connection = connection;
    session.lostAt = null;
    connection.sessionId = session.id;
  }

  function greet(session: Session): void {
    const guilds = [...world.guilds.values()].filter(
      (guild) => guild.hasBot && concerns(session, { event: "", data: {}, intent: 0, guildId: guild.id }),
    );
    tell(
      session,
      "READY",
      readyShape(
        world,
        session,
        guilds.map((guild) => guild.id),
        parts.url(),
      ),
    );
    if ((session.intents & intents.guilds) === 0) return;
    for (const guild of guilds) tell(session, "GUILD_CREATE", guildCreateShape(world, guild));
  }

  function resume(connection: Connection, data: JsonObject): void {
    if (!isRightToken(data.token, settings)) {
      refuse(connection, 4004, "RESUME with a wrong token.");
      return;
    }
    const session = typeof data.session_id === "string" ? sessions.get(data.session_id) : undefined;
    const expired = session?.lostAt != null && performance.now() - session.lostAt > settings.resumeMs;
    if (session === undefined || expired || typeof data.seq !== "number") {
      connection.sendOp(9, false);
      return;
    }
    if (data.seq > session.seq) {
      refuse(connection, 4007, "RESUME with a sequence number from the future.");
      return;
    }
    const missed = missedSince(session, data.seq);
    if (missed === null) {
      connection.sendOp(9, false);
      return;
    }
    attach(session, connection);
    for (const text of missed) connection.send(text);
    tell(session, "RESUMED", { _trace: ["stand-in"] });
  }

  function receive(connection: Connection, op: number, data: JsonObject): void {
    if (op === 2) {
      if (connection.sessionId !== null) {
        refuse(connection, 4005, "A second IDENTIFY.");
        return;
      }
      identify(connection, data);
      return;
    }
    if (op === 6) {
      resume(connection, data);
      return;
    }
    if (![3, 4, 8, 31].includes(op)) {
      refuse(connection, 4001, `Opcode ${op}.`);
      return;
    }
    if (connection.sessionId === null) refuse(connection, 4003, `Opcode ${op} before IDENTIFY.`);
  }

  function accept(socket: WebSocket, query: URLSearchParams): void {
    const compress = query.get("compress") === "zlib-stream";
    const connection = openConnection(
      socket,
      { heartbeatMs: settings.heartbeatMs, compress },
      {
        payload: (op, data) => {
          receive(connection, op, data);
          active();
        },
        heartbeat: () => bell.ring(),
        breach: (code, what) => refuse(connection, code, what),
        closed() {
          connections.delete(connection);
          const session = connection.sessionId === null ? undefined : sessions.get(connection.sessionId);
          if (session?.connection === connection) {
            session.connection = null;
            session.lostAt = performance.now();
          }
          active();
        },
      },
    );
    connections.add(connection);
    if (query.get("v") !== "10") refuse(connection, 4012, `Gateway version ${query.get("v")}.`);
    if (query.get("encoding") !== "json") refuse(connection, 4002, `Encoding ${query.get("encoding")}.`);
    active();
  }

  return {
    connections,
    upgrade(request, socket, head) {
      const url = new URL(request.url ?? "/", "http://127.0.0.1");
      if (refused > 0 || !/^\/gateway\/?$/.test(url.pathname)) {
        refused = Math.max(0, refused - 1);
        socket.destroy();
        return;
      }
      server.handleUpgrade(request, socket, head, (client) => accept(client, url.searchParams));
    },
    spread(happening) {
      lastOf.set(happening.event, happening);
      for (const session of sessions.values()) {
        if (concerns(session, happening)) tellHappening(session, happening);
      }
      active();
    },
    repeat(event) {
      const last = lastOf.get(event);
      if (last === undefined) throw new Error(`No ${event} has been told yet.`);
      this.spread(last);
    },
    liveSessions: () => [...sessions.values()].filter((one) => one.connection !== null),
    forgetSessions: () => sessions.clear(),
    rejectIdentify(code, times) {
      rejected = { code, times };
    },
    refuseConnections(times) {
      refused = times;
    },
    close() {
      for (const connection of connections) connection.cut();
      server.close();
    },
  };
}
