/**
 * Examines what Footnote needs: Node, corpus, index, native addon, embedder, model, Discord settings. It changes
 * nothing, and a fault it meets is a finding, never an end.
 */
import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import type { Config } from "../config.ts";
import { readCorpus } from "../corpus/read-corpus.ts";
import { createEmbedder } from "../embedders/create-embedder.ts";
import { systemErrorCode } from "../errors.ts";
import { isDatabaseUrl } from "../index/postgres/database-address.ts";
import { listEditions } from "../index/store/editions.ts";
import { findIndex } from "../index/store/find-index.ts";
import { corpusFolder } from "../index/store/index-folder.ts";
import { findAddonFault } from "../index/vectors/addon-fault.ts";
import { examineModel } from "../models/examine-model.ts";
import { loadPrompts } from "../prompts/load-prompts.ts";
import { examineIndexDatabase } from "./examine-index-database.ts";
import { type Finding, fault, faultOf, remark, well } from "./finding.ts";

const OLDEST_NODE = 20;
/** Skipped files named one by one; the rest are counted. */
const MOST_NAMED = 10;
/** An embedder that has to be loaded first may take longer, and is said to; nobody waits for a doctor much longer. */
const EMBEDDER_SECONDS = 30;

/**
 * All findings, in the order in which a person would mend them. `discord` examines the bot's settings. Rejects when the
 * signal is aborted.
 */
export async function examine(
  config: Config,
  discord: () => Promise<readonly Finding[]>,
  signal?: AbortSignal,
): Promise<readonly Finding[]> {
  const examined = await Promise.all([
    examineNode(),
    examineCorpus(config),
    examineIndex(config),
    examineAddon(),
    examineEmbedder(config, signal),
    examineLanguageModel(config, signal),
    discord(),
  ]);
  signal?.throwIfAborted();
  return examined.flat();
}

function examineNode(): Finding[] {
  const [major = 0] = process.versions.node.split(".").map(Number);
  if (major >= OLDEST_NODE) return [well("Node", `version ${process.versions.node}`)];
  return [
    fault("Node", `version ${process.versions.node} is too old`, `Install Node ${OLDEST_NODE} or later.`),
  ];
}

async function examineCorpus({ corpusPath }: Config): Promise<Finding[]> {
  try {
    const { sources, skipped } = await readCorpus(corpusPath);
    const named = skipped
      .slice(0, MOST_NAMED)
      .map(({ file, reason }) =>
        remark("corpus", `${file} is skipped: ${reason}`, "Mend or remove the file, or leave it."),
      );
    const more = skipped.length - named.length;
    const rest =
      more > 0 ? [remark("corpus", `${more} more files are skipped`, "footnote index names them all.")] : [];
    return [well("corpus", `${sources.length} sources in ${corpusPath}`), ...named, ...rest];
  } catch (error) {
    return [faultOf("corpus", error)];
  }
}

async function examineIndex(config: Config): Promise<Finding[]> {
  const { corpusPath, indexPath } = config;
  if (isDatabaseUrl(indexPath)) return examineIndexDatabase(config);
  try {
    const corpus = await corpusFolder(indexPath, corpusPath);
    const [lastUsed = corpus] = await listEditions(corpus);
    const { generation, fault: damage } = await findIndex(lastUsed);
    generation?.close();
    const isWritable = await canWrite(indexPath);
    if (!isWritable)
      return [
        remark(
          "index",
          `nothing may be written in ${indexPath}`,
          "Change its permissions, or put the index elsewhere with --index; until then it is made anew each time.",
        ),
      ];
    if (damage !== null)
      return [
        remark("index", `it cannot be used: ${damage}`, "Nothing to do: it is made anew at the next use."),
      ];
    return [
      well("index", generation === null ? "not made yet: the first use makes it" : `whole, in ${indexPath}`),
    ];
  } catch (error) {
    return [faultOf("index", error)];
  }
}

/** Whether the folder, or the nearest one above it that is there, may be written. */
async function canWrite(path: string): Promise<boolean> {
  for (let at = resolve(path); ; at = dirname(at)) {
    try {
      await access(at, constants.W_OK);
      return true;
    } catch (error) {
      if (systemErrorCode(error) !== "ENOENT" || dirname(at) === at) return false;
    }
  }
}

async function examineAddon(): Promise<Finding[]> {
  const addonFault = await findAddonFault();
  if (addonFault === null) return [well("vector addon", "hnswlib-node is there")];
  const { message, hint } = addonFault;
  return [remark("vector addon", `${message}; answers are the same, slower on large corpora`, hint)];
}

async function examineEmbedder(config: Config, signal: AbortSignal | undefined): Promise<Finding[]> {
  try {
    const { embedder: name, services, embedderSettings } = config;
    const seconds = Math.min(embedderSettings.seconds, EMBEDDER_SECONDS);
    const embedder = await createEmbedder(name, services, { ...embedderSettings, seconds, signal });
    if (embedder === null) return [well("embedder", "none: full text alone")];
    try {
      await embedder.embedQuery("Is anybody there?", signal);
      return [well("embedder", `${embedder.id}, ${embedder.dimensions} dimensions`)];
    } finally {
      await embedder.close();
    }
  } catch (error) {
    return [faultOf("embedder", error)];
  }
}

/** Its server is asked for a list, the model itself for nothing: that may cost money. */
async function examineLanguageModel(
  { model, services, modelSettings }: Config,
  signal: AbortSignal | undefined,
): Promise<Finding[]> {
  if (model === "none") return [well("model", "none: answers are made of quotes alone")];
  try {
    await loadPrompts(modelSettings.promptsPath);
    const found = await examineModel(model, services, { ...modelSettings, signal });
    if (found.state === "well") return [well("model", found.message)];
    return [(found.state === "fault" ? fault : remark)("model", found.message, found.hint)];
  } catch (error) {
    return [faultOf("model", error)];
  }
}
