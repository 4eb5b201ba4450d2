/** An app over texts made for a measurement: in temporary folders, by words alone. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type App, createApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";

export interface OpenedCorpus {
  readonly app: App;
  /** Closes the app and removes its folders. */
  close(): Promise<void>;
}

/** The app over `files`: a text for each name. Its index is made. */
export async function openCorpus(files: Readonly<Record<string, string>>): Promise<OpenedCorpus> {
  const corpus = mkdtempSync(join(tmpdir(), "footnote-growth-"));
  const index = mkdtempSync(join(tmpdir(), "footnote-growth-"));
  const remove = () => {
    for (const folder of [corpus, index]) rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(corpus, name), text);
    const app = await createApp(readConfig({ corpus, index }, { FOOTNOTE_EMBEDDER: "none" }));
    return {
      app,
      close: async () => {
        await app.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
