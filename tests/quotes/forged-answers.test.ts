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
  await app.find("Azerbaijan then evacuated 54 members of the embassy's staff"),
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
  speaker: (citation) => {
    citation.speaker = "Ilham Aliyev";
  },
  pageLabel: (citation) => {
    citation.pageLabel = "xii";
  },
  lead: (citation) => {
    citation.lead = [{ kind: "question", quote: "Who lied?", start: 0, end: 9 }];
  },
  publisher: (citation) => {
    citation.source = { ...(citation.source as Json), publisher: "A newspaper" };
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

  it("is never intact with a part of a sentence in place of its statement", async () => {
    for (const answer of answers.filter(({ status }) => status === "answered")) {
      const forged = copy(answer);
      const [first] = forged.statements as Json[];
      if (first !== undefined) first.text = String(first.text).split(" ").slice(3).join(" ");
      expect((await app.verify(forged)).intact).toBe(false);
    }
  });

  it.each<[string, (answer: Json) => void]>([
    [
      "a reason why there is none",
      (answer) => {
        answer.abstention = { reason: "No sentence says so.", missingTerms: [], closest: [] };
      },
    ],
    [
      "a confidence beyond certainty",
      (answer) => {
        answer.confidence = 7;
      },
    ],
    [
      "a disagreement about what neither side speaks of",
      (answer) => {
        const sides = ["53", "four"].map((value) => ({ value, citations: [1] }));
        answer.disagreements = [{ about: "the colour of the sea", sides }];
      },
    ],
    [
      "a disagreement between equals",
      (answer) => {
        const sides = [1, 1].map((n) => ({ value: "53", citations: [n] }));
        answer.disagreements = [{ about: "members", sides }];
      },
    ],
  ])("is not intact with %s", async (_, forge) => {
    const forged = copy(answers[0]);
    forge(forged);
    expect((await app.verify(forged)).intact).toBe(false);
  });

  it.each<[string, Json]>([
    ["words that stand in every source", { missingTerms: ["mercury", "Azerbaijan"] }],
    ["a reason with another word", { reason: "The sources never mention “Azerbaijan”." }],
    ["a reason with a bare word", { reason: "The sources never mention Azerbaijan." }],
  ])("is not intact where it names %s as missing", async (_, changes) => {
    const refused = answers.find(({ abstention }) => abstention !== null);
    const forged = copy(refused);
    forged.abstention = { ...(forged.abstention as Json), ...changes };
    const { intact, problems } = await app.verify(forged);
    expect([intact, problems.length]).toEqual([false, 1]);
  });

  it("leaves fields that say nothing alone", async () => {
    const given = copy(answers[0]);
    for (const citation of given.citations as Json[]) Object.assign(citation, { speaker: null, lead: [] });
    expect((await app.verify(given)).intact).toBe(true);
  });

  it.each<[string, number, Json]>([
    ["another claim", 0, { claimed: "Azerbaijan then evacuated 54 members" }],
    ["another verdict", 1, { verdict: "exact", faithful: true }],
    ["another difference", 2, { diff: [] }],
    ["other flags", 2, { flags: [] }],
  ])("is not intact as a quote check with %s", async (_, at, changes) => {
    expect((await app.verify({ ...copy(checks[at]), ...changes })).intact).toBe(false);
  });

  it("is intact as a check within one source, and not with the place of other words", async () => {
    const within = copy(await app.find("Azerbaijan then evacuated 53 members", "baku-paradox"));
    const elsewhere = copy(await app.find("Azerbaijan then evacuated 53 members", "reluctant-neighbours"));
    for (const given of [within, elsewhere]) expect((await app.verify(given)).intact).toBe(true);
    const other = copy(await app.find("the border river with Azerbaijan"));
    expect((await app.verify({ ...within, matches: other.matches })).intact).toBe(false);
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
