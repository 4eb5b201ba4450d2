/** Faults that a test switches on: which of the next requests go wrong, and how. Without a fault nothing goes wrong. */

export type Fault =
  /** 429. `retryAfter` in seconds; `header: false` leaves Retry-After out. */
  | {
      readonly kind: "rate limit";
      readonly retryAfter: number;
      readonly global?: boolean;
      readonly header?: boolean;
    }
  /** An error answer before any work was done; without `code` an HTML page, as a proxy would send. */
  | { readonly kind: "status"; readonly status: number; readonly code?: number; readonly message?: string }
  /** Sends on to another address, as a misled proxy would. */
  | { readonly kind: "redirect"; readonly status: number; readonly location: string }
  /** No answer, ever. */
  | { readonly kind: "hang" }
  /** The work is done, but the answer is lost: by a reset (rst) or a clean close (fin). */
  | { readonly kind: "lost"; readonly how: "rst" | "fin" }
  /** The connection is reset before any work was done. */
  | { readonly kind: "reset" }
  /** The work is done at once, the answer comes late. */
  | { readonly kind: "slow"; readonly ms: number }
  /** The work is begun late. */
  | { readonly kind: "late"; readonly ms: number };

export interface Faults {
  /** The next `times` requests to the route (its name, or "*") meet the fault, after `after` that go well. */
  next(route: string, fault: Fault, times?: number, after?: number): void;
  /** All faults end; hanging requests stay as they are. */
  clear(): void;
  /** The fault for a request that has arrived; uses it up. */
  take(route: string): Fault | null;
  /** Faults not met yet. */
  pending(): number;
}

interface Planned {
  readonly route: string;
  readonly fault: Fault;
  left: number;
  skip: number;
}

export function createFaults(): Faults {
  let plan: Planned[] = [];
  return {
    next(route, fault, times = 1, after = 0) {
      plan.push({ route, fault, left: times, skip: after });
    },
    clear() {
      plan = [];
    },
    take(route) {
      for (const one of plan) {
        if (one.route !== "*" && one.route !== route) continue;
        if (one.skip > 0) {
          one.skip -= 1;
          continue;
        }
        one.left -= 1;
        plan = plan.filter((other) => other.left > 0);
        return one.fault;
      }
      return null;
    },
    pending: () => plan.reduce((sum, one) => sum + one.left, 0),
  };
}
