/** The licences of the packages that are in the bundle go with it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** esbuild writes above each part of a bundle which file it is of. */
const packages = [
  ...new Set(
    readdirSync("dist")
      .filter((file) => file.endsWith(".js"))
      .flatMap((file) => [
        ...readFileSync(join("dist", file), "utf8").matchAll(
          /^(?:\s*)\/\/ (node_modules\/(?:\S+\/node_modules\/)?(?:@[^/\s]+\/)?[^/\s]+)\/\S+$/gm,
        ),
      ])
      .map(([, folder = ""]) => folder)
      .filter((folder) => existsSync(join(folder, "package.json"))),
  ),
].sort();

const spaced = (text: string) => text.replace(/\s+/g, " ").trim();
const sections = readFileSync("dist/THIRD-PARTY-NOTICES.txt", "utf8").split(/^-{80}$/m);

describe("the notices", () => {
  it("are of a bundle that holds packages", () => {
    expect(packages).toContain("node_modules/@langchain/core");
    expect(packages).toContain("node_modules/discord.js");
    expect(packages.length).toBeGreaterThan(50);
  });

  it.each(packages)("name %s with its version and its licence", (folder) => {
    const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const section = sections.find((text) => text.split("\n").includes(`${name} ${version}`)) ?? "";
    expect(section).toMatch(/^Licence: \S+$/m);
    const texts = readdirSync(folder).filter((file) =>
      /^(?:licen[cs]e|copying|notice|unlicense)/i.test(file),
    );
    for (const file of texts)
      expect(spaced(section)).toContain(spaced(readFileSync(join(folder, file), "utf8")));
    // Of those without a file only a licence that is known word for word will do.
    if (texts.length === 0)
      expect(spaced(section)).toMatch(/Copyright \(c\) \S.*Permission is hereby granted/);
  });

  it("name no package twice, and none that is not there", () => {
    const named = sections.flatMap((text) =>
      /\n\nLicence: /.test(text) ? (text.split("\n\nLicence: ")[0] ?? "").trim().split("\n") : [],
    );
    expect(new Set(named).size).toBe(named.length);
    const there = packages.map((folder) => {
      const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      return `${name} ${version}`;
    });
    expect(named.sort()).toEqual([...new Set(there)].sort());
  });

  it("keep what bundled code says of its own origin", () => {
    expect(sections.at(-1)).toContain("fast-json-patch/src/core.js");
    expect(sections.at(-1)).toContain("(c) 2013-2021 Joachim Wester");
  });
});
