import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { interruptibly } from "../../src/index/interruptibly.ts";

describe("work that does not wait", () => {
  it("is done as it is, whatever its length", () => {
    expect([interruptibly(1, () => 2), interruptibly(1e9, () => 3)]).toEqual([2, 3]);
    expect(() => interruptibly(1e9, () => JSON.parse("{"))).toThrow(SyntaxError);
  });

  it("is done as it is where Ctrl-C is listened for", () => {
    const listener = () => undefined;
    process.on("SIGINT", listener);
    try {
      expect(interruptibly(1e9, () => 3)).toBe(3);
      expect(() => interruptibly(1e9, () => JSON.parse("{"))).toThrow(SyntaxError);
    } finally {
      process.off("SIGINT", listener);
    }
  });

  it("ends with Ctrl-C in the middle, and the listeners are told", async () => {
    const child = spawn(process.execPath, ["tests/launch.mjs", "tests/doubles/endless-work.ts"]);
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      if (said === "working\n") child.kill("SIGINT");
    });
    const [code] = await once(child, "close");
    expect([code, said]).toEqual([0, "working\ntold\ninterrupted by Ctrl-C\n"]);
  });
});
