/** Errors that a person can mend, and what failed calls to the system mean. Everybody says it in the same words. */
import { constants } from "node:os";

/** What a person can mend. Doors print `message` and `hint`, and exit with 2; anything else is a defect. */
export class UserError extends Error {
  override readonly name = "UserError";
  /** What to do about it: one sentence. */
  readonly hint: string;

  constructor(message: string, hint: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.hint = hint;
  }
}

/** The code of a failed system call (`ENOENT`), or undefined for any other error. */
export function systemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  if (typeof error.code !== "string") return undefined;
  // Node has no name for some, of network shares and quotas above all.
  const unnamed = /^Unknown system error -(\d+)$/.exec(error.code)?.[1];
  return unnamed === undefined ? error.code : nameOfNumber(Number(unnamed));
}

function nameOfNumber(number: number): string {
  return Object.entries(constants.errno).find(([, known]) => known === number)?.[0] ?? `error ${number}`;
}

const NO_TLS =
  /CERT|SIGNATURE|SSL|TLS|ISSUER|CRL|EPROTO|INVALID_(?:CA|PURPOSE)|PATH_LENGTH|HOSTNAME_MISMATCH/;

/** Whether a code says that somebody answers, but no safe connection can be made: of Node, TLS or OpenSSL. */
export function isTlsCode(code: string): boolean {
  return NO_TLS.test(code);
}

const WHO_MAY = "check who may read and write it, or name another place with --corpus or --index";
const RIGHT_KIND = "check the path, or name another one with --corpus or --index";
const ROOM = "free some space, or put the index elsewhere with --index";
const COME_BACK = "look whether the disk or the network share is there, and try again";
const MORE_FILES = "raise the limit (ulimit -n 1024) and try again";
const MORE_MEMORY = "give it more memory (NODE_OPTIONS=--max-old-space-size=8192), or a smaller corpus";

const NO_PERMISSION = "no permission to read or write it";

/** What the system's codes mean: a few words that go after a colon, and what to do. */
const FAULTS: Readonly<Record<string, readonly [reason: string, hint: string]>> = {
  EACCES: [NO_PERMISSION, WHO_MAY],
  EPERM: [NO_PERMISSION, WHO_MAY],
  ERR_ACCESS_DENIED: [NO_PERMISSION, WHO_MAY],
  EROFS: ["it lies on a disk that may only be read", WHO_MAY],
  ENOENT: ["it is no longer there", RIGHT_KIND],
  ENOTDIR: ["there is a file where a folder should be", RIGHT_KIND],
  EISDIR: ["there is a folder where a file should be", RIGHT_KIND],
  EEXIST: ["something else is there already", RIGHT_KIND],
  ENOTEMPTY: ["something else is there already", RIGHT_KIND],
  ENXIO: ["it is not a regular file", RIGHT_KIND],
  ESPIPE: ["it is not a regular file", RIGHT_KIND],
  EINVAL: ["the file system cannot do this", RIGHT_KIND],
  ENOTSUP: ["the file system cannot do this", RIGHT_KIND],
  EOPNOTSUPP: ["the file system cannot do this", RIGHT_KIND],
  ELOOP: ["it is a symbolic link that leads back to itself", RIGHT_KIND],
  ENAMETOOLONG: ["its path is too long", RIGHT_KIND],
  EXDEV: ["it lies on two disks", RIGHT_KIND],
  EBUSY: ["another program is using it", "close that program, or wait, and try again"],
  ETXTBSY: ["another program is using it", "close that program, or wait, and try again"],
  EAGAIN: ["the system is too busy", "wait, and try again"],
  ENOLCK: ["the system is too busy", "wait, and try again"],
  ENOSPC: ["no space is left", ROOM],
  EDQUOT: ["no space is left to you", ROOM],
  EFBIG: ["a file would be larger than is allowed", ROOM],
  EIO: ["the disk reports an error", COME_BACK],
  EREMOTEIO: ["the disk reports an error", COME_BACK],
  ENODEV: ["its disk is gone", COME_BACK],
  ESTALE: ["the network share lost it", COME_BACK],
  ENOTCONN: ["its network share is not connected", COME_BACK],
  ESHUTDOWN: ["its network share is not connected", COME_BACK],
  EHOSTDOWN: ["its network share is not connected", COME_BACK],
  ETIMEDOUT: ["it did not answer in time", COME_BACK],
  EMFILE: ["too many files are open", MORE_FILES],
  ENFILE: ["too many files are open", MORE_FILES],
  ENOMEM: ["there is not enough memory", MORE_MEMORY],
  ERR_WORKER_OUT_OF_MEMORY: ["there is not enough memory", MORE_MEMORY],
};

const CANNOT_BE_MADE = ["it cannot be made", RIGHT_KIND] as const;

/** Faults of the process or the machine: they say nothing of the file that was to be opened. */
const OF_THE_PROCESS = new Set(["EMFILE", "ENFILE", "ENOMEM", "ERR_WORKER_OUT_OF_MEMORY"]);

/**
 * Why a file or folder cannot be read: a few words that go after a colon. Throws what is no fault of it: a UserError
 * where the process has run out of something, any error that is no system error as it is.
 */
export function explainSystemError(error: unknown): string {
  const code = systemErrorCode(error);
  if (code === undefined) throw error;
  if (OF_THE_PROCESS.has(code)) throw systemFault(error) ?? error;
  const reason = FAULTS[code]?.[0] ?? `the system says ${code}`;
  return reason === NO_PERMISSION ? "no permission to read it" : reason;
}

/** A failed system call as an error a person can mend, said of `subject` where one is given; null for any other error. */
export function systemFault(error: unknown, subject?: string): UserError | null {
  if (!(error instanceof Error)) return null;
  const { syscall, path, dest } = error as NodeJS.ErrnoException & { readonly dest?: string };
  // Every relative path is looked up from there.
  if (syscall === "uv_cwd")
    return new UserError(
      "the working folder is no longer there",
      "go to a folder that is there (cd), and try again",
      { cause: error },
    );
  const code = isOutOfMemory(error) ? "ENOMEM" : (systemErrorCode(error) ?? "");
  const known = code === "ENOENT" && syscall === "mkdir" ? CANNOT_BE_MADE : FAULTS[code];
  if (known === undefined && syscall === undefined) return null;
  const [reason, hint] = known ?? [`the system says ${code}`, COME_BACK];
  const place = dest ?? path ?? "";
  const named = subject ?? (place === "" ? null : quotePath(place));
  const isOfThePlace = named !== null && !OF_THE_PROCESS.has(code);
  return new UserError(isOfThePlace ? `${named} cannot be used: ${reason}` : reason, hint, { cause: error });
}

/** Of a path that is longer, the beginning and the end are shown. In UTF-16 code units. */
const LONGEST_PATH = 200;

/** A path as it stands in a sentence: in quotes, and never so long that the rest of the sentence is lost. */
export function quotePath(path: string): string {
  if (path.length <= LONGEST_PATH) return JSON.stringify(path);
  const [start, end] = [path.slice(0, LONGEST_PATH / 2), path.slice(-LONGEST_PATH / 4)];
  return JSON.stringify(`${start}…${end}`.toWellFormed());
}

function isOutOfMemory(error: Error): boolean {
  return (
    error instanceof RangeError &&
    /allocation failed|out of memory|Invalid string length/i.test(error.message)
  );
}
