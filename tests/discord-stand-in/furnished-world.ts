/**
 * The world a stand-in starts with: one guild with channels of several kinds, people with and without rights,
 * and a guild the bot is not in. Ids of it are fixed, so that tests can name them.
 */
import type { Channel, Guild, Overwrite, Role, User } from "./model.ts";
import { bitsOf, type PermissionName } from "./permissions.ts";
import { createWorld, type World } from "./world.ts";

/** Fixed ids: 18 digits, far older than anything made while a test runs. */
const fixedId = (n: number): string => (900_000_000_000_000_000n + BigInt(n)).toString();

export const furniture = {
  application: fixedId(1),
  bot: fixedId(1),
  reader: fixedId(11),
  other: fixedId(12),
  keeper: fixedId(13),
  stranger: fixedId(14),
  robot: fixedId(15),
  guild: fixedId(100),
  foreignGuild: fixedId(200),
  readersRole: fixedId(101),
  keepersRole: fixedId(102),
  botRole: fixedId(103),
  general: fixedId(110),
  questions: fixedId(111),
  threadless: fixedId(112),
  silent: fixedId(113),
  hidden: fixedId(114),
  foreign: fixedId(210),
} as const;

const ordinary: readonly PermissionName[] = [
  "ViewChannel",
  "SendMessages",
  "EmbedLinks",
  "AttachFiles",
  "ReadMessageHistory",
  "UseApplicationCommands",
  "CreatePublicThreads",
  "SendMessagesInThreads",
];

/** reader and other: ordinary members; keeper: Manage Server; stranger: in no guild of the bot's; robot: another bot. */
const people = ["reader", "other", "keeper", "stranger", "robot"] as const;

export function furnishWorld(extraGuilds: number, extraPeople: number, isInvited = true): World {
  const bot: User = user(furniture.bot, "footnote", true);
  const world = createWorld(furniture.application, bot);
  people.forEach((name) => {
    const one = user(furniture[name], name, name === "robot");
    world.users.set(one.id, one);
  });
  const id = (name: string): string =>
    [...world.users.values()].find((one) => one.username === name)?.id ?? "";

  addGuild(world, {
    id: furniture.guild,
    name: "Reading room",
    ownerId: fixedId(99),
    hasBot: isInvited,
    roles: [
      role(furniture.guild, "@everyone", ordinary),
      role(furniture.readersRole, "readers", []),
      role(furniture.keepersRole, "keepers", ["ManageGuild"]),
      role(furniture.botRole, "footnote", ordinary),
    ],
    members: new Map([
      [bot.id, [furniture.botRole]],
      [furniture.reader, [furniture.readersRole]],
      [furniture.other, []],
      [furniture.keeper, [furniture.keepersRole]],
      [furniture.robot, []],
    ]),
  });
  const forBot = (names: readonly PermissionName[]): Overwrite[] => [
    { id: furniture.botRole, kind: "role", allow: 0n, deny: bitsOf(names) },
  ];
  addChannel(world, furniture.general, furniture.guild, "general", []);
  addChannel(world, furniture.questions, furniture.guild, "questions", []);
  addChannel(world, furniture.threadless, furniture.guild, "threadless", forBot(["CreatePublicThreads"]));
  addChannel(
    world,
    furniture.silent,
    furniture.guild,
    "silent",
    forBot(["SendMessages", "SendMessagesInThreads"]),
  );
  addChannel(world, furniture.hidden, furniture.guild, "hidden", forBot(["ViewChannel"]));

  addGuild(world, {
    id: furniture.foreignGuild,
    name: "Elsewhere",
    ownerId: furniture.stranger,
    hasBot: false,
    roles: [role(furniture.foreignGuild, "@everyone", ordinary)],
    members: new Map([furniture.reader, id("stranger")].map((one) => [one, []])),
  });
  addChannel(world, furniture.foreign, furniture.foreignGuild, "foreign", []);

  for (let n = 0; n < extraGuilds; n += 1) addPlainGuild(world, n);
  for (let n = 0; n < extraPeople; n += 1) addPlainPerson(world, n);
  return world;
}

function addPlainGuild(world: World, n: number): void {
  const id = fixedId(1_000_000 + n * 10);
  addGuild(world, {
    id,
    name: `Room ${n}`,
    ownerId: fixedId(99),
    hasBot: true,
    roles: [role(id, "@everyone", ordinary)],
    members: new Map([[world.bot.id, []]]),
  });
  addChannel(world, fixedId(1_000_001 + n * 10), id, `room-${n}`, []);
}

function addPlainPerson(world: World, n: number): void {
  const one = user(fixedId(2_000_000 + n), `person-${n}`, false);
  world.users.set(one.id, one);
  world.guilds.get(furniture.guild)?.members.set(one.id, []);
}

function addGuild(world: World, guild: Guild): void {
  world.guilds.set(guild.id, guild);
}

function addChannel(world: World, id: string, guildId: string, name: string, overwrites: Overwrite[]): void {
  const channel: Channel = {
    id,
    type: 0,
    name,
    guildId,
    parentId: null,
    overwrites,
    recipientId: null,
    thread: null,
    position: world.channels.size,
    lastMessageId: null,
  };
  world.channels.set(id, channel);
}

function user(id: string, username: string, bot: boolean): User {
  return { id, username, bot, hasInstalledApp: username === "reader", acceptsDirectMessages: true };
}

function role(id: string, name: string, names: readonly PermissionName[]): Role {
  return { id, name, permissions: bitsOf(names) };
}
