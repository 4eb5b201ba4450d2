/** A stand-in in its own process: by IPC with the interface of a local one, and by lines of JSON for anybody else. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { PersonRefusal } from "./person/refusal.ts";
import { startRemoteStandIn } from "./start-remote-stand-in.ts";

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

it("brings refusals over, and ends when it is closed", async () => {
  const standIn = await startRemoteStandIn();
  await expect(standIn.person.post(" ")).rejects.toBeInstanceOf(PersonRefusal);
  const id = await standIn.person.post("a");
  expect(await standIn.seen.message(id)).toMatchObject({ content: "a" });
  await standIn.close();
  await expect(standIn.person.post("b")).rejects.toThrow(/closed/);
  await standIn.close();
});

it("speaks lines of JSON on stdin and stdout, and ends with its input", async () => {
  const child = spawn(process.execPath, [file("../launch.mjs"), file("serve.ts"), '{"token":"mine"}']);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => JSON.parse((await lines.next()).value);
  expect(await next()).toMatchObject({ hello: { token: "mine", guildId: "900000000000000100" } });
  child.stdin.write(
    '{"id":1,"path":"person.post","args":["hello"]}\n{"id":2,"path":"seen.messages","args":["questions"]}\n',
  );
  expect(await next()).toMatchObject({ id: 1, ok: true });
  expect(await next()).toMatchObject({ id: 2, ok: true, value: [{ content: "hello" }] });
  child.stdin.write('{"id":3,"path":"person.constructor","args":[]}\n');
  expect(await next()).toMatchObject({ id: 3, ok: false });
  child.stdin.end();
  expect((await once(child, "exit"))[0]).toBe(0);
});
