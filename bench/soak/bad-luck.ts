/** A fault a second: requests that fail in every way there is, and a connection that is cut, closed or goes dumb. */
import type { Fault } from "../../tests/discord-stand-in/faults.ts";
import type { StandIn } from "../../tests/discord-stand-in/stand-in.ts";
import type { Random } from "./random.ts";

export interface BadLuck {
  strike(): Promise<void>;
  readonly struck: number;
  /** When the connection was disturbed, by `performance.now()`; what is asked around then may be lost. */
  readonly disturbances: readonly number[];
}

const FAULTS: readonly Fault[] = [
  { kind: "rate limit", retryAfter: 0.2 },
  { kind: "rate limit", retryAfter: 0.2, global: true },
  { kind: "status", status: 502 },
  { kind: "status", status: 503 },
  { kind: "reset" },
  { kind: "lost", how: "rst" },
  { kind: "lost", how: "fin" },
  { kind: "slow", ms: 300 },
  { kind: "late", ms: 300 },
];
const ROUTES = ["interaction.callback", "original.edit", "message.create", "thread.start", "typing", "*"];
/** Of all faults. */
const GATEWAY_SHARE = 0.06;

export function createBadLuck(standIn: StandIn, random: Random): BadLuck {
  let struck = 0;
  const disturbances: number[] = [];
  return {
    get struck() {
      return struck;
    },
    disturbances,
    async strike() {
      struck += 1;
      if (!random.chance(GATEWAY_SHARE)) {
        await standIn.faults.next(random.pick(ROUTES), random.pick(FAULTS));
        return;
      }
      disturbances.push(performance.now());
      const disturb = random.pick([
        () => standIn.gateway.askToReconnect(),
        () => standIn.gateway.invalidate(true),
        () => standIn.gateway.cut(),
        () => standIn.gateway.close(4000),
      ]);
      await disturb();
    },
  };
}
