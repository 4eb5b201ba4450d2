#!/usr/bin/env node
/**
 * Loads the command line. It imports nothing while it is loaded itself, so that a fault of the loading (no file may be
 * opened any more, a part is missing) is told like every other: Node would exit with 1, “the sources do not say”.
 */
try {
  const { start } = await import("./start.ts");
  await start();
} catch (error) {
  const { code = "", message = String(error) } = error as NodeJS.ErrnoException;
  const isOutOfFiles = code === "EMFILE" || code === "ENFILE" || /\bEN?MFILE\b/.test(message);
  process.stderr.write(
    isOutOfFiles
      ? "error: Too many files are open.\nhint: Raise the limit (ulimit -n 1024) and try again.\n"
      : `error: Footnote cannot be loaded: ${message.split("\n")[0]}\nhint: Install it again (npm ci).\n`,
  );
  process.exit(2);
}
