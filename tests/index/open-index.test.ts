import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openIndex } from "../../src/index/open-index.ts";
import type { OpenIndexOptions } from "../../src/index/open-options.ts";
import type { RefreshProgress } from "../../src/index/refresh-progress.ts";
import { HashEmbedder } from "../doubles/hash-embedder.ts";

let folder: string;
let embedder: HashEmbedder;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "footnote-index-"));
  embedder = new HashEmbedder();
  await writeText("north.md", "# North\n\nThe river freezes in winter. Boats stay ashore.\n");
  await writeText("south.txt", "The river floods in spring.\n\nFields are sown after the flood.\n");
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe("a first opening", () => {
  it("makes the index and reports every file as new", async () => {
    const { index, report } = await open();
    expect(report).toEqual({
      new: ["north.md", "south.txt"],
      changed: [],
      removed: [],
      unchanged: [],
      skipped: [],
      notes: [],
      embedded: 5,
      pendingVectors: 0,
      rebuilt: null,
    });
    expect(index.sources.map(({ id }) => id)).toEqual(["north", "south"]);
    await index.close();
  });

  it("tells its phases in order", async () => {
    const phases: RefreshProgress["phase"][] = [];
    const { index } = await open({ onProgress: ({ phase }) => phases.push(phase) });
    expect([...new Set(phases)]).toEqual(["reading", "writing", "embedding"]);
    await index.close();
  });

  it("passes over what is no text and says why", async () => {
    await writeText("noise.md", "\u0000\u0001\u0002");
    const { index, report } = await open();
    expect(report.skipped).toEqual([{ file: "noise.md", reason: "a binary file" }]);
    await index.close();
  });

  it("refuses a corpus without sources", async () => {
    await rm(join(folder, "corpus"), { recursive: true });
    await mkdir(join(folder, "corpus"));
    await expect(open()).rejects.toMatchObject({ name: "UserError" });
  });

  it("refuses an index folder that is a file", async () => {
    await writeFile(join(folder, "index"), "");
    await expect(open()).rejects.toMatchObject({ name: "UserError" });
  });
});

describe("a second opening", () => {
  it("finds everything unchanged and embeds nothing", async () => {
    const first = await openAndClose();
    const second = await openAndClose();
    expect(second.report).toMatchObject({ new: [], unchanged: ["north.md", "south.txt"], embedded: 0 });
    expect(second.revision).toBe(first.revision);
  });

  it("takes in a changed, a new and a removed file, and embeds only sentences it has not seen", async () => {
    await writeText("east.md", "Gone soon.\n");
    const first = await openAndClose();
    await writeText("north.md", "# North\n\nThe river freezes in autumn. Boats stay ashore.\n");
    await writeText("west.md", "The sea never freezes.\n");
    await rm(join(folder, "corpus", "east.md"));
    embedder.embedded.length = 0;
    const second = await openAndClose();
    expect(second.report).toMatchObject({
      new: ["west.md"],
      changed: ["north.md"],
      removed: ["east.md"],
      unchanged: ["south.txt"],
      embedded: 2,
    });
    expect(embedder.embedded.filter((text) => text.includes(" ")).sort()).toEqual([
      "The river freezes in autumn.",
      "The sea never freezes.",
    ]);
    expect(embedder.embedded.filter((text) => !text.includes(" ")).sort()).toEqual(["autumn", "sea"]);
    expect(second.revision).not.toBe(first.revision);
  });

  it("keeps the index of a file that was touched but not changed", async () => {
    const first = await openAndClose();
    await utimes(join(folder, "corpus", "north.md"), 1, 1);
    const second = await openAndClose();
    expect(second).toMatchObject({
      revision: first.revision,
      report: { rebuilt: null, embedded: 0, changed: [] },
    });
  });

  it("sees a change that leaves size and time of change as they were", async () => {
    await openAndClose();
    const path = join(folder, "corpus", "south.txt");
    await utimes(path, 1, 1);
    await openAndClose();
    await writeText(
      "south.txt",
      "The river floods in summer.\n\nFields are sown after the flood.\n".slice(0, 61),
    );
    await utimes(path, 1, 1);
    expect((await openAndClose()).report.changed).toEqual(["south.txt"]);
  });

  it("gives a renamed file its new id and embeds nothing", async () => {
    await openAndClose();
    await rename(join(folder, "corpus", "south.txt"), join(folder, "corpus", "valley.txt"));
    const { report, ids } = await openAndClose();
    expect(report).toMatchObject({ new: ["valley.txt"], removed: ["south.txt"], embedded: 0 });
    expect(ids).toEqual(["north", "valley"]);
  });

  it("leaves the ids of all files as they are when one of the same name comes in another folder", async () => {
    await openAndClose();
    await mkdir(join(folder, "corpus", "alps"));
    await writeText("alps/south.txt", "The pass is closed.\n");
    expect((await openAndClose()).ids).toEqual(["alps-south", "north", "south"]);
  });

  it("gives a file that has not changed a longer id when another has its name, too", async () => {
    const first = await openAndClose();
    await writeText("south.md", "The pass is closed.\n");
    const { report, ids, revision } = await openAndClose();
    expect(report).toMatchObject({ new: ["south.md"], unchanged: ["north.md", "south.txt"] });
    expect(ids).toEqual(["north", "south-md", "south-txt"]);
    expect(revision).not.toBe(first.revision);
  });

  it("makes everything anew when asked to, from the vectors it has", async () => {
    const first = await openAndClose();
    const second = await openAndClose({ force: true });
    expect(second).toMatchObject({
      revision: first.revision,
      report: { embedded: 0, rebuilt: "it was asked for" },
    });
  });

  it("makes the vectors anew for another embedder, and says so", async () => {
    await openAndClose();
    const { report } = await openAndClose({ embedder: new HashEmbedder({ id: "other", dimensions: 8 }) });
    expect(report).toMatchObject({ embedded: 5, unchanged: ["north.md", "south.txt"] });
    expect(report.rebuilt).toBe("its vectors are of hash, and now it is other");
  });

  it("serves two corpora from one index folder", async () => {
    const first = await openAndClose();
    const corpusPath = join(folder, "corpus", "north.md");
    const single = await openAndClose({ corpusPath });
    expect(single.ids).toEqual(["north"]);
    expect(single.report.embedded).toBe(0);
    expect((await openAndClose()).revision).toBe(first.revision);
  });
});

describe("an index that may not be kept", () => {
  // Nobody, not even root, may make a folder there.
  const indexPath = "/sys/footnote";

  it.skipIf(process.platform !== "linux")(
    "is used again by whoever has it, as long as it is fresh",
    async () => {
      const first = await open({ indexPath });
      expect(first.report.notes).toHaveLength(1);
      const second = await open({ indexPath, inMemory: first.inMemory });
      expect(second.report).toMatchObject({ unchanged: ["north.md", "south.txt"], embedded: 0 });
      expect(second.index.revision).toBe(first.index.revision);
      expect(await second.index.passagesOf("north")).toEqual(await first.index.passagesOf("north"));
      await writeText("north.md", "The river freezes in autumn.\n");
      const third = await open({ indexPath, inMemory: second.inMemory });
      expect(third.report).toMatchObject({ embedded: 3 });
      expect(third.index.revision).not.toBe(first.index.revision);
      for (const { index } of [first, second, third]) await index.close();
    },
  );
});

describe("an index without vectors", () => {
  it("is made without an embedder", async () => {
    const { index } = await open({ embedder: null });
    expect(index.hasVectors).toBe(false);
    expect(await index.searchVectors([1], 3)).toEqual([]);
    expect(await index.sentenceVectors(0)).toEqual([]);
    await index.close();
  });

  it("is made when more sentences lack a vector than may be embedded, until they may be", async () => {
    const first = await openAndClose({ mostEmbedded: 4 });
    expect(first).toMatchObject({ hasVectors: false, report: { embedded: 0 } });
    expect(first.report.notes).toHaveLength(1);
    expect(await openAndClose({ mostEmbedded: 4 })).toMatchObject({ revision: first.revision });
    expect(await openAndClose()).toMatchObject({ hasVectors: true, report: { embedded: 5, notes: [] } });
    expect(await openAndClose({ mostEmbedded: 4 })).toMatchObject({ hasVectors: true });
  });
});

async function writeText(file: string, text: string): Promise<void> {
  await mkdir(join(folder, "corpus"), { recursive: true });
  await writeFile(join(folder, "corpus", file), text);
}

function open(options: Partial<OpenIndexOptions> = {}) {
  return openIndex({
    corpusPath: join(folder, "corpus"),
    indexPath: join(folder, "index"),
    embedder,
    ...options,
  });
}

async function openAndClose(options: Partial<OpenIndexOptions> = {}) {
  const { index, report } = await open(options);
  const ids = index.sources.map(({ id }) => id);
  await index.close();
  return { report, ids, revision: index.revision, hasVectors: index.hasVectors };
}
