/** What stands in a file that a person names, or comes from standard input: whole, or line by line as it arrives. */
import { createReadStream } from "node:fs";
import { addAbortSignal } from "node:stream";
import { UserError } from "../errors.ts";
import { breathe } from "../eval/breathe.ts";

/** In UTF-16 code units: far beyond any question or saved answer, far below what the memory holds. */
const LONGEST_LINE = 16 * 1024 * 1024;
const LONGEST_TEXT = 64 * 1024 * 1024;

/**
 * The lines, without their ends (`\n` or `\r\n`) and without a byte order mark; `-` is standard input.
 * @throws UserError with `hint` for what cannot be read or has no end; what `signal` was aborted with.
 */
export async function* linesOf(file: string, hint: string, signal: AbortSignal): AsyncGenerator<string> {
  let begun = "";
  for await (const piece of piecesOf(file, hint, signal)) {
    const [end = "", ...lines] = piece.split("\n");
    begun += end;
    if (begun.length > LONGEST_LINE)
      throw new UserError(`${nameOf(file)} has a line of more than ${LONGEST_LINE} characters.`, hint);
    for (const line of lines) {
      yield begun.replace(/\r$/, "");
      // Many lines come in one piece, and Ctrl-C is heard between turns.
      await breathe(signal);
      begun = line;
    }
  }
  if (begun !== "") yield begun.replace(/\r$/, "");
}

/** All of it at once, as it stands but for a byte order mark, so that offsets are those of the file. */
export async function textOf(file: string, hint: string, signal: AbortSignal): Promise<string> {
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of piecesOf(file, hint, signal)) {
    pieces.push(piece);
    length += piece.length;
    if (length > LONGEST_TEXT)
      throw new UserError(`${nameOf(file)} has more than ${LONGEST_TEXT} characters.`, hint);
  }
  return pieces.join("");
}

function nameOf(file: string): string {
  return file === "-" ? "Standard input" : `The file ${file}`;
}

async function* piecesOf(file: string, hint: string, signal: AbortSignal): AsyncGenerator<string> {
  const input = file === "-" ? process.stdin.setEncoding("utf8") : createReadStream(file, "utf8");
  // Nobody may ever write another line: waiting for it must end with Ctrl-C.
  addAbortSignal(signal, input);
  let isFirst = true;
  try {
    for await (const piece of input) {
      yield isFirst ? String(piece).replace(/^\ufeff/, "") : String(piece);
      isFirst = false;
    }
  } catch (error) {
    signal.throwIfAborted();
    throw new UserError(`${nameOf(file)} cannot be read.`, hint, { cause: error });
  }
}
