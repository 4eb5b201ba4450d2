/** The controls of a stand-in in this process: thin wrappers that do what stand-in.ts promises. */
import type { Context } from "./context.ts";
import type { Connection } from "./gateway/connection.ts";
import { deleteMessages } from "./messages.ts";
import type { Channel, Overwrite } from "./model.ts";
import { bitsOf, type PermissionName } from "./permissions.ts";
import { autocomplete, choose, click, forge, menu, slash, submitModal } from "./person/interact.ts";
import { recordOf } from "./person/interaction-record.ts";
import { offeredNames } from "./person/offered-commands.ts";
import { findSpot } from "./person/place.ts";
import { post, rewrite, say, takeBack } from "./person/say.ts";
import { seeMessage } from "./person/seen-message.ts";
import { roundTrip, untilIdle } from "./person/waiting.ts";
import { removeChannel, tellUpdate } from "./routes/thread-routes.ts";
import type { FaultControl, GatewayControl, Person, Seen, StandIn, WorldControl } from "./stand-in.ts";
import { findChannel, findUser, messagesIn } from "./world.ts";

interface Server {
  outage(isDown: boolean): Promise<void>;
  close(): Promise<void>;
}

type Controls = Omit<StandIn, "url" | "token" | "guildId" | "botId" | "hasOracle">;

export function createControls(context: Context, server: Server): Controls {
  const { bell, ledger, settings, gateway, world } = context;
  return {
    person: createPerson(context),
    faults: createFaultControl(context, server),
    gateway: createGatewayControl(context),
    seen: createSeen(context),
    world: createWorldControl(context),
    untilReady: async (commands = 0) =>
      (await bell.until(
        () => gateway.liveSessions().length > 0 && world.commands.size >= commands,
        settings.patienceMs,
      )) !== null,
    untilIdle: (quietMs) => untilIdle(context, quietMs),
    clear: async () => {
      for (const list of [
        ledger.requests,
        ledger.refusals,
        ledger.violations,
        ledger.pings,
        ledger.unguarded,
      ]) {
        list.length = 0;
      }
    },
    close: () => server.close(),
  };
}

function createPerson(context: Context): Person {
  // Async functions turn a refusal thrown at once into a rejection, as it arrives from another process.
  return {
    slash: async (name, options = {}, place) => slash(context, name, options, place),
    autocomplete: async (name, option, typed, place, others) =>
      autocomplete(context, name, option, typed, place, others),
    menu: async (name, messageId, place) => menu(context, name, messageId, place),
    click: async (button, messageId, place) => click(context, button, messageId, place),
    forge: async (customId, messageId, place) => forge(context, customId, messageId, place),
    choose: async (customId, picked, messageId, place) => choose(context, customId, picked, messageId, place),
    submitModal: async (id, values, place) => submitModal(context, id, values, place),
    say: async (text, options) => say(context, text, options),
    post: async (text, options) => post(context, text, options).id,
    editMessage: async (id, text, place) => rewrite(context, id, text, place),
    deleteMessage: async (id, place) => takeBack(context, id, place),
    commands: async (place) => offeredNames(context, findSpot(context, place)),
  };
}

function createFaultControl({ faults }: Context, server: Server): FaultControl {
  return {
    next: async (route, fault, times, after) => faults.next(route, fault, times, after),
    clear: async () => faults.clear(),
    pending: async () => faults.pending(),
    outage: (isDown) => server.outage(isDown),
  };
}

function createGatewayControl(context: Context): GatewayControl {
  const { gateway, bell, settings, ledger } = context;
  const each = (act: (connection: Connection) => void): void => {
    for (const one of [...gateway.connections]) act(one);
  };
  return {
    askToReconnect: async () => each((one) => one.sendOp(7, null)),
    invalidate: async (isResumable) => {
      if (!isResumable) gateway.forgetSessions();
      each((one) => one.sendOp(9, isResumable));
    },
    cut: async () => each((one) => one.cut()),
    close: async (code) => each((one) => one.close(code, "Closed by a test.")),
    turnToZombies: async () =>
      each((one) => {
        one.isZombie = true;
      }),
    repeat: async (event) => gateway.repeat(event),
    forgetSessions: async () => gateway.forgetSessions(),
    rejectIdentify: async (code, times) => gateway.rejectIdentify(code, times),
    grantLogIns: async (more) => {
      ledger.logIns += more;
    },
    refuseConnections: async (times) => gateway.refuseConnections(times),
    untilConnected: async (count) =>
      (await bell.until(() => gateway.liveSessions().length === count, settings.patienceMs)) !== null,
    untilIdentified: async (count) =>
      (await bell.until(() => ledger.identifies.length >= count, settings.patienceMs)) !== null,
    roundTrip: () => roundTrip(context),
  };
}

function createSeen(context: Context): Seen {
  const { ledger, oracle, world, interactions, gateway } = context;
  return {
    violations: async () => [...ledger.violations],
    refusals: async () => [...ledger.refusals],
    pings: async () => [...ledger.pings],
    unguarded: async () => [...ledger.unguarded],
    schemaFindings: async () => oracle.findings(),
    schemaSamples: async () => oracle.judged(),
    requests: async (route) =>
      ledger.requests.filter((one) => route === undefined || one.route === route).map((one) => ({ ...one })),
    identifies: async () => ledger.identifies.length,
    connections: async () => gateway.liveSessions().length,
    record: async (id) => {
      const found = interactions.byId(id);
      if (found === null) throw new Error(`There is no interaction ${id}.`);
      return recordOf(context, found);
    },
    message: async (id) => {
      const found = world.messages.get(id);
      if (found === undefined) throw new Error(`There is no message ${id}.`);
      return seeMessage(found);
    },
    messages: async (name, onlyBot = false) =>
      messagesIn(world, channelNamed(context, name).id)
        .filter((one) => !onlyBot || one.authorId === world.bot.id)
        .map(seeMessage),
    botMessages: async () =>
      [...world.messages.values()]
        .filter((one) => one.authorId === world.bot.id && !one.deleted)
        .map(seeMessage),
    commands: async (guildId) =>
      [...world.commands.values()]
        .filter((one) => one.guildId === (guildId ?? null))
        .map(({ name, type, version }) => ({ name, type, version })),
  };
}

function createWorldControl(context: Context): WorldControl {
  const { world, bell } = context;
  return {
    deny: async (name, permission) => overwrite(context, channelNamed(context, name), permission, true),
    allow: async (name, permission) => overwrite(context, channelNamed(context, name), permission, false),
    archiveThread: async (threadId, isLocked) => {
      const thread = channelNamed(context, threadId);
      if (thread.thread === null) throw new Error(`${threadId} is no thread.`);
      thread.thread.archived = true;
      thread.thread.locked = isLocked;
      tellUpdate(context, thread);
    },
    removeMessages: async (ids) =>
      deleteMessages(
        context,
        ids.flatMap((id) => world.messages.get(id) ?? []),
      ),
    channelName: async (id) => world.channels.get(id)?.name ?? null,
    removeChannel: async (name) => removeChannel(context, channelNamed(context, name)),
    acceptDirectMessages: async (name, accepts) => {
      const user = findUser(world, name);
      if (user === null) throw new Error(`Nobody is called ${name}.`);
      user.acceptsDirectMessages = accepts;
      bell.ring();
    },
  };
}

function overwrite(context: Context, channel: Channel, permission: PermissionName, isDenied: boolean): void {
  const bits = bitsOf([permission]);
  const id = context.world.bot.id;
  const old = channel.overwrites.find((one) => one.kind === "member" && one.id === id);
  const allow = (old?.allow ?? 0n) & ~bits;
  const deny = (old?.deny ?? 0n) & ~bits;
  const next: Overwrite = {
    id,
    kind: "member",
    allow: isDenied ? allow : allow | bits,
    deny: isDenied ? deny | bits : deny,
  };
  channel.overwrites.splice(
    0,
    channel.overwrites.length,
    ...channel.overwrites.filter((one) => one !== old),
    next,
  );
  tellUpdate(context, channel);
}

function channelNamed(context: Context, name: string): Channel {
  const found = findChannel(context.world, name);
  if (found === null) throw new Error(`There is no channel ${name}.`);
  return found;
}
