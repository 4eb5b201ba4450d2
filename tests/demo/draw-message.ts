/** A message of the bot as text: markdown read, quotes behind a bar, buttons in a row. */
import { unescapeDiscord } from "../../src/render/escape-discord.ts";
import { makeVisible } from "../../src/render/visible.ts";
import type { SeenMessage } from "../doubles/discord/person/seen-message.ts";

const FRAME = "  │ ";
const WIDTH = 88;

export function drawMessage({ texts, buttons, files, isEphemeral }: SeenMessage): string {
  const lines = texts.flatMap((text, at) => [
    ...(at === 0 ? [] : [""]),
    ...text.split("\n").flatMap(drawLine),
  ]);
  const row = buttons.map(({ label, isDisabled }) => (isDisabled ? `(${label})` : `[${label}]`)).join(" ");
  const attached = files.map(({ name, size }) => `📎 ${name}, ${size} bytes`);
  const note = isEphemeral ? ["only you can see this"] : [];
  const all = ["", ...lines, ...attached, ...(row === "" ? [] : ["", row]), ...note];
  return `${all.map((line) => FRAME + line).join("\n")}\n`;
}

function drawLine(line: string): string[] {
  const [, mark = "", rest = ""] = /^(-# |> )?(.*)$/s.exec(line) ?? [];
  const text = makeVisible(unescapeDiscord(rest.replace(/(?<!\\)(?:\*\*|~~)/g, "")));
  const bar = mark === "> " ? "▌ " : mark === "-# " ? "  " : "";
  return wrap(text, WIDTH - bar.length).map((part) => bar + part);
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}
