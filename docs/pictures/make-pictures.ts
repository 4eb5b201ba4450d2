/**
 * Makes the pictures of the README from what the program really prints: an answer in a terminal, and an answer card
 * as the bot sends it. Needs `script` (util-linux) for the terminal. Run: npm run pictures
 */
import { execFileSync, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { startRemoteStandIn } from "../../tests/discord-stand-in/start-remote-stand-in.ts";
import { drawCard } from "./card-picture.ts";
import { drawTerminal } from "./terminal-picture.ts";

const COLUMNS = 88;
const QUESTION = "When was the embassy attacked?";
const FOLDER = "docs/pictures";
const COMMANDS = 7;

/** What a terminal of that width is sent. */
function terminalOutput(command: string): string {
  const inside = `stty cols ${COLUMNS} rows 60; ${command}`;
  const environment = { ...process.env, TERM: "xterm-256color", FORCE_COLOR: "1", FORCE_HYPERLINK: "0" };
  return execFileSync("script", ["-qec", inside, "/dev/null"], { env: environment, encoding: "utf8" });
}

const shown = terminalOutput(`node dist/footnote.js ask --quiet "${QUESTION}"`);
const prompt = `\u001b[2m$\u001b[22m npx footnote ask "${QUESTION}"\n`;
writeFileSync(`${FOLDER}/terminal.svg`, drawTerminal(prompt + shown, COLUMNS, "An answer in the terminal"));

const standIn = await startRemoteStandIn({ patienceMs: 60_000 });
const bot = spawn(process.execPath, ["dist/footnote.js", "bot"], {
  env: { ...process.env, DISCORD_TOKEN: standIn.token, FOOTNOTE_DISCORD_API: standIn.url },
  stdio: "ignore",
});
const ended = new Promise((resolve) => bot.once("exit", resolve));
await standIn.untilReady(COMMANDS);
const { message } = await standIn.person.slash("ask", { question: QUESTION });
if (message === null) throw new Error("the bot did not answer");
const rows = [message.buttons.slice(0, 3), message.buttons.slice(3)].filter((row) => row.length > 0);
writeFileSync(`${FOLDER}/card.svg`, drawCard(message.texts, rows, "#3b82f6"));
bot.kill("SIGTERM");
await ended;
await standIn.close();
