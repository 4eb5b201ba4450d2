/** Whoever installs the package gets the releases that were tested, for every Node that it is said to run on. */
import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";

interface Locked {
  readonly version: string;
  readonly dev?: boolean;
  readonly engines?: { readonly node?: string };
}

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const lockText = readFileSync("package-lock.json", "utf8");
const locked: [string, Locked][] = Object.entries(JSON.parse(lockText).packages);
const declared = { ...manifest.dependencies, ...manifest.optionalDependencies };

/** What packages look for and do without. */
const EXTRAS = ["bufferutil", "utf-8-validate", "zlib-sync", "pg-native"];

describe("the bundle", () => {
  it("imports nothing but Node, what the package depends on, and extras that may be missing", async () => {
    const { metafile } = await build({
      entryPoints: ["dist/footnote.js", "dist/encoder-worker.js", "dist/answering-worker.js"],
      bundle: true,
      write: false,
      outdir: "unused",
      platform: "node",
      format: "esm",
      packages: "external",
      metafile: true,
      logLevel: "error",
    });
    const imported = Object.values(metafile.inputs).flatMap(({ imports }) =>
      imports.filter(({ external }) => external).map(({ path }) => path),
    );
    const required = readdirSync("dist").flatMap((file) =>
      [...readFileSync(join("dist", file), "utf8").matchAll(/\brequire\d*\("([^"]+)"\)/g)].map(
        ([, name = ""]) => name,
      ),
    );
    const names = new Set([...imported, ...required].filter((name) => !name.startsWith("node:")));
    expect(names).toContain("hnswlib-node");
    const known = [...builtinModules, ...Object.keys(declared), ...EXTRAS];
    expect([...names].filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe("the versions", () => {
  it("are exact", () => {
    const versions = Object.entries({ ...declared, ...manifest.devDependencies, ...manifest.overrides });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
  });

  it("that are installed with the package run on the oldest Node it is for", () => {
    expect(manifest.engines.node).toBe(">=20");
    const installed = locked.filter(([path, { dev }]) => path !== "" && dev !== true);
    expect(installed.map(([path]) => path)).toContain("node_modules/hnswlib-node");
    const tooNew = installed.filter(([, { engines }]) => !admits20(engines?.node ?? "*"));
    expect(tooNew.map(([path]) => path)).toEqual([]);
  });

  it("are locked by checksum, whatever registry they come from", () => {
    const third = locked.filter(([path]) => path !== "");
    expect(third.filter(([, entry]) => !("integrity" in entry)).map(([path]) => path)).toEqual([]);
    expect(lockText).not.toMatch(/"resolved"|https?:\/\/[^"]*\.(?:tgz|tar\.gz)/);
  });
});

/** Whether a range of Node versions, as the few that packages write, has 20. */
function admits20(range: string): boolean {
  return range.split("||").some((part) => {
    const [, sign = "", major = "0"] = /^\s*(>=|\^|>|~)?\s*v?(\d+)/.exec(part) ?? [];
    if (part.trim() === "*") return true;
    if (sign === ">=") return Number(major) <= 20;
    return sign === ">" ? Number(major) < 20 : Number(major) === 20;
  });
}
