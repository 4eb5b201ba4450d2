import { defineConfig } from "vitest/config";

export default defineConfig({
  define: { FOOTNOTE_VERSION: JSON.stringify("test") },
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/build-once.ts"],
    // Half of the tests wait for processes of their own: two at a time use two cores.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
