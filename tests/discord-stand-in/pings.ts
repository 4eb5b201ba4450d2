/**
 * Who would be notified by a message: every mention in its text, less what `allowed_mentions` holds back.
 * Takes a mention for real even where a client might show it as text (behind a backslash, in a code block): too strict
 * is the safe side. Only users and roles that exist are notified.
 */
import { isList, isObject, type Json, listOf, objectsOf, textOf, textsOf } from "./json.ts";
import type { World } from "./world.ts";

export interface Notified {
  readonly everyone: boolean;
  readonly users: readonly string[];
  readonly roles: readonly string[];
}

/** All text of a message that can notify: content and every text display, however deep. */
export function notifyingTexts(content: string, components: Json | undefined): readonly string[] {
  return [content, ...displayedTexts(components)].filter((text) => text !== "");
}

/** Contents of all text displays in the order in which they are shown. */
export function displayedTexts(components: Json | undefined): readonly string[] {
  return objectsOf(components).flatMap((one) => {
    if (one.type === 10) return [textOf(one.content) ?? ""];
    return displayedTexts(one.components);
  });
}

/** `repliedTo`: the author of the message replied to, or null. */
export function whoIsNotified(
  world: World,
  texts: readonly string[],
  allowed: Json | undefined,
  repliedTo: string | null,
): Notified {
  const text = texts.join("\n");
  const permits = readAllowed(allowed);
  const users = new Set(
    idsIn(text, /<@!?(\d{17,20})>/g).filter((id) => world.users.has(id) && permits.user(id)),
  );
  if (repliedTo !== null && permits.repliedUser) users.add(repliedTo);
  const roleIds = new Set([...world.guilds.values()].flatMap((guild) => guild.roles.map((role) => role.id)));
  const roles = new Set(idsIn(text, /<@&(\d{17,20})>/g).filter((id) => roleIds.has(id) && permits.role(id)));
  const everyone = permits.everyone && /@(?:everyone|here)/.test(text);
  return { everyone, users: [...users], roles: [...roles] };
}

/** `allowed_mentions` is there and lets nobody be notified, whatever the text says. */
export function holdsAllBack(allowed: Json | undefined): boolean {
  if (!isObject(allowed) || allowed.replied_user === true) return false;
  return (
    isList(allowed.parse) &&
    [allowed.parse, allowed.users, allowed.roles].every((one) => listOf(one).length === 0)
  );
}

export function isSomebody(notified: Notified): boolean {
  return notified.everyone || notified.users.length > 0 || notified.roles.length > 0;
}

interface Permits {
  readonly everyone: boolean;
  readonly repliedUser: boolean;
  user(id: string): boolean;
  role(id: string): boolean;
}

/** Without `allowed_mentions` all is allowed, the author replied to included. */
function readAllowed(allowed: Json | undefined): Permits {
  if (!isObject(allowed)) return { everyone: true, repliedUser: true, user: () => true, role: () => true };
  const parse = textsOf(allowed.parse);
  const users = textsOf(allowed.users);
  const roles = textsOf(allowed.roles);
  return {
    everyone: parse.includes("everyone"),
    repliedUser: allowed.replied_user === true,
    user: (id) => parse.includes("users") || users.includes(id),
    role: (id) => parse.includes("roles") || roles.includes(id),
  };
}

function idsIn(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []);
}
