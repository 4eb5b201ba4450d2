/** Where a person is and who it is. Refuses places that the person could not be in. */
import type { Context } from "../context.ts";
import { furniture } from "../furnished-world.ts";
import type { Channel, User } from "../model.ts";
import { directChannel, findChannel, findUser, mayDo } from "../world.ts";
import { PersonRefusal } from "./refusal.ts";

export interface Place {
  /** Name or id; "reader" by default. */
  readonly user?: string;
  /** Name or id of a channel or thread; "questions" by default. */
  readonly channel?: string;
  /** In the direct messages between the person and the bot. */
  readonly dm?: boolean;
  /** In a guild the bot is not in. */
  readonly foreign?: boolean;
  /** Language of the person's client; "en-US" by default. */
  readonly locale?: string;
}

export interface Spot {
  readonly user: User;
  readonly channel: Channel;
  readonly locale: string;
}

export function findSpot({ world }: Context, place: Place = {}): Spot {
  const user = findUser(world, place.user ?? "reader");
  if (user === null) throw new PersonRefusal(`Nobody is called ${place.user}.`);
  const locale = place.locale ?? "en-US";
  if (place.dm === true) return { user, channel: directChannel(world, user.id), locale };
  const name = place.channel ?? (place.foreign === true ? furniture.foreign : "questions");
  const channel = findChannel(world, name);
  if (channel === null) throw new PersonRefusal(`There is no channel ${name}.`);
  const isInside =
    channel.recipientId === null
      ? mayDo(world, channel, user.id, "ViewChannel")
      : channel.recipientId === user.id;
  if (!isInside) throw new PersonRefusal(`${user.username} cannot see the channel ${channel.name}.`);
  return { user, channel, locale };
}
