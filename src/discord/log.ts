/** What the bot tells whoever runs it: one JSON object a line, or a short line on a terminal. Never a question. */
import { makeVisible } from "../render/visible.ts";
import { beginningOf } from "../text/graphemes.ts";
import type { Secrets } from "../text/secrets.ts";

export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
}

/** UTF-16 code units of an error's message that are told. */
const LONGEST_MESSAGE = 200;

/** `secrets` are struck out wherever they turn up. */
export function createLog(
  write: (line: string) => void,
  asJson: boolean,
  secrets: Secrets,
  now: () => Date = () => new Date(),
): Log {
  const tell = (level: "info" | "warn", event: string, given: LogFields = {}): void => {
    const fields = Object.fromEntries(
      Object.entries(given).map(([key, value]) => [
        key,
        typeof value === "string" ? secrets.strike(value) : value,
      ]),
    );
    const time = now().toISOString();
    const line = asJson
      ? JSON.stringify({ time, level, event, ...fields })
      : makeVisible(
          [
            time.slice(11, 19),
            level === "warn" ? "!" : " ",
            event,
            ...Object.entries(fields).map(([key, value]) => `${key}=${value}`),
          ].join(" "),
        );
    write(line);
  };
  return {
    info: (event, fields) => tell("info", event, fields),
    warn: (event, fields) => tell("warn", event, fields),
  };
}

/** An error in a word or two, without the addresses (which hold interaction tokens) and bodies that it carries. */
export function faultFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { fault: "unknown" };
  const code = "code" in error && isWord(error.code) ? error.code : null;
  const status = "status" in error && typeof error.status === "number" ? error.status : null;
  return {
    fault: beginningOf(error.name, 60),
    ...(code !== null && { code }),
    ...(status !== null && { status }),
    message: shortMessage(error.message.replace(/https?:\S+/g, "[address]")),
  };
}

/** As much of an error's message as a log holds. */
export function shortMessage(message: string): string {
  return beginningOf(message, LONGEST_MESSAGE);
}

function isWord(value: unknown): value is string | number {
  return typeof value === "string" || typeof value === "number";
}
