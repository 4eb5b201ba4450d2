/** Waiting for the bot, woken by what happens: until an interaction is settled, until nothing moves any more. */
import type { Context } from "../context.ts";
import type { Interaction } from "../interactions.ts";

/** Nothing may have happened for this long before a silence counts. */
const quietDefault = 150;

/**
 * True when nothing moves any more: the bot has worked through all events sent to it, every request is answered, and
 * `quietMs` have passed since. A bot that works in silence for longer than that is taken to be idle.
 */
export async function untilIdle(context: Context, quietMs = quietDefault): Promise<boolean> {
  const { bell, ledger, settings } = context;
  await roundTrip(context);
  const deadline = performance.now() + settings.patienceMs;
  while (performance.now() < deadline) {
    const rest = await bell.until(() => ledger.activeRequests === 0, deadline - performance.now());
    if (rest === null) return false;
    const left = ledger.lastActivity + quietMs - performance.now();
    if (left <= 0) return true;
    // Whatever happens meanwhile moves `lastActivity`, and the loop looks again.
    await new Promise((resolve) => setTimeout(resolve, left));
  }
  return false;
}

/** Asks each connected client for a heartbeat; its answer shows that it has taken in every event sent before. */
export async function roundTrip(context: Context): Promise<boolean> {
  const { bell, gateway, settings } = context;
  const before = [...gateway.connections]
    .filter((one) => one.sessionId !== null && !one.isZombie)
    .map((connection) => ({ connection, beats: connection.beats }));
  for (const { connection } of before) connection.sendOp(1, null);
  const all = () =>
    before.every(({ connection, beats }) => connection.beats > beats || !gateway.connections.has(connection));
  return (await bell.until(all, settings.patienceMs)) !== null;
}

/** Until the answer stands, the time for it is over, or (after a silent deferred update) nothing moves any more. */
export async function untilSettled(context: Context, interaction: Interaction): Promise<void> {
  const { bell, settings } = context;
  const left = settings.ackMs - (performance.now() - interaction.startedAt);
  await bell.until(() => interaction.callback !== null, Math.max(0, left) + 50);
  if (interaction.callback === null || interaction.finalAt !== null) return;
  const final = bell.until(() => interaction.finalAt !== null, settings.patienceMs);
  await (interaction.callback === 6 ? Promise.race([final, untilIdle(context)]) : final);
}
