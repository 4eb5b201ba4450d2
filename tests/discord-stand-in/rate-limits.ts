/** REST rate limits: the global one of requests a second, and a bucket for each route and channel where one is set. */
import type { JsonObject } from "./json.ts";
import type { StandInSettings } from "./settings.ts";

export interface Limited {
  readonly headers: Readonly<Record<string, string>>;
  /** Body of the 429; null when the request may pass. */
  readonly refused: JsonObject | null;
}

export interface RateLimits {
  /** Counts a request. `key` is the route and its channel, guild or webhook; interaction routes are not counted globally. */
  count(key: string, isInteraction: boolean): Limited;
}

interface Window {
  startedAt: number;
  count: number;
}

/** Requests above the global limit that are let pass, because two clocks never cut the second at the same place. */
const slack = 5;

export function createRateLimits(settings: StandInSettings): RateLimits {
  const global: Window = { startedAt: Number.NEGATIVE_INFINITY, count: 0 };
  const buckets = new Map<string, Window>();

  function tick(window: Window, length: number): number {
    const now = performance.now();
    if (now - window.startedAt >= length) {
      window.startedAt = now;
      window.count = 0;
    }
    window.count += 1;
    return Math.max(0, window.startedAt + length - now) / 1000;
  }

  return {
    count(key, isInteraction) {
      if (!isInteraction) {
        const left = tick(global, 1000);
        if (global.count > settings.requestsPerSecond + slack) return refuse(left, true, {});
      }
      if (settings.bucket === null) return { headers: {}, refused: null };
      const { limit, windowMs } = settings.bucket;
      const window = buckets.get(key) ?? { startedAt: Number.NEGATIVE_INFINITY, count: 0 };
      buckets.set(key, window);
      const left = tick(window, windowMs);
      const headers = {
        "x-ratelimit-limit": String(limit),
        "x-ratelimit-remaining": String(Math.max(0, limit - window.count)),
        "x-ratelimit-reset-after": left.toFixed(3),
        "x-ratelimit-reset": (Date.now() / 1000 + left).toFixed(3),
        "x-ratelimit-bucket": Buffer.from(key).toString("hex").slice(0, 32),
      };
      return window.count > limit ? refuse(left, false, headers) : { headers, refused: null };
    },
  };
}

function refuse(seconds: number, isGlobal: boolean, headers: Readonly<Record<string, string>>): Limited {
  return {
    headers: { ...headers, ...limitHeaders(seconds, isGlobal) },
    refused: limitBody(seconds, isGlobal),
  };
}

export function limitHeaders(seconds: number, isGlobal: boolean): Readonly<Record<string, string>> {
  const scope = isGlobal ? "global" : "user";
  const headers = { "retry-after": String(Math.ceil(seconds * 1000) / 1000), "x-ratelimit-scope": scope };
  return isGlobal ? { ...headers, "x-ratelimit-global": "true" } : headers;
}

export function limitBody(seconds: number, isGlobal: boolean): JsonObject {
  return { message: "You are being rate limited.", retry_after: seconds, global: isGlobal };
}
