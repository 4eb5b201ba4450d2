/** Examines an index that is kept in PostgreSQL. */
import type { Config } from "../config.ts";
import { type Finding, fault, faultOf, remark, well } from "./finding.ts";

export async function examineIndexDatabase({ indexPath, corpusPath, embedder }: Config): Promise<Finding[]> {
  try {
    const { examineDatabase } = await import("../index/postgres/examine-database.ts");
    const found = await examineDatabase(indexPath, corpusPath);
    const { shown, serverVersion, vectorVersion, isVectorAvailable, isWritable, corpus, indexed } = found;
    const { schemaFault } = found;
    const findings = [well("index database", `${shown} is there, PostgreSQL ${serverVersion}`)];
    if (embedder !== "none" && vectorVersion === null)
      findings.push(
        isVectorAvailable
          ? remark(
              "pgvector",
              "it is installed, but not in this database",
              "CREATE EXTENSION vector; as its owner.",
            )
          : fault("pgvector", "the server does not have it", "Install it, or set FOOTNOTE_EMBEDDER=none."),
      );
    else if (vectorVersion !== null) findings.push(well("pgvector", `version ${vectorVersion}`));
    if (!isWritable)
      findings.push(
        remark(
          "index database",
          "it may not be written: its index is read as it is",
          "Build it with a user who may write.",
        ),
      );
    if (schemaFault !== null) return [...findings, faultOf("index database", schemaFault)];
    findings.push(
      indexed === null
        ? (isWritable ? well : fault)(
            "index",
            `nothing of the corpus ${corpus} is there yet`,
            isWritable ? "The first use makes it." : "Run footnote index with a user who may write.",
          )
        : well(
            "index",
            `${indexed.passages} passages of the corpus ${corpus}, ${vectorsOf(indexed.embedder)}`,
          ),
    );
    return findings;
  } catch (error) {
    return [faultOf("index database", error)];
  }
}

function vectorsOf(embedder: string | null): string {
  return embedder === null ? "without vectors" : `with vectors of ${embedder}`;
}
