/** What people read in a message, as plain text: its content, its embeds, and the texts of its components. */
import type { Message } from "discord.js";
import { unescapeDiscord } from "../render/discord/escape-discord.ts";

/** All texts, one below the other. A bot's backslashes, which readers do not see, are taken away. */
export function readableText(message: Message): string {
  const embeds = message.embeds.flatMap(({ title, description, fields }) => [
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
  ]);
  const displays = message.components.flatMap((component) => displayedTexts(component.toJSON()));
  const text = [message.content, ...embeds, ...displays]
    .filter((part) => part !== null && part !== undefined && part !== "")
    .join("\n");
  return message.author.bot ? unescapeDiscord(text) : text;
}

/** The contents of all text displays under a component, however deep. */
function displayedTexts(component: unknown): string[] {
  if (typeof component !== "object" || component === null) return [];
  const own = "content" in component && typeof component.content === "string" ? [component.content] : [];
  const below = "components" in component && Array.isArray(component.components) ? component.components : [];
  return [...own, ...below.flatMap(displayedTexts)];
}
