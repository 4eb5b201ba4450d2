/** Looks for a whole index in a folder; never waits for a builder, and changes nothing. */
import { explainSystemError, systemErrorCode } from "../../errors.ts";
import { readManifest } from "./index-manifest.ts";
import { type OpenGeneration, openGeneration, openIn } from "./open-generation.ts";
import { DamagedIndexError } from "./stored-bytes.ts";

export interface FoundIndex {
  /** To be closed by the caller. Null when there is none, or none that can be used. */
  readonly generation: OpenGeneration | null;
  /** What is wrong with the one that is there, as the end of a sentence. */
  readonly fault: string | null;
}

/** A builder may replace the index while it is opened; more often in a row than this is no accident. */
const MOST_ATTEMPTS = 10;

export async function findIndex(folder: string): Promise<FoundIndex> {
  let tried: string | null = null;
  for (let attempt = 1; ; attempt++) {
    const reading = await readManifest(folder);
    if (reading === null) return { generation: null, fault: null };
    if ("fault" in reading) return { generation: null, fault: reading.fault };
    try {
      return { generation: openGeneration(folder, openIn(folder), reading), fault: null };
    } catch (error) {
      const fault = explainFault(error);
      const sign = JSON.stringify(reading.parts);
      if (sign === tried || attempt === MOST_ATTEMPTS) return { generation: null, fault };
      tried = sign;
    }
  }
}

function explainFault(error: unknown): string {
  if (error instanceof DamagedIndexError) return error.fault;
  if (systemErrorCode(error) === "ENOENT") return "some of its files are missing";
  return `its files cannot be read: ${explainSystemError(error)}`;
}
