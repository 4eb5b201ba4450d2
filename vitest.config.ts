import { defineConfig } from "vitest/config";

export default defineConfig({
  define: { FOOTNOTE_VERSION: JSON.stringify("test") },
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/build-once.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
