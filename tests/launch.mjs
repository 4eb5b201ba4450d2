// Runs a TypeScript file of the tests as a program: bundles it to a temporary file beside the packages, then imports it.
// Usage: node tests/launch.mjs <file.ts> [arguments]. The file sees its arguments from process.argv[2] on.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const [, , entry, ...rest] = process.argv;
if (entry === undefined) throw new Error("Which file is to run?");
const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
// Inside node_modules, so that the packages left out of the bundle are found from there.
const folder = join(root, "node_modules", ".cache", "footnote-launch");
const outfile = join(folder, `${process.pid}.mjs`);
mkdirSync(folder, { recursive: true });
process.on("exit", () => rmSync(outfile, { force: true }));

/** Files keep their own addresses in the bundle, so that they find their neighbours. */
const ownAddresses = {
  name: "own-addresses",
  setup(building) {
    building.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      loader: "ts",
      contents: readFileSync(path, "utf8")
        .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href))
        .replaceAll("import.meta.dirname", JSON.stringify(dirname(path))),
    }));
  },
};
await build({
  entryPoints: [resolve(entry)],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  logLevel: "error",
  plugins: [ownAddresses],
  define: { FOOTNOTE_VERSION: JSON.stringify("test") },
});
process.argv = [process.argv[0], outfile, ...rest];
await import(pathToFileURL(outfile).href);
