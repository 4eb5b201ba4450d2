/** The composition root: it puts the rooms together. Doors get an App and never see what is behind it. */
import type { App, AppOptions } from "./asking/app-port.ts";
import { IndexedApp, type OpenedCorpus } from "./asking/indexed-app.ts";
import { createPhrasing, type Phrasing } from "./asking/phrasing.ts";
import type { Config } from "./config.ts";
import { readAliases } from "./corpus/read-aliases.ts";
import { createEmbedder } from "./embedders/create-embedder.ts";
import { type OpenedIndex, openIndex } from "./index/open-index.ts";
import { isDatabaseUrl } from "./index/postgres/database-address.ts";
import type { SharedRecords } from "./index/postgres/shared-records.ts";
import { nothingNew } from "./index/refresh-report.ts";

export type { App, AppOptions, AskOptions } from "./asking/app-port.ts";

/** Sentences learned before the first answer: some half a minute. Where there are more, it rests on words alone. */
const MOST_LEARNED_FIRST = 5_000;

/** Opens the index of the configured corpus, building or refreshing it first where needed. */
export async function createApp(config: Config, options: AppOptions = {}): Promise<App> {
  let made: Promise<Phrasing | null> | undefined;
  const phrasing = () => {
    made ??= createPhrasing(config, options.clock);
    return made;
  };
  if (options.asking) await phrasing();
  const embedder = await createEmbedder(config.embedder, config.services, {
    ...config.embedderSettings,
    signal: options.signal,
  });
  if (options.asking) embedder?.warmUp();
  let inMemory: OpenedIndex["inMemory"] = null;
  const settingsOf = ({ signal, onProgress, force }: AppOptions) => ({
    corpusPath: config.corpusPath,
    indexPath: config.indexPath,
    embedder,
    mostEmbedded: MOST_LEARNED_FIRST,
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
    ...(force && { force }),
  });
  const open = async (settings: AppOptions): Promise<OpenedCorpus> => {
    const opened = await openIndex({ ...settingsOf(settings), inMemory });
    inMemory = opened.inMemory;
    try {
      return { ...opened, aliases: await readAliases(config.corpusPath) };
    } catch (error) {
      await opened.index.close();
      throw error;
    }
  };
  const lookAgain = async (before: OpenedCorpus): Promise<OpenedCorpus | null> => {
    if (!(await before.isCurrent?.())) return null;
    const files = before.index.sources.map(({ file }) => file);
    const report = nothingNew(before.report, files);
    return { ...before, report, aliases: await readAliases(config.corpusPath) };
  };
  const complete = async (settings: AppOptions) => {
    const { completeVectors } = await import("./index/complete-vectors.ts");
    return completeVectors(settingsOf(settings));
  };
  const first = await open(options).catch(async (error: unknown) => {
    await embedder?.close();
    throw error;
  });
  return new IndexedApp(config, { embedder, phrasing, open, lookAgain, complete }, first);
}

/** Small records that all processes share whose index is in one database; null for an index in a folder. */
export async function openSharedRecords({ indexPath }: Config): Promise<SharedRecords | null> {
  if (!isDatabaseUrl(indexPath)) return null;
  return (await import("./index/postgres/shared-records.ts")).openSharedRecords(indexPath);
}
