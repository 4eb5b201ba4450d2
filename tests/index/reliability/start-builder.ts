/** Starts processes that build an index, and waits for what they print. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";
import type { RefreshReport } from "../../../src/index/refresh-report.ts";

export interface BuilderArguments {
  readonly corpusPath: string;
  readonly indexPath: string;
  readonly delayMs?: number;
  /** See `builder.ts`. */
  readonly killBefore?: number;
  readonly user?: number;
  /** See `builder.ts`. */
  readonly task?: "open" | "watch" | "complete";
  /** The number of the change from which on the disk is full. */
  readonly fullFrom?: number;
}

export interface BuilderResult {
  /** Null when it was killed. */
  readonly exitCode: number | null;
  readonly errors: string;
  /** What it printed; null when it did not come so far. */
  readonly printed: {
    readonly revision: string;
    readonly hasVectors: boolean;
    readonly report: RefreshReport;
    readonly hasWaited: boolean;
    readonly changes: number;
  } | null;
}

export type StartBuilder = (builder: BuilderArguments) => Promise<BuilderResult>;

/** Bundles the process into `folder`, since Node runs no TypeScript. */
export async function bundleBuilder(folder: string): Promise<StartBuilder> {
  const script = join(folder, "builder.mjs");
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
    external: ["hnswlib-node", "@langchain/*"],
    define: { FOOTNOTE_VERSION: JSON.stringify("test") },
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
  return (builder) => start(script, builder);
}

function start(script: string, builder: BuilderArguments): Promise<BuilderResult> {
  const {
    corpusPath,
    indexPath,
    delayMs = 0,
    killBefore = 0,
    user = "",
    task = "open",
    fullFrom = 0,
  } = builder;
  const settings = [delayMs, killBefore, user, task, fullFrom].map(String);
  const child = spawn(process.execPath, [script, corpusPath, indexPath, ...settings]);
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
