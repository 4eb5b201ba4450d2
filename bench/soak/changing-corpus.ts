/** A copy of the shipped corpus in which files grow, come and go. */
import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Random } from "./random.ts";

export interface ChangingCorpus {
  readonly folder: string;
  readonly changes: number;
  change(): void;
  remove(): void;
}

/** Files that come and go. */
const GUESTS = 5;

export function createChangingCorpus(random: Random): ChangingCorpus {
  const folder = mkdtempSync(join(tmpdir(), "footnote-soak-"));
  cpSync("corpus", folder, { recursive: true });
  let changes = 0;
  const guest = () => join(folder, `guest-${Math.floor(random.next() * GUESTS)}.md`);
  const say = () => `On day ${changes} the counter of the harbour stood at ${changes * 7} boats.\n`;
  return {
    folder,
    get changes() {
      return changes;
    },
    change() {
      changes += 1;
      const act = random.pick([
        () => writeFileSync(guest(), `# Harbour notes\n\n${say()}`),
        () => appendFileSync(guest(), `\n${say()}`),
        () => rmSync(guest(), { force: true }),
      ]);
      act();
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
