/** A small invented corpus about ships: every trap of quoting in a page. */
import type { Source } from "../../src/corpus/source.ts";
import { makeSource } from "../doubles/make-source.ts";

const HARBOUR = `---
title: The harbour at Ostrand
secret: never quote the front matter of this file
---
# The harbour at Ostrand

The harbour at Ostrand was not closed in 1974, although the council may have wished it. In that winter 3.5% of the
fleet, some 1,200 boats, lay idle for twelve weeks. “Nobody asked the pilots,” Captain Maria Lund said, “and nobody
paid them” [see the ledger].

The ferry–built at Hull–cost $4.5 million. It carried passen-
gers, cattle and well-known smugglers to the islands, which were not on any map, until the storm of 1981.

- The first pilot boat was launched in May.
- The second pilot boat was launched in June and
  burned in July.

> The sea gives nothing back
> that it has once taken.

The council met again in March. The lighthouse keeper counted the boats that came home every evening, and every
morning the number was the same. The town of Ostrand has **three** churches[^1] and a [customs house](https://x.example/house).

[^1]: One is a ruin.
`;

const LEDGER = `The ledger of the pilots

The lighthouse keeper counted the boats that came home every evening, and every morning the number was smaller.
Captain Maria Lund signed the ledger on the last day of each month with a silver pen.

The weather was foul for most of the year, and the harbour master probably knew it.

A clerk copied the ledger twice. The copies were sent to Bergen by post.

Rust took the anchor chain.

Years later a collector from Vienna bought both copies and put them into a glass case in his hall.
`;

function bodyStartOf(text: string): number {
  return text.startsWith("---") ? text.indexOf("---\n", 4) + 4 : 0;
}

function source(id: string, file: string, text: string, title: string): Source {
  return makeSource(text, {
    id,
    file,
    title,
    format: file.endsWith(".md") ? "markdown" : "text",
    bodyStart: bodyStartOf(text),
  });
}

/** Two sources; the second has a near-duplicate of a sentence of the first. */
export const FLEET: readonly Source[] = [
  source("harbour", "north/harbour.md", HARBOUR, "The harbour at Ostrand"),
  source("ledger", "ledger.txt", LEDGER, "The ledger of the pilots"),
];
