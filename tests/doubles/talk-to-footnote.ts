/** The real command line while it runs: lines go in, and what it says is waited for. */
import { spawn } from "node:child_process";
import { PROGRAM } from "./run-footnote.ts";

export interface Talk {
  write(line: string): void;
  /** Resolves with all that standard output holds, once that holds `pattern`; as often as asked. */
  printed(pattern: RegExp): Promise<string>;
  /** The same of standard error. */
  remarked(pattern: RegExp): Promise<string>;
  /** Closes its input, or interrupts it; resolves with its exit code. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
}

export function talkToFootnote(words: readonly string[], cwd: string): Talk {
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    cwd,
    env: { PATH: process.env.PATH, HOME: cwd, FOOTNOTE_EMBEDDER: "none" },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((done) => child.on("close", done));
  const listen = (stream: NodeJS.ReadableStream) => {
    let all = "";
    const waiting = new Set<() => void>();
    stream.setEncoding("utf8").on("data", (text: string) => {
      all += text;
      for (const look of waiting) look();
    });
    return (pattern: RegExp) =>
      new Promise<string>((done, fail) => {
        const look = (): void => {
          if (!pattern.test(all)) return;
          waiting.delete(look);
          done(all);
        };
        waiting.add(look);
        ended.then(() => fail(new Error(`it ended after: ${all}`)));
        look();
      });
  };
  const [printed, remarked] = [listen(child.stdout), listen(child.stderr)];
  return {
    printed,
    remarked,
    write: (line) => void child.stdin.write(`${line}\n`),
    end: (signal) => {
      if (signal === undefined) child.stdin.end();
      else child.kill(signal);
      return ended;
    },
  };
}
