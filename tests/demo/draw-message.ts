/** A message of the bot as text: markdown read, quotes behind a bar, buttons in a row. */
import stringWidth from "string-width";
import { unescapeDiscord } from "../../src/render/discord/escape-discord.ts";
import { makeVisible } from "../../src/render/visible.ts";
import type { SeenMessage } from "../discord-stand-in/person/seen-message.ts";

const FRAME = "  │ ";
/** Longer lines read badly. */
const WIDEST = 92;

/** `columns`: of the terminal. */
export function drawMessage({ texts, buttons, files, isEphemeral }: SeenMessage, columns: number): string {
  const width = Math.min(WIDEST, columns) - FRAME.length;
  const lines = texts.flatMap((text, at) => [
    ...(at === 0 ? [] : [""]),
    ...text.split("\n").flatMap((line) => drawLine(line, width)),
  ]);
  const row = buttons.map(({ label, isDisabled }) => (isDisabled ? `(${label})` : `[${label}]`)).join(" ");
  const attached = files.map(({ name, size }) => `📎 ${name}, ${size} bytes`);
  const note = isEphemeral ? ["only you can see this"] : [];
  const all = ["", ...lines, ...attached, ...(row === "" ? [] : ["", ...wrap(row, width)]), ...note];
  return `${all.map((line) => FRAME + line).join("\n")}\n`;
}

function drawLine(line: string, width: number): string[] {
  const [, mark = "", rest = ""] = /^(-# |> )?(.*)$/s.exec(line) ?? [];
  const struck = rest.replace(/(?<!\\)~~(.+?)(?<!\\)~~/g, "[-$1-]");
  const text = makeVisible(unescapeDiscord(struck.replace(/(?<!\\)\*\*/g, "")));
  const bar = mark === "> " ? "▌ " : mark === "-# " ? "  " : "";
  return wrap(text, width - bar.length).map((part) => bar + part);
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line === undefined || stringWidth(line) + 1 + stringWidth(word) > width) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}
