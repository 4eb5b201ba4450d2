/** A process that works without end where Ctrl-C can reach it, and says what comes of it. Run by a test. */
import { interruptibly } from "../../src/index/interruptibly.ts";

process.on("SIGINT", () => process.stdout.write("told\n"));
try {
  interruptibly(1e9, () => {
    process.stdout.write("working\n");
    for (;;);
  });
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message : "?"}\n`);
}
