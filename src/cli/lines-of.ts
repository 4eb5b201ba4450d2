/** The lines of a file that a person names, or of standard input. */
import { type FileHandle, open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { UserError } from "../errors.ts";

/** Line by line, without a byte order mark; `-` is standard input. Throws a UserError for what cannot be read. */
export async function* linesOf(file: string, hint: string): AsyncGenerator<string> {
  const input = file === "-" ? process.stdin : (await openInput(file, hint)).createReadStream();
  let first = true;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    yield first ? line.replace(/^\ufeff/, "") : line;
    first = false;
  }
}

/** All of it at once. */
export async function textOf(file: string, hint: string): Promise<string> {
  const lines: string[] = [];
  for await (const line of linesOf(file, hint)) lines.push(line);
  return lines.join("\n");
}

/** Opened and looked at first: readline would lose the error of a stream that cannot be read. */
async function openInput(file: string, hint: string): Promise<FileHandle> {
  const refuse = (cause?: unknown) => new UserError(`The file ${file} cannot be read.`, hint, { cause });
  const handle = await open(file).catch((error: unknown) => Promise.reject(refuse(error)));
  if (!(await handle.stat()).isDirectory()) return handle;
  await handle.close();
  throw refuse();
}
