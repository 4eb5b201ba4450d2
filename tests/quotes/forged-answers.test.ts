/** Real answers over the shipped corpus: intact as they are, and never once any one of their claims is forged. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import type { Citation } from "../../src/answers/answer.ts";
import { createApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";

const index = mkdtempSync(join(tmpdir(), "footnote-forged-"));
const app = await createApp(readConfig({ corpus: "corpus", index }, { FOOTNOTE_EMBEDDER: "none" }));

afterAll(async () => {
  await app.close();
  rmSync(index, { recursive: true, force: true });
});

const QUESTIONS = [
  "How many staff did Azerbaijan evacuate from Tehran?",
  "What happened in 2023?",
  "Name the three points of friction",
  "When did the embassy open again, and who visited Tehran?",
  "How many Azerbaijanis live in Iran?",
  "What is the name of the bridge?",
  "What is the boiling point of mercury?",
  "Who was the king of Norway?",
  "What is the corridor, and how long is it?",
];
const answers = await Promise.all(QUESTIONS.map((question) => app.ask(question)));
const checks = [
  await app.find("Azerbaijan then evacuated 53 members"),
  await app.find("Azerbaijan evacuated 54 staff members"),
];
const listed = await app.disagreements();

type Json = { [name: string]: unknown };
const copy = (value: unknown): Json => JSON.parse(JSON.stringify(value));

/** Fields of a citation, each with a change that leaves it well-formed. */
const FORGERIES: Record<string, (citation: Json) => void> = {
  id: (citation) => {
    citation.id = String(citation.id).replace(/\d+$/, (number) => String(Number(number) + 1));
  },
  "source of the id": (citation) => {
    citation.id = `x${citation.id}`;
  },
  quote: (citation) => {
    citation.quote = String(citation.quote).replace(/\p{L}(?=\P{L}*$)/u, "q");
  },
  "quote with a bracket": (citation) => {
    citation.quote = String(citation.quote).replace(" ", "[not] ");
  },
  start: (citation) => {
    citation.start = Number(citation.start) + 1;
  },
  end: (citation) => {
    citation.end = Number(citation.end) - 1;
  },
  "start and end": (citation) => {
    citation.start = Number(citation.start) + 3;
    citation.end = Number(citation.end) + 3;
  },
  line: (citation) => {
    citation.line = Number(citation.line) + 1;
  },
  "both lines": (citation) => {
    citation.line = Number(citation.line) + 1;
    citation.endLine = Number(citation.endLine) + 1;
  },
  endLine: (citation) => {
    citation.endLine = Number(citation.endLine) + 2;
  },
  paragraph: (citation) => {
    citation.paragraph = Number(citation.paragraph) + 1;
  },
  prefix: (citation) => {
    citation.prefix = String(citation.prefix).replace(/.$/su, "#");
  },
  suffix: (citation) => {
    citation.suffix = `#${String(citation.suffix).slice(1)}`;
  },
  link: (citation) => {
    citation.link = "https://example.org/#:~:text=forged";
  },
  page: (citation) => {
    citation.page = 3;
  },
  section: (citation) => {
    citation.section = "A section that is not there";
  },
  n: (citation) => {
    citation.n = Number(citation.n) + 7;
  },
  title: (citation) => {
    citation.source = { ...(citation.source as Json), title: "Another title" };
  },
  date: (citation) => {
    citation.source = { ...(citation.source as Json), date: "1871-01-18" };
  },
  author: (citation) => {
    citation.source = { ...(citation.source as Json), author: "Another author" };
  },
  url: (citation) => {
    citation.source = { ...(citation.source as Json), url: "https://example.org/other" };
  },
  file: (citation) => {
    citation.source = { ...(citation.source as Json), file: "other.md" };
  },
  "source id": (citation) => {
    citation.source = { ...(citation.source as Json), id: "other" };
  },
};

function citationsOf(answer: Json): Json[] {
  const abstention = answer.abstention as Json | null;
  return (abstention === null ? answer.citations : abstention.closest) as Json[];
}

describe("a real answer", () => {
  it.each(QUESTIONS.map((question, at) => [question, at] as const))(
    "is intact as it is: %s",
    async (_, at) => {
      expect(await app.verify(copy(answers[at]))).toMatchObject({ intact: true, holds: true, problems: [] });
    },
  );

  it("is intact as a list of conflicts, and as a quote check", async () => {
    for (const given of [listed, ...checks]) expect((await app.verify(copy(given))).intact).toBe(true);
  });

  it("is never intact with one field of one citation forged", async () => {
    const cited = answers.filter((answer) => citationsOf(copy(answer)).length > 0);
    expect(cited.length).toBeGreaterThan(4);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...cited),
        fc.constantFrom(...Object.keys(FORGERIES)),
        fc.nat(),
        async (answer, name, place) => {
          const forged = copy(answer);
          const citations = citationsOf(forged);
          const citation = citations[place % citations.length] as Json;
          const before = JSON.stringify(forged);
          FORGERIES[name]?.(citation);
          fc.pre(JSON.stringify(forged) !== before);
          const { intact, citations: reports, closest } = await app.verify(forged);
          expect(intact).toBe(false);
          const said = [...reports, ...closest][place % citations.length];
          expect(["intact"]).not.toContain(said?.status);
        },
      ),
      { seed: 11, numRuns: 300 },
    );
  });

  it("is never intact with another number, name or word in a statement", async () => {
    for (const answer of answers.filter(({ status }) => status === "answered")) {
      for (const [at, statement] of answer.statements.entries()) {
        const forged = copy(answer);
        const statements = forged.statements as Json[];
        statements[at] = { ...statement, text: `${statement.text.slice(0, -1)} not.` };
        expect((await app.verify(forged)).intact).toBe(false);
      }
    }
  });

  it("is never intact with another value in a disagreement", async () => {
    const { disagreements, citations } = copy(listed);
    const all = disagreements as { sides: { value: string }[] }[];
    expect(all.length).toBeGreaterThan(0);
    for (const at of all.keys()) {
      const forged = copy({ disagreements, citations }) as { disagreements: typeof all };
      const side = forged.disagreements[at]?.sides[0];
      if (side !== undefined) side.value = `${side.value}7`;
      expect((await app.verify(forged)).intact).toBe(false);
    }
  });

  it("has the shape that every field forged here is read from", () => {
    const [citation] = answers.flatMap(({ citations }) => citations);
    const known: (keyof Citation)[] = [
      "id",
      "quote",
      "start",
      "end",
      "line",
      "endLine",
      "paragraph",
      "prefix",
      "suffix",
      "link",
      "page",
      "section",
      "n",
      "source",
    ];
    for (const name of known) expect(citation).toHaveProperty(name);
  });
});
