/** A tiny bot with the real discord.js: what the stand-in is tested with. Answers commands, buttons, modals, mentions. */
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  Client,
  type ClientOptions,
  GatewayIntentBits,
  type Interaction,
  type Message,
  MessageFlags,
  Partials,
} from "discord.js";
import type { StandIn } from "./stand-in.ts";

export const commands = [
  {
    name: "ping",
    name_localizations: { de: "klopf" },
    type: 1,
    description: "Answers with a card",
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [
      { name: "text", type: 3, description: "What to say", required: true, max_length: 100 },
      { name: "word", type: 3, description: "One of some", autocomplete: true },
      { name: "private", type: 5, description: "Only for you" },
      { name: "plain", type: 5, description: "At once, without a card" },
    ],
  },
  { name: "guarded", type: 1, description: "For keepers", default_member_permissions: "32", contexts: [0] },
  { name: "Echo", type: 3 },
] as const;

const nobody = { parse: [] } as const;

export interface PingPongBot {
  readonly client: Client;
  /** Errors that nobody caught. */
  readonly errors: unknown[];
  close(): Promise<void>;
}

export interface BotOptions {
  readonly intents?: readonly GatewayIntentBits[];
  readonly client?: Partial<ClientOptions>;
  readonly token?: string;
}

export async function startPingPong(standIn: StandIn, options: BotOptions = {}): Promise<PingPongBot> {
  const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;
  const client = new Client({
    intents: options.intents ?? [Guilds, GuildMessages, DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: nobody,
    ...options.client,
    rest: { api: standIn.url, ...options.client?.rest },
  });
  const errors: unknown[] = [];
  const keep = (error: unknown): void => void errors.push(error);
  client.on("error", keep);
  client.on("shardError", keep);
  client.on("interactionCreate", (interaction) => void onInteraction(interaction).catch(keep));
  client.on("messageCreate", (message) => void onMessage(message).catch(keep));
  const ready = new Promise<void>((resolve) => client.once("clientReady", () => resolve()));
  await client.login(options.token ?? standIn.token);
  await ready;
  await client.application?.commands.set([...commands]);
  return { client, errors, close: () => client.destroy() };
}

async function onInteraction(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) await offer(interaction);
  else if (interaction.isChatInputCommand()) await onPing(interaction);
  else if (interaction.isButton()) await onButton(interaction);
  else if (interaction.isModalSubmit()) {
    const text = interaction.fields.getTextInputValue("text");
    await interaction.reply({ content: `pong ${text}`, allowedMentions: nobody });
  } else if (interaction.isMessageContextMenuCommand()) {
    const flags = MessageFlags.Ephemeral;
    await interaction.reply({
      content: `read: ${interaction.targetMessage.content}`,
      flags,
      allowedMentions: nobody,
    });
  }
}

async function offer(interaction: AutocompleteInteraction): Promise<void> {
  const typed = interaction.options.getFocused();
  await interaction.respond([`${typed}a`, `${typed}b`].map((name) => ({ name, value: name })));
}

async function onPing(interaction: ChatInputCommandInteraction): Promise<void> {
  const text = interaction.options.getString("text") ?? "";
  if (interaction.options.getBoolean("plain") === true) {
    await interaction.reply({ content: text, allowedMentions: nobody });
    return;
  }
  const isPrivate = interaction.options.getBoolean("private") === true;
  await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
  await interaction.editReply({
    ...card(text, 1),
    flags: MessageFlags.IsComponentsV2,
    allowedMentions: nobody,
  });
}

async function onButton(interaction: ButtonInteraction): Promise<void> {
  if (interaction.customId === "ask") {
    const component = { type: 4, custom_id: "text", style: 1, required: true, max_length: 20 } as const;
    const components = [{ type: 18, label: "Text", component } as const];
    await interaction.showModal({ custom_id: "modal", title: "Say more", components });
  } else if (interaction.customId === "next") {
    await interaction.update({ ...card("turned", 2), allowedMentions: nobody });
  } else await interaction.deferUpdate();
}

function card(text: string, page: number) {
  const buttons = [
    { type: 2, style: 2, customId: "next", label: "Next", disabled: page > 1 },
    { type: 2, style: 1, customId: "ask", label: "Ask" },
    { type: 2, style: 2, customId: "useful", label: "Useful" },
  ] as const;
  const components = [
    { type: 10, content: `pong ${text}` },
    { type: 14 },
    { type: 1, components: buttons },
  ] as const;
  return { components: [{ type: 17, accentColor: 0x3b82f6, components }] };
}

async function onMessage(message: Message): Promise<void> {
  if (message.author.bot || message.webhookId !== null || message.system) return;
  const isSpokenTo = message.channel.isDMBased() || message.mentions.users.has(message.client.user.id);
  if (!isSpokenTo || message.content === "" || !message.channel.isSendable()) return;
  const text = message.content.replace(/<@\d+>/g, "").trim();
  const common = {
    content: `pong ${text}`,
    allowedMentions: { parse: [], repliedUser: false },
    nonce: message.id,
    enforceNonce: true,
  };
  await message.channel.sendTyping();
  if (message.channel.isThread() || message.channel.isDMBased()) await message.reply(common);
  else {
    const thread = await message.startThread({ name: text.slice(0, 100) });
    await thread.send(common);
  }
}
