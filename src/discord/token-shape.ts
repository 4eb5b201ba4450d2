/** What is put into DISCORD_TOKEN by mistake, told apart by its looks. What it holds is never repeated. */
import { UserError } from "../errors.ts";

const HOW_TO =
  "In the developer portal, open the application, press Bot and Reset Token, and set DISCORD_TOKEN to what it shows.";
const HOW_TO_QUOTES =
  "Set it without them: in a file of variables, what stands around the value is often taken as a part of it.";

const MISTAKES: readonly (readonly [looks: RegExp, message: string, hint?: string])[] = [
  [
    /^["'`\u2018-\u201f\u00ab\u00bb]|["'`\u2018-\u201f\u00ab\u00bb]$/,
    "DISCORD_TOKEN stands in quotation marks.",
    HOW_TO_QUOTES,
  ],
  [
    /^https?:\/\/[^/]*\/api\/(?:v\d+\/)?webhooks\//i,
    "DISCORD_TOKEN holds the address of a webhook, which is no bot.",
  ],
  [/^[a-z][a-z\d+.-]*:\/\//i, "DISCORD_TOKEN holds a web address."],
  [/^\d{15,21}$/, "DISCORD_TOKEN holds an id, such as that of the application, and no token."],
  [/^[\da-f]{64}$/i, "DISCORD_TOKEN holds the application's public key, and no token."],
  [/^[\w-]{32}$/, "DISCORD_TOKEN holds what looks like the client secret (OAuth2), and no bot's token."],
  [/^mfa\./i, "DISCORD_TOKEN holds the token of a person's account, and Footnote needs a bot's."],
  [/[^\w.-]/, "DISCORD_TOKEN holds characters that no token has."],
  [/^(?![^.]+\.[^.]+\.[^.]+$)/, "DISCORD_TOKEN is no bot token: one has three parts, joined by dots."],
];

/** What is wrong with a token that can be seen without asking Discord; null when it looks like one. */
export function tokenFault(token: string): UserError | null {
  for (const [looks, message, hint = HOW_TO] of MISTAKES)
    if (looks.test(token)) return new UserError(message, hint);
  return null;
}
