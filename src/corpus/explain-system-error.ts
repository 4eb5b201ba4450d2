/** What the system's error codes mean, in words for a reader. */
import { systemErrorCode } from "../errors.ts";

const REASONS = new Map([
  ["EACCES", "no permission to read it"],
  ["EPERM", "no permission to read it"],
  ["ENOENT", "it is no longer there"],
  ["ENOTDIR", "it is no longer there"],
  ["ELOOP", "it is a symbolic link that leads back to itself"],
  ["ENAMETOOLONG", "its path is too long"],
  ["EMFILE", "too many files are open"],
  ["ENFILE", "too many files are open"],
  ["EIO", "the disk reports an error"],
  ["ESTALE", "the network share lost it"],
]);

/** Why a system call failed: a few words that go after a colon. Errors that are no system errors are thrown on. */
export function explainSystemError(error: unknown): string {
  const code = systemErrorCode(error);
  if (code === undefined) throw error;
  return REASONS.get(code) ?? `the system says ${code}`;
}
