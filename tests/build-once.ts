/** Builds the bundle before the tests when a source is newer, so that those which start the command line start today's. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

export default function setup(): void {
  const built = existsSync("dist/footnote.js") ? statSync("dist/footnote.js").mtimeMs : 0;
  const inputs = [
    ...readdirSync("src", { recursive: true }).map((file) => join("src", String(file))),
    "build.mjs",
    "notices.mjs",
    "package-lock.json",
  ];
  const newest = Math.max(...inputs.map((file) => statSync(file).mtimeMs));
  if (newest >= built) execFileSync(process.execPath, ["build.mjs"], { stdio: "inherit" });
}
