/** Starts processes that build an index in a database, and waits for what they print. */
import { spawn } from "node:child_process";
import { mkdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import type { RefreshReport } from "../../../src/index/refresh-report.ts";

export interface BuilderArguments {
  readonly corpusPath: string;
  readonly url: string;
  readonly hasVectors: boolean;
  readonly delayMs?: number;
  /** See `builder.ts`. */
  readonly killBefore?: number;
}

export interface BuilderResult {
  /** Null when it was killed. */
  readonly exitCode: number | null;
  readonly errors: string;
  /** What it printed; null when it did not come so far. */
  readonly printed: {
    readonly revision: string;
    readonly report: RefreshReport;
    readonly hasWaited: boolean;
    readonly statements: number;
  } | null;
}

export interface Builders {
  start(builder: BuilderArguments): Promise<BuilderResult>;
  remove(): Promise<void>;
}

/** Bundles the process, since Node runs no TypeScript; beside the packages, which it finds from there. */
export async function bundleBuilder(): Promise<Builders> {
  const folder = resolve("node_modules", ".cache", "footnote-builders", `${process.pid}`);
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: [join(import.meta.dirname, "builder.ts")],
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    logLevel: "error",
    packages: "external",
    define: { FOOTNOTE_VERSION: JSON.stringify("test") },
  });
  return {
    start: (builder) => start(join(folder, "builder.mjs"), builder),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

function start(
  script: string,
  { corpusPath, url, hasVectors, delayMs = 0, killBefore = 0 }: BuilderArguments,
): Promise<BuilderResult> {
  const words = [corpusPath, url, hasVectors ? "vectors" : "words", `${delayMs}`, `${killBefore}`];
  const child = spawn(process.execPath, [script, ...words]);
  let [printed, errors] = ["", ""];
  child.stdout.on("data", (chunk) => {
    printed += chunk;
  });
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode) => {
      resolve({ exitCode, errors, printed: printed === "" ? null : JSON.parse(printed) });
    });
  });
}
