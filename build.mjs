// Bundles the command line into dist/: one start file, with a chunk for each part that is loaded only when used.
import { chmod, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { build } from "esbuild";
import { writeNotices } from "./notices.mjs";

const { version } = JSON.parse(await readFile("package.json", "utf8"));

const { metafile, outputFiles } = await build({
  write: false,
  entryPoints: {
    footnote: "src/cli/main.ts",
    "encoder-worker": "src/embedders/encoder-worker.ts",
    "answering-worker": "src/discord/answering-worker.ts",
  },
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  minifySyntax: true,
  legalComments: "external",
  logLevel: "warning",
  metafile: true,
  define: { FOOTNOTE_VERSION: JSON.stringify(version) },
  // Native code stays where npm put it. All else is bundled, so that everybody gets the versions of the lock file, and
  // of each package no more than what is used; the last four are extras that packages look for and do without.
  external: ["hnswlib-node", "bufferutil", "utf-8-validate", "zlib-sync", "pg-native"],
  // Some of the bundled packages are CommonJS and expect `require`.
  banner: {
    js: 'import { createRequire as footnoteRequire } from "node:module"; const require = footnoteRequire(import.meta.url);',
  },
});
const LEGAL = /\.LEGAL\.txt$/;
const START = /\bfootnote\.js$/;
const comments = outputFiles.filter(({ path }) => LEGAL.test(path)).map(({ text }) => text);
const notices = await writeNotices(metafile, comments);
const files = [
  ["THIRD-PARTY-NOTICES.txt", notices],
  ...outputFiles
    .filter(({ path }) => !LEGAL.test(path))
    .map(({ path, contents }) => [basename(path), contents]),
];
// The start file goes last: when it is there, so is all that it loads.
files.sort(([a], [b]) => Number(START.test(a)) - Number(START.test(b)));
await mkdir("dist", { recursive: true });
for (const [name, contents] of files) await writeFile(`dist/${name}`, contents);
await chmod("dist/footnote.js", 0o755);

// Chunks of earlier builds go only now, so that a process that is starting still finds its own.
const written = new Set(files.map(([name]) => name));
for (const file of await readdir("dist")) if (!written.has(file)) await rm(`dist/${file}`, { force: true });
