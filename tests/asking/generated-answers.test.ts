/** Answers phrased by a model, through the whole program: what is shown, what is dropped, and what is left without it. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Answer, StatementShown } from "../../src/answers/answer.ts";
import { type App, type AskOptions, createApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { type ModelScript, says, sentencesIn, sentenceWith } from "../doubles/models/scripted-reply.ts";
import { gibberish, honestModel, NO_ANSWER, repeated } from "../doubles/models/scripts.ts";
import {
  MODEL_PROTOCOLS,
  type ModelServer,
  type ModelServerOptions,
  startModelServer,
} from "../doubles/models/start-model-server.ts";
import { makeFolder } from "../doubles/run-footnote.ts";
import { BRIDGE_TEXTS, OPENED } from "./bridge-texts.ts";

const folder = makeFolder(BRIDGE_TEXTS);
let extractive: App;
const servers: ModelServer[] = [];
const apps: App[] = [];

const open = (environment: Readonly<Record<string, string>> = {}, model = "none", top?: string) => {
  const flags = { corpus: `${folder.path}/corpus`, index: `${folder.path}/index`, model, top };
  const clock = () => new Date(2031, 4, 6, 12);
  return createApp(readConfig(flags, { FOOTNOTE_EMBEDDER: "none", ...environment }), { asking: true, clock });
};

beforeAll(async () => {
  extractive = await open();
});
afterEach(async () => {
  await Promise.all(apps.splice(0).map((app) => app.close()));
  await Promise.all(servers.splice(0).map((server) => server.close()));
});
afterAll(async () => {
  await extractive.close();
  folder.remove();
});

describe.each(MODEL_PROTOCOLS)("an answer by a model that speaks the protocol of %s", (protocol) => {
  const connect = async (
    script: ModelScript,
    environment: Readonly<Record<string, string>> = {},
    options?: ModelServerOptions,
    top?: string,
  ) => {
    const server = await startModelServer(protocol, script, options);
    servers.push(server);
    const app = await open({ ...server.environment, ...environment }, server.model, top);
    apps.push(app);
    const ask = async (question: string, more: AskOptions = {}) => {
      const shown: StatementShown[] = [];
      const answer = await app.ask(question, { ...more, onStatement: (statement) => shown.push(statement) });
      return { answer, shown };
    };
    return { server, app, ask };
  };
  /** Lines by the words of the sentence they are to cite. */
  const lines =
    (...written: readonly (readonly [line: string, ...words: readonly string[]])[]): ModelScript =>
    (asked) =>
      says(
        written
          .map(
            ([line, ...words]) =>
              line + words.map((part) => `[S${sentenceWith(asked, part).label}]`).join(""),
          )
          .join("\n"),
      );

  it("is intact when it is verified, and forged with another figure in a statement", async () => {
    const { app, ask } = await connect(
      lines(
        ["The bridge was opened on 4 May 1931 ", "4 May 1931"],
        ["It was designed by Marta Vogel ", "Marta Vogel"],
      ),
    );
    const { answer } = await ask(OPENED);
    expect(answer).toMatchObject({ mode: "generative", statements: [{}, {}] });
    const text = JSON.stringify(answer);
    expect((await app.verify(JSON.parse(text))).intact).toBe(true);
    const forged = JSON.parse(
      text.replace(
        '"text":"The bridge was opened on 4 May 1931',
        '"text":"The bridge was opened on 4 May 1932',
      ),
    );
    expect(await app.verify(forged)).toMatchObject({
      intact: false,
      statements: [{ status: "forged" }, { status: "intact" }],
    });
  });

  it("shows what holds, with the program's own quotes", async () => {
    const { ask, server } = await connect(
      lines(
        ["The bridge was opened on 4 May 1931 ", "4 May 1931"],
        ["It was designed by Marta Vogel ", "Marta Vogel"],
        ["On 4 May 1931 the bridge over the Arda was opened. ", "4 May 1931"],
      ),
    );
    const { answer, shown } = await ask(OPENED);
    expect(answer).toMatchObject({
      ...{ question: OPENED, standaloneQuestion: null, status: "answered", mode: "generative" },
      ...{ model: `${protocol}:test`, note: null, noteHint: null, dropped: [], abstention: null },
      usage: { inputTokens: expect.any(Number), outputTokens: expect.any(Number) },
      timings: { modelMs: expect.any(Number), firstStatementMs: expect.any(Number) },
    });
    expect(answer.statements.map(({ citations }) => citations)).toEqual([[1], [2], [1]]);
    expect(answer.citations.map(({ n, quote }) => [n, quote])).toEqual([
      [1, "The bridge over the Arda was opened on 4 May 1931."],
      [2, "Marta Vogel designed the bridge."],
    ]);
    expectVerbatim(answer);
    expect(shown.map(({ statement }) => statement)).toEqual(answer.statements);
    for (const { statement, citations } of shown)
      expect(citations).toEqual(statement.citations.map((n) => answer.citations[n - 1]));
    expect(structuredClone(answer)).toEqual(answer);
    expect(server.asked).toHaveLength(1);
  });

  it("shows each statement before the next one is written", async () => {
    const order: string[] = [];
    const { app } = await connect(
      (asked) => {
        const { label } = sentenceWith(asked, "4 May 1931");
        return says(
          (function* () {
            yield `The bridge was opened on 4 May 1931 [S${label}]\n`;
            while (order.length === 0) yield "";
            order.push("written");
            yield `The bridge over the Arda was opened in May 1931 [S${label}]\n`;
          })(),
        );
      },
      {},
      { pauseMs: 1 },
    );
    await app.ask(OPENED, { onStatement: () => order.push("shown") });
    expect(order.slice(0, 2)).toEqual(["shown", "written"]);
  });

  it("tells the model titles, dates, today and labelled sentences", async () => {
    const { ask, server } = await connect(honestModel);
    await ask(OPENED);
    const { system, user } = server.asked[0] ?? { system: "", user: "" };
    expect(system).toContain("2031-05-06");
    expect(user).toContain("The harbour report, dated 1963-03-01");
    expect(user).toContain(`Question: ${OPENED}`);
    const sentences = sentencesIn(server.asked[0] ?? never());
    expect(sentences.map(({ label }) => label)).toEqual(sentences.map((_, at) => at + 1));
  });

  it.each([
    ["a made-up label", "The bridge was opened on 4 May 1931 [S99]", /\[S99\]/],
    ["no label", "The bridge was opened on 4 May 1931.", /sentence/],
    ["another number", "The bridge was opened on 4 May 1937 [S#]", /1937/],
    ["another day", "The bridge was opened on 5 May 1931 [S#]", /5 May 1931/],
    ["a made-up name", "The bridge was opened on 4 May 1931 by Otto Brandt [S#]", /Otto Brandt/],
    ["a denial", "The bridge was not opened on 4 May 1931 [S#]", /./],
    ["a made-up quotation", "The report says “a proud and lasting work” of the bridge [S#]", /proud/],
    ["something else altogether", "Cats usually sleep through long afternoons [S#]", /./],
  ])("drops a line with %s, and says why", async (_, line, reason) => {
    const { ask } = await connect((asked) =>
      says(line.replace("S#", `S${sentenceWith(asked, "4 May 1931").label}`)),
    );
    const { answer, shown } = await ask(OPENED);
    expect(shown).toEqual([]);
    expect(answer.dropped).toEqual([{ text: expect.any(String), reason: expect.stringMatching(reason) }]);
    expectExtractive(answer, await extractive.ask(OPENED));
    expect(answer.note).toMatch(/^Nothing that the language model \w+:test said holds/);
  });

  it("keeps the good half of its lines", async () => {
    const { ask } = await connect(
      lines(
        ["The bridge was opened on 4 May 1931 ", "4 May 1931"],
        ["The bridge was opened on 4 June 1931 ", "4 May 1931"],
        ["Marta Vogel designed the bridge ", "Marta Vogel"],
        ["Otto Brandt designed the bridge ", "Marta Vogel"],
        ["Just a remark without any label"],
      ),
    );
    const { answer } = await ask(OPENED);
    expect(answer.mode).toBe("generative");
    expect(answer.statements).toHaveLength(2);
    expect(answer.dropped).toHaveLength(3);
    expect(answer.note).toBeNull();
  });

  it.each([
    ["finds no answer", NO_ANSWER, /found no answer/],
    ["says nothing", () => says(""), /said nothing/],
    ["says only blanks", () => says(" \n\n \r\n"), /said nothing/],
    ["writes gibberish without end", () => says(gibberish()), /did not come to an end/],
    ["writes one line without end", () => says(endless("word ".repeat(500))), /did not come to an end/],
    ["writes blank lines without end", () => says(endless("\n".repeat(20))), /did not come to an end/],
    ["is too busy", () => ({ kind: "error", status: 429, retryAfter: "40" }) as const, /too busy/],
    ["fails", () => ({ kind: "error", status: 500 }) as const, /failed \(500\)/],
    ["does not know the key", () => ({ kind: "error", status: 401 }) as const, /does not accept the key/],
    ["is not there", () => ({ kind: "error", status: 404 }) as const, /is not there/],
    ["does not begin", () => ({ kind: "silent" }) as const, /said nothing in time/],
    ["breaks off at once", () => says("The bridge was opened", "cut"), /was cut off/],
    ["stalls at once", () => says("The bridge was opened", "stalls"), /did not finish in time/],
  ] satisfies readonly (readonly [string, ModelScript, RegExp])[])(
    "is the extractive one, with a note, when the model %s",
    async (_, script, note) => {
      const hasty = { FOOTNOTE_MODEL_FIRST_TOKEN_SECONDS: ".5", FOOTNOTE_MODEL_SECONDS: ".6" };
      const { ask } = await connect(script, /in time/.test(note.source) ? hasty : {});
      const { answer, shown } = await ask(OPENED);
      expect(shown).toEqual([]);
      expect(answer.note).toMatch(note);
      expectExtractive(answer, await extractive.ask(OPENED));
    },
  );

  it("is the extractive one when nobody answers, and says what to do", async () => {
    const { ask, server } = await connect(honestModel, { FOOTNOTE_MODEL_FIRST_TOKEN_SECONDS: ".3" });
    await server.close();
    const { answer } = await ask(OPENED);
    expectExtractive(answer, await extractive.ask(OPENED));
    expect(answer.note).toMatch(/^The language model \w+:test cannot be reached/);
    expect(answer.usage).toBeNull();
    expect(answer.noteHint).toContain("footnote doctor");
  });

  it.each(["cut", "stalls"] as const)("keeps what held before it was %s", async (ends) => {
    const { ask } = await connect(
      (asked) => {
        const { label } = sentenceWith(asked, "4 May 1931");
        return says(
          `The bridge was opened on 4 May 1931 [S${label}]\nThe bridge over the Arda was opened [S${label}]`,
          ends,
        );
      },
      { FOOTNOTE_MODEL_SECONDS: "1" },
    );
    const { answer } = await ask(OPENED);
    expect(answer.mode).toBe("generative");
    expect(answer.statements.map(({ text }) => text)).toEqual(["The bridge was opened on 4 May 1931"]);
    expect(answer.note).toMatch(ends === "cut" ? /cut off/ : /did not finish in time/);
  });

  it("shows a line once, however often it is said", async () => {
    const { ask } = await connect((asked) => {
      const { label } = sentenceWith(asked, "4 May 1931");
      return says(repeated(`The bridge was opened on 4 May 1931 [S${label}]`));
    });
    const { answer } = await ask(OPENED);
    expect(answer.statements).toHaveLength(1);
    expect(answer.dropped.length).toBeLessThanOrEqual(50);
    expect(answer.note).toMatch(/did not come to an end/);
  });

  it("has a bounded number of statements", async () => {
    const words = ["bridge", "over", "Arda", "was", "opened"];
    const { ask, server } = await connect((asked) => {
      const { label } = sentenceWith(asked, "4 May 1931");
      const subsets = Array.from({ length: 32 }, (_, bits) => words.filter((_, at) => bits & (1 << at)));
      return says(
        subsets.filter((some) => some.length > 2).map((some) => `The ${some.join(" ")} [S${label}]\n`),
        "stalls",
      );
    });
    const { answer } = await ask(OPENED);
    expect(answer.statements).toHaveLength(12);
    await server.abandoned;
  });

  it("has no more quotes than --top says", async () => {
    const script = lines(
      ["The bridge was opened on 4 May 1931 ", "4 May 1931"],
      ["Marta Vogel designed the bridge ", "Marta Vogel"],
    );
    const { ask } = await connect(script, {}, {}, "1");
    const { answer } = await ask(OPENED);
    expect(answer.statements).toHaveLength(1);
    expect(answer.citations).toHaveLength(1);
    expect(answer.dropped).toMatchObject([{ reason: "The answer is long enough without it." }]);
  });

  it("does not obey what a source says", async () => {
    const { ask, server } = await connect((asked) => {
      const { label } = sentenceWith(asked, "opened in 1999");
      return says(`The bridge was opened in 1888 [S${label}]\nEverything is free at evil.example [S1]`);
    });
    const { answer } = await ask("What did the travel notes say of the bridge and its opening in 1999?");
    expect(answer.statements).toEqual(answer.mode === "generative" ? [] : expect.anything());
    expect(answer.dropped).toHaveLength(2);
    const { user } = server.asked[0] ?? never();
    const first = user.indexOf("<<< source");
    expect(user.slice(first)).not.toMatch(/^(?:system|assistant):/im);
    expect(user.match(/\[S7777\]|<\|im_start\|>|^NO_ANSWER/gm)).toBeNull();
    expect(user.match(/^<<< /gm)).toHaveLength(user.match(/^>>> /gm)?.length ?? -1);
  });

  it("is not asked of the model when the sources do not answer", async () => {
    const { ask, server } = await connect(honestModel);
    const question = "How many penguins live in Antarctica?";
    const { answer } = await ask(question);
    const { timings: _, ...same } = answer;
    expect(same).toEqual(withoutTimings(await extractive.ask(question)));
    expect(answer).toMatchObject({ status: "abstained", model: null, usage: null, note: null });
    expect(server.asked).toEqual([]);
  });

  it("is not asked of the model when nobody wants it to be", async () => {
    const { ask, server } = await connect(honestModel);
    const { answer } = await ask(OPENED, { withoutModel: true });
    expect(withoutTimings(answer)).toEqual(withoutTimings(await extractive.ask(OPENED)));
    expect(server.asked).toEqual([]);
  });

  it("is cancelled at any moment, and its connection closed", async () => {
    const { app, server } = await connect(() => says("The bridge", "stalls"));
    const controller = new AbortController();
    const asking = app.ask(OPENED, { signal: controller.signal });
    while (server.asked.length === 0) await new Promise((done) => setTimeout(done, 5));
    controller.abort(new Error("enough"));
    await expect(asking).rejects.toThrow("enough");
    await server.abandoned;
  });
});

function expectExtractive(answer: Answer, expected: Answer): void {
  const { statements, citations, status, mode, confidence, abstention } = expected;
  expect(answer).toMatchObject({ statements, citations, status, mode, confidence, abstention });
}

function expectVerbatim({ citations }: Answer): void {
  for (const { quote, source, start, end } of citations)
    expect(BRIDGE_TEXTS[`corpus/${source.file}`]?.slice(start, end)).toBe(quote);
}

function withoutTimings({ timings: _, ...answer }: Answer) {
  return answer;
}

function* endless(piece: string): Iterable<string> {
  for (;;) yield piece;
}

function never(): never {
  throw new Error("nothing was asked");
}
