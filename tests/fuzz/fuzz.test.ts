/** The targets of `npm run fuzz` on a few texts, always the same ones. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { TARGETS } from "./targets.ts";

it.each(Object.entries(TARGETS))("%s holds", async (_name, target) => {
  const result = await fc.check(target, { seed: 11, numRuns: 40 });
  expect(result.failed ? result.errorInstance : null).toBeNull();
});
