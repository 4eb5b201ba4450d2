/**
 * Talk to the bot in a terminal, without Discord: the real program against a stand-in on the loopback, and you as a
 * person in its direct messages. Run: npm run demo [-- options of footnote bot]
 */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import type { SeenMessage } from "../discord-stand-in/person/seen-message.ts";
import { startRemoteStandIn } from "../discord-stand-in/start-remote-stand-in.ts";
import { drawMessage } from "./draw-message.ts";

const HELP = `
  Ask in your own words, as in a direct message. A follow-up may lean on the
  answer before it.

  /ask /quote /cite      a command, with its text behind it
  /sources /reindex      a command without one
  next  previous         turn the pages of the last answer
  context  useful        press one of its buttons, by its name
  again <question>       “Ask a follow-up”, with its question
  ?  quit

`;
/** The one required option of each command. */
const OPTION: Readonly<Record<string, string>> = { ask: "question", quote: "text", cite: "id" };
const COMMANDS = 7;
const FOLLOW_UP = "Ask a follow-up";

const isTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
const standIn = await startRemoteStandIn({ patienceMs: 60_000 });
const bot = spawn(process.execPath, ["dist/footnote.js", "bot", ...process.argv.slice(2)], {
  env: { ...process.env, DISCORD_TOKEN: standIn.token, FOOTNOTE_DISCORD_API: standIn.url },
  stdio: ["ignore", "ignore", "pipe"],
});
let log = "";
bot.stderr.setEncoding("utf8").on("data", (text: string) => {
  log += text;
});
const ended = new Promise<number | null>((resolve) => bot.once("exit", resolve));

print("Starting the bot and opening the sources …");
const isReady = await Promise.race([untilReady(), ended.then(() => false)]);
if (!isReady) {
  process.stderr.write(log.replace(/^\{.*\n/gm, ""));
  process.exitCode = 2;
} else {
  print("It is there. Ask it something; ? says what else there is.\n");
  await converse();
  bot.kill("SIGTERM");
  process.exitCode = (await ended) ?? 2;
}
await standIn.close();

async function untilReady(): Promise<boolean> {
  while (!(await standIn.untilReady(COMMANDS)));
  return true;
}

async function converse(): Promise<void> {
  const lines = createInterface({
    input: process.stdin,
    ...(isTerminal ? { output: process.stdout, prompt: "you › " } : {}),
  });
  const shown: Shown = { last: null, answer: null };
  if (isTerminal) lines.prompt();
  for await (const line of lines) {
    const typed = line.trim();
    if (typed === "quit") break;
    if (!isTerminal && typed !== "") print(`you › ${typed}`);
    try {
      if (typed === "?") print(HELP);
      else if (typed !== "") await answerTo(typed, shown);
    } catch (error) {
      print(`  (${error instanceof Error ? error.message : String(error)})\n`);
    }
    if (isTerminal) lines.prompt();
  }
  lines.close();
}

/** Whose buttons can be pressed: those of the last message, and of the last answer to a question. */
interface Shown {
  last: SeenMessage | null;
  answer: SeenMessage | null;
}

/** Does what was typed and shows what the bot says. */
async function answerTo(typed: string, shown: Shown): Promise<void> {
  const [word = "", ...rest] = typed.split(/\s+/);
  const text = rest.join(" ");
  if (word.startsWith("/")) {
    const name = word.slice(1);
    const option = OPTION[name];
    const place = name === "reindex" ? { user: "keeper" } : { dm: true };
    const record = await standIn.person.slash(name, option === undefined ? {} : { [option]: text }, place);
    return show(record.message, shown);
  }
  if (shown.answer !== null && word.toLowerCase() === "again") {
    const modal = await standIn.person.click(FOLLOW_UP, shown.answer.id, { dm: true });
    return show(
      (await standIn.person.submitModal(modal.id, { Question: text }, { dm: true })).message,
      shown,
    );
  }
  for (const message of [shown.last, shown.answer]) {
    const button = message?.buttons.find(({ label }) => label.toLowerCase() === typed.toLowerCase());
    if (message === null || button === undefined) continue;
    const record = await standIn.person.click(button.label, message.id, { dm: true });
    const isSame = record.acknowledgement.includes("update");
    return show(isSame ? await standIn.seen.message(message.id) : record.message, shown);
  }
  show((await standIn.person.say(typed, { dm: true })).answer, shown);
}

function show(message: SeenMessage | null, shown: Shown): void {
  print(message === null ? "  (no answer)\n" : drawMessage(message, process.stdout.columns ?? 80));
  if (message === null || message.buttons.length === 0) return;
  shown.last = message;
  if (message.buttons.some(({ label }) => label === FOLLOW_UP)) shown.answer = message;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
