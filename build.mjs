// Bundles the command line into dist/: one start file, with a chunk for each part that is loaded only when used.
import { chmod, readdir, readFile, rm } from "node:fs/promises";
import { basename } from "node:path";
import { build } from "esbuild";

const { version } = JSON.parse(await readFile("package.json", "utf8"));

const { metafile } = await build({
  entryPoints: {
    footnote: "src/cli/main.ts",
    "encoder-worker": "src/index/embedders/encoder-worker.ts",
    "answering-worker": "src/discord/answering-worker.ts",
  },
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  minifySyntax: true,
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
  define: { FOOTNOTE_VERSION: JSON.stringify(version) },
  // Native code, what may be missing and the Discord library stay where npm put them: loaded only when used.
  external: ["hnswlib-node", "discord.js", "@langchain/anthropic", "@langchain/ollama", "pg"],
  // Some of the bundled packages are CommonJS and expect `require`.
  banner: {
    js: 'import { createRequire as footnoteRequire } from "node:module"; const require = footnoteRequire(import.meta.url);',
  },
});
await chmod("dist/footnote.js", 0o755);

// Chunks of earlier builds go only now, so that a process that is starting still finds its own.
const written = new Set(Object.keys(metafile.outputs).map((file) => basename(file)));
for (const file of await readdir("dist")) if (!written.has(file)) await rm(`dist/${file}`, { force: true });
