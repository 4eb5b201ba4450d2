/** What stands in a file that a person names, or comes from standard input: whole, or line by line as it arrives. */
import { createReadStream } from "node:fs";
import { UserError } from "../errors.ts";

/**
 * The lines, without their ends (`\n` or `\r\n`) and without a byte order mark; `-` is standard input.
 * @throws UserError with `hint` for what cannot be read.
 */
export async function* linesOf(file: string, hint: string): AsyncGenerator<string> {
  let begun = "";
  for await (const piece of piecesOf(file, hint)) {
    const [end = "", ...lines] = piece.split("\n");
    begun += end;
    for (const line of lines) {
      yield begun.replace(/\r$/, "");
      begun = line;
    }
  }
  if (begun !== "") yield begun.replace(/\r$/, "");
}

/** All of it at once, as it stands but for a byte order mark, so that offsets are those of the file. */
export async function textOf(file: string, hint: string): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of piecesOf(file, hint)) pieces.push(piece);
  return pieces.join("");
}

async function* piecesOf(file: string, hint: string): AsyncGenerator<string> {
  const input = file === "-" ? process.stdin.setEncoding("utf8") : createReadStream(file, "utf8");
  let isFirst = true;
  try {
    for await (const piece of input) {
      yield isFirst ? String(piece).replace(/^\ufeff/, "") : String(piece);
      isFirst = false;
    }
  } catch (error) {
    const name = file === "-" ? "Standard input" : `The file ${file}`;
    throw new UserError(`${name} cannot be read.`, hint, { cause: error });
  }
}
