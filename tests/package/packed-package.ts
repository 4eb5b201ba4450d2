/** The package as `npm pack` makes it, unpacked where npm would put it, with nothing beside it but what it asks for. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

export interface PackedPackage {
  /** Where it is unpacked: `…/node_modules/footnote-bot`. */
  readonly path: string;
  /** The files in it, with slashes, in order. */
  readonly files: readonly string[];
  remove(): void;
}

/** Packs what is built. */
export function packPackage(): PackedPackage {
  const folder = mkdtempSync(join(tmpdir(), "footnote-package-"));
  execFileSync("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], { stdio: "ignore" });
  const [tarball = ""] = readdirSync(folder);
  execFileSync("tar", ["-xzf", tarball], { cwd: folder });
  const path = join(folder, "package");
  return {
    path,
    files: readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
      .sort(),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** As `packPackage`, in a `node_modules` that has links to the packages that it depends on, and to no others. */
export function installPackage(): PackedPackage & { readonly program: string } {
  const packed = packPackage();
  const modules = join(dirname(packed.path), "node_modules");
  const { dependencies, optionalDependencies } = JSON.parse(
    readFileSync(join(packed.path, "package.json"), "utf8"),
  );
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(resolve("node_modules", name), join(modules, name));
  }
  return { ...packed, program: join(packed.path, "dist", "footnote.js") };
}
