/** A process that works without end where Ctrl-C can reach it, and says what comes of it. Run by a test. */
import { writeSync } from "node:fs";
import { interruptibly } from "../../src/index/interruptibly.ts";

// Written at once: an interrupt within a stream would leave it writing for ever.
process.on("SIGINT", () => writeSync(1, "told\n"));
try {
  interruptibly(1e9, () => {
    writeSync(1, "working\n");
    for (;;);
  });
} catch (error) {
  writeSync(1, `${error instanceof Error ? error.message : "?"}\n`);
}
