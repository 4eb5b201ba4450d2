/** Puts the stand-in together in this process and starts to listen on the loopback. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createBell } from "./bell.ts";
import type { Context } from "./context.ts";
import { createControls } from "./controls.ts";
import { createFaults } from "./faults.ts";
import { furnishWorld, furniture } from "./furnished-world.ts";
import { createGateway } from "./gateway/gateway.ts";
import { serveRequest } from "./http-server.ts";
import { createInteractions } from "./interactions.ts";
import { createLedger } from "./ledger.ts";
import { createOracle } from "./oracle.ts";
import { createRateLimits } from "./rate-limits.ts";
import { defaultSettings, type StandInSettings } from "./settings.ts";
import type { StandIn } from "./stand-in.ts";

/** Listens on 127.0.0.1; settings left out are Discord's own figures. */
export async function startStandIn(given: Partial<StandInSettings> = {}): Promise<StandIn> {
  const settings: StandInSettings = { ...defaultSettings, ...given };
  const world = furnishWorld(settings.extraGuilds, settings.extraPeople, !settings.isUninvited);
  const bell = createBell();
  const ledger = createLedger(bell, settings.logIns);
  let port = settings.port;
  const origin = () => `http://127.0.0.1:${port}`;
  const url = () => `${origin().replace(/^http/, "ws")}/gateway`;
  const context: Context = {
    settings,
    world,
    bell,
    ledger,
    faults: createFaults(),
    oracle: createOracle(settings.openapi),
    gateway: createGateway({ settings, world, bell, ledger, url }),
    interactions: createInteractions(settings, world.ids),
    origin,
  };
  const limits = createRateLimits(settings);
  const server = createServer((request, response) => {
    void serveRequest(context, limits, request, response);
  });
  server.keepAliveTimeout = 60_000;
  server.on("upgrade", (request, socket, head) => context.gateway.upgrade(request, socket, head));

  const listen = () =>
    new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", () => {
        server.removeListener("error", reject);
        resolve();
      });
    });
  const stop = async () => {
    for (const connection of context.gateway.connections) connection.cut();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  };
  await listen();
  port = portOf(server.address());

  return {
    url: `${origin()}/api`,
    token: settings.token,
    guildId: furniture.guild,
    botId: world.bot.id,
    hasOracle: context.oracle.isPresent,
    ...createControls(context, {
      outage: (isDown) => (isDown ? stop() : listen()),
      close: async () => {
        context.gateway.close();
        if (server.listening) await stop();
      },
    }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("The stand-in has no port.");
  return address.port;
}
