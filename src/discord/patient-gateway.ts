/**
 * Connects with the manners that the library lacks: it tries again every half second for as long as it takes, and does
 * not count its log-ins, of which Discord grants a thousand a day before it takes the token away.
 */
import {
  type IIdentifyThrottler,
  SimpleShardingStrategy,
  type WebSocketOptions,
  WebSocketShardStatus,
} from "discord.js";
import { backOffSeconds, type Pace } from "./back-off.ts";

/** The manager of the library below discord.js, whose own has the same name. */
type Manager = ConstructorParameters<typeof SimpleShardingStrategy>[0];

/** A connection that has held for this long begins with short pauses again. */
const STEADY_MS = 60_000;
/** A first break is mended almost at once: who is asking has three seconds. */
const FIRST_PAUSE_MS = 250;
const CLOSE_WITHIN_MS = 2000;
/** Discord takes one log-in in five seconds. */
const BETWEEN_LOG_INS_MS = 5000;
/** Other processes log in with the same token: how many are left is asked again after this time. */
const KNOWN_FOR_MS = 30_000;

export interface PatientGateway {
  /** For the client's options. Counts go on from client to client. */
  readonly ws: Required<Pick<WebSocketOptions, "buildStrategy" | "buildIdentifyThrottler">>;
}

/** `onWait` is told of each pause that is worth a word: why, and how many seconds. */
export function createPatientGateway(
  pace: Pace,
  onWait: (why: "no connection" | "no log-ins left", seconds: number) => void,
): PatientGateway {
  const pauses = createPauses(pace, (seconds) => onWait("no connection", seconds));
  const logIns = createLogIns(pace, (seconds) => onWait("no log-ins left", seconds));
  return {
    ws: {
      buildStrategy: (manager) => new PatientStrategy(manager, pace, pauses),
      buildIdentifyThrottler: (manager) => logIns.throttlerOf(manager),
    },
  };
}

interface Pauses {
  /** Milliseconds to wait before this connection is made (again). */
  before(shard: number): number;
  /** It stands. */
  connected(shard: number): void;
}

function createPauses(pace: Pace, onPause: (seconds: number) => void): Pauses {
  const shards = new Map<number, { attempts: number; since: number | null }>();
  return {
    before(shard) {
      const state = shards.get(shard) ?? { attempts: -1, since: null };
      if (state.since !== null && pace.now() - state.since >= STEADY_MS) state.attempts = 0;
      const { attempts } = state;
      shards.set(shard, { attempts: attempts + 1, since: null });
      if (attempts < 0) return 0;
      if (attempts === 0) return FIRST_PAUSE_MS * pace.random();
      const seconds = backOffSeconds(attempts - 1, pace.random);
      onPause(seconds);
      return 1000 * seconds;
    },
    connected(shard) {
      const state = shards.get(shard);
      if (state !== undefined) state.since ??= pace.now();
    },
  };
}

/** Asks for the session of a shard, which the library does before it connects, only when it is time to connect. */
class PatientStrategy extends SimpleShardingStrategy {
  readonly #pace: Pace;
  readonly #pauses: Pauses;
  #life = new AbortController();

  constructor(manager: Manager, pace: Pace, pauses: Pauses) {
    super(manager);
    this.#pace = pace;
    this.#pauses = pauses;
    const { retrieveSessionInfo, updateSessionInfo } = manager.options;
    manager.options.retrieveSessionInfo = async (shard) => {
      const status = (await this.fetchStatus()).get(shard);
      // A shard that is known and idle is about to connect; one that is not known has been given up.
      if (status === undefined || status === WebSocketShardStatus.Idle) await this.#untilTime(shard);
      return retrieveSessionInfo(shard);
    };
    // Told with each event that arrives, the first of which says that the connection stands.
    manager.options.updateSessionInfo = (shard, session) => {
      if (session !== null) pauses.connected(shard);
      return updateSessionInfo(shard, session);
    };
  }

  override async spawn(shards: number[]): Promise<void> {
    this.#life = new AbortController();
    await super.spawn(shards);
  }

  /** The library waits without end for the close of a connection that it was still making: not for longer than this. */
  override async destroy(options?: Parameters<SimpleShardingStrategy["destroy"]>[0]): Promise<void> {
    this.#life.abort();
    const closed = new AbortController();
    const late = this.#pace.sleep(CLOSE_WITHIN_MS, closed.signal).catch(() => undefined);
    await Promise.race([super.destroy(options).finally(() => closed.abort()), late]);
  }

  /** Never resolves once the connection is given up: the library would connect behind the back of its client. */
  async #untilTime(shard: number): Promise<void> {
    const { signal } = this.#life;
    if (!signal.aborted) await this.#pace.sleep(this.#pauses.before(shard), signal).catch(() => undefined);
    if (signal.aborted) await new Promise<never>(() => undefined);
  }
}

interface LogIns {
  throttlerOf(manager: Manager): Promise<IIdentifyThrottler>;
}

/** One at a time for each group of shards, five seconds apart, and none where Discord has none left to give. */
function createLogIns(pace: Pace, onWait: (seconds: number) => void): LogIns {
  let known: { remaining: number; readonly at: number; readonly resetsAt: number } | null = null;
  const groups = new Map<number, { last: number; queue: Promise<unknown> }>();

  const look = async (manager: Manager): Promise<void> => {
    if (known !== null && known.remaining > 0 && pace.now() - known.at < KNOWN_FOR_MS) return;
    const limit = (await manager.fetchGatewayInformation(true).catch(() => null))?.session_start_limit;
    const at = pace.now();
    if (limit !== undefined) known = { remaining: limit.remaining, at, resetsAt: at + limit.reset_after };
    else if (known !== null && known.resetsAt <= at) known = null;
  };
  const take = async (manager: Manager, group: { last: number }, signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted();
    const wait = group.last + BETWEEN_LOG_INS_MS - pace.now();
    if (wait > 0) await pace.sleep(wait + 1000 * pace.random(), signal);
    for (await look(manager); known !== null && known.remaining <= 0; await look(manager)) {
      const ms = Math.max(1000, known.resetsAt - pace.now());
      onWait(ms / 1000);
      await pace.sleep(ms, signal);
    }
    signal.throwIfAborted();
    if (known !== null) known.remaining -= 1;
    group.last = pace.now();
  };
  return {
    async throttlerOf(manager) {
      const { max_concurrency: atOnce } = (await manager.fetchGatewayInformation()).session_start_limit;
      return {
        waitForIdentify(shard, signal) {
          const key = shard % Math.max(1, atOnce);
          const group = groups.get(key) ?? { last: Number.NEGATIVE_INFINITY, queue: Promise.resolve() };
          groups.set(key, group);
          const turn = group.queue.then(() => take(manager, group, signal));
          group.queue = turn.catch(() => undefined);
          return turn;
        },
      };
    },
  };
}
