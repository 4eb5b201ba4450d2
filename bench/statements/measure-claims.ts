/** Counts which scripted claims the check shows and drops, and how long a line takes. */
import { checkStatement } from "../../src/statements/check-statement.ts";
import type { ScriptedClaim } from "./scripted-claims.ts";

export interface JudgedClaim extends ScriptedClaim {
  /** Why it was dropped; `shown` when it was not. */
  readonly reason: string;
}

export interface ClaimFigures {
  readonly honest: number;
  readonly falsified: number;
  /** Falsified claims that pass. */
  readonly shown: readonly JudgedClaim[];
  /** Honest claims that do not. */
  readonly dropped: readonly JudgedClaim[];
  /** Milliseconds a line. */
  readonly median: number;
  readonly p95: number;
}

export function measureClaims(claims: readonly ScriptedClaim[], now: () => number): ClaimFigures {
  const times: number[] = [];
  const judged = claims.map((claim) => {
    const start = now();
    const check = checkStatement(claim.text, claim.cited, claim.question);
    times.push(now() - start);
    return {
      ...claim,
      passes: check.passes,
      reason: check.passes ? "shown" : `${check.kind}: ${check.reason}`,
    };
  });
  times.sort((left, right) => left - right);
  const honest = judged.filter(({ falsified }) => falsified === null);
  const falsified = judged.filter((claim) => claim.falsified !== null);
  return {
    honest: honest.length,
    falsified: falsified.length,
    shown: falsified.filter(({ passes }) => passes),
    dropped: honest.filter(({ passes }) => !passes),
    median: times[Math.floor(times.length / 2)] ?? 0,
    p95: times[Math.floor(times.length * 0.95)] ?? 0,
  };
}
