/** The built bot as a process of its own, with its log and its memory in sight. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StandIn } from "../../tests/discord-stand-in/stand-in.ts";

export interface SoakedBot {
  megabytes(): number;
  restarts(): number;
  /** Its exit code. */
  stop(): Promise<number | null>;
}

const COMMANDS = 7;

export async function startSoakedBot(standIn: StandIn, corpus: string): Promise<SoakedBot> {
  const index = mkdtempSync(join(tmpdir(), "footnote-soak-index-"));
  const child = spawn(
    process.execPath,
    ["dist/footnote.js", "bot", "--watch", "--corpus", corpus, "--index", index],
    {
      env: {
        PATH: process.env.PATH,
        DISCORD_TOKEN: standIn.token,
        FOOTNOTE_DISCORD_API: standIn.url,
        FOOTNOTE_FEEDBACK: join(index, "feedback.jsonl"),
      },
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  if (!(await standIn.untilReady(COMMANDS))) throw new Error(`The bot is not ready: ${said.slice(-500)}`);
  return {
    megabytes() {
      if (child.exitCode !== null) throw new Error(`The bot has ended: ${said.slice(-2000)}`);
      const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1];
      return Number(kilobytes) / 1024;
    },
    restarts: () => said.split("answering thread restarted").length - 1,
    async stop() {
      child.kill("SIGTERM");
      const code = await ended;
      rmSync(index, { recursive: true, force: true });
      return code;
    },
  };
}
