import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { VectorIndex } from "../../../src/index/vector-index.ts";
import { findAddonFault } from "../../../src/index/vectors/addon-fault.ts";
import { ExactVectorIndex } from "../../../src/index/vectors/exact-vector-index.ts";
import { HnswVectorIndex } from "../../../src/index/vectors/hnsw-vector-index.ts";
import type { VectorRows } from "../../../src/index/vectors/vector-rows.ts";
import { describeVectorIndex } from "../../contracts/vector-index.ts";

const folder = await mkdtemp(join(tmpdir(), "footnote-vectors-"));
const fault = await findAddonFault();
let files = 0;

afterAll(() => rm(folder, { recursive: true, force: true }));

describeVectorIndex("ExactVectorIndex", 1, async (rows) => new ExactVectorIndex(rows));

describe.skipIf(fault !== null)(
  `with the native addon${fault === null ? "" : ` (skipped: ${fault.message})`}`,
  () => {
    describeVectorIndex("HnswVectorIndex", 0.99, (rows) => HnswVectorIndex.build(rows));

    describeVectorIndex("HnswVectorIndex from a file", 0.99, saveAndLoad);

    it("rejects a file that is not there", async () => {
      const rows: VectorRows = { size: 0, dimensions: 4, row: () => new Float32Array(4) };
      await expect(HnswVectorIndex.load(join(folder, "none"), rows)).rejects.toThrow();
    });
  },
);

async function saveAndLoad(rows: VectorRows): Promise<VectorIndex> {
  const path = join(folder, `${++files}.index`);
  await (await HnswVectorIndex.build(rows)).save(path);
  return HnswVectorIndex.load(path, rows);
}
