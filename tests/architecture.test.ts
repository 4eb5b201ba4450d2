/** Holds the rooms to their rules: who imports whom, and who alone may touch the world outside. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

/** The rooms each room may import values from; types may come from any room that stands before it. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  "errors.ts": [],
  text: [],
  language: ["text"],
  "service-settings.ts": ["text"],
  "config.ts": ["text", "service-settings.ts"],
  models: ["text", "service-settings.ts"],
  corpus: ["text"],
  passages: ["text", "corpus"],
  embedders: ["text", "service-settings.ts", "models"],
  index: ["text", "corpus", "passages", "embedders"],
  retrieve: ["text", "corpus", "passages"],
  prompts: ["text", "corpus"],
  extract: ["text", "corpus", "passages"],
  disagree: ["text", "corpus", "passages"],
  answers: ["text", "corpus", "passages", "disagree"],
  statements: ["text", "language", "answers"],
  quotes: ["text", "corpus", "passages", "answers", "statements"],
  asking: [
    ...["text", "corpus", "index", "models", "prompts", "retrieve", "extract", "disagree", "answers"],
    ...["statements", "quotes"],
  ],
  doctor: ["text", "corpus", "embedders", "index", "models", "prompts"],
  eval: ["text", "answers"],
  render: ["text", "answers"],
  cli: ["text", "answers", "render", "eval", "doctor", "app.ts", "config.ts"],
  discord: ["text", "answers", "render", "app.ts", "config.ts"],
  "app.ts": ["corpus", "embedders", "index", "asking"],
};
const ORDER = Object.keys(MAY_IMPORT);
const DOORS = ["cli", "discord"];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typesOnly: boolean;
}

const files = readdirSync("src", { recursive: true })
  .map(String)
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"));
const read = (file: string) => readFileSync(join("src", file), "utf8");
const roomOf = (file: string) => file.split(/[\\/]/)[0] ?? "";

const STATEMENT = /^\s*(?:import|export)\s(?:(type)\s)?(?:([^;"]*?)\sfrom\s)?"(\.[^"]+)"/gm;
const DYNAMIC = /import\(\s*"(\.[^"]+)"\s*\)/g;

const imports: Import[] = files.flatMap((file) => {
  const target = (path: string) => normalize(join(dirname(file), path));
  const statements = [...read(file).matchAll(STATEMENT)].map(([, type, names, path = ""]) => {
    const bindings = (names ?? "").replace(/[{}]/g, "").split(",");
    const named = bindings.map((name) => name.trim()).filter((name) => name !== "");
    const onlyTypes =
      type !== undefined || (named.length > 0 && named.every((name) => name.startsWith("type ")));
    return { from: file, to: target(path), typesOnly: onlyTypes };
  });
  const dynamic = [...read(file).matchAll(DYNAMIC)].map(([, path = ""]) => ({
    from: file,
    to: target(path),
    typesOnly: false,
  }));
  return [...statements, ...dynamic];
});

describe("the rooms", () => {
  it("are all listed, and every import is seen", () => {
    expect(files.map(roomOf).filter((room) => !ORDER.includes(room))).toEqual([]);
    expect(imports.length).toBeGreaterThan(files.length);
    expect(imports.filter(({ to }) => !files.includes(to) && !to.endsWith(".d.ts"))).toEqual([]);
  });

  it("import values only from the rooms they may", () => {
    const broken = imports.filter(({ from, to, typesOnly }) => {
      const [room, other] = [roomOf(from), roomOf(to)];
      if (room === other || other === "errors.ts" || typesOnly) return false;
      // The command that starts the other door, and the one that examines what it needs.
      if (from === join("cli", "commands", "bot.ts") && to === join("discord", "main.ts")) return false;
      if (from === join("cli", "commands", "doctor.ts") && to === join("discord", "account.ts")) return false;
      return !(MAY_IMPORT[room] ?? []).includes(other);
    });
    expect(broken).toEqual([]);
  });

  it("take types only from rooms that stand before them", () => {
    const broken = imports.filter(({ from, to, typesOnly }) => {
      const [room, other] = [roomOf(from), roomOf(to)];
      if (room === other || other === "errors.ts" || !typesOnly || DOORS.includes(room)) return false;
      return ORDER.indexOf(other) > ORDER.indexOf(room);
    });
    expect(broken).toEqual([]);
  });
});

describe("the world outside", () => {
  const filesWith = (pattern: RegExp) => files.filter((file) => pattern.test(read(file)));
  const outside = (found: readonly string[], ...allowed: readonly (string | RegExp)[]) =>
    found.filter(
      (file) => !allowed.some((rule) => (typeof rule === "string" ? file === rule : rule.test(file))),
    );

  it("reads the environment in config.ts alone", () => {
    expect(outside(filesWith(/process\.env/), "config.ts")).toEqual([]);
  });

  it("writes to the console and ends the process in the doors alone", () => {
    expect(outside(filesWith(/console\.|process\.(exit\(|stdout|stderr)/), /^(cli|discord)\//)).toEqual([]);
  });

  it("touches files in corpus and index, and where a door is told to", () => {
    expect(
      outside(filesWith(/from "node:fs/), /^(corpus|embedders|index|prompts|doctor|cli|discord)\//),
    ).toEqual([]);
  });

  it("keeps hnswlib, the encoder and the Discord library behind their files", () => {
    expect(outside(filesWith(/["']@langchain\/community/), /^index\/vectors\//)).toEqual([]);
    expect(outside(filesWith(/["']@energetic-ai/), /^embedders\//)).toEqual([]);
    expect(outside(filesWith(/from ["']discord\.js/), /^discord\//)).toEqual([]);
    expect(outside(filesWith(/["']@langchain\/(?:ollama|anthropic)/), /^models\//)).toEqual([]);
    expect(outside(filesWith(/["']@langchain\/core\/prompts/), /^prompts\//)).toEqual([]);
  });

  it("asks servers of models in one file alone", () => {
    const asking = /\{[^}]*\brequest\b[^}]*\} from "node:https?"|globalThis\.fetch\(|["']undici["']/;
    expect(outside(filesWith(asking), join("models", "send.ts"))).toEqual([]);
    // There it is a `fetch` of the exchange's that bears the same name.
    expect(outside(filesWith(/(?:await|return|=|\() ?fetch\(/), join("models", "ask-json.ts"))).toEqual([]);
  });

  it("has no clock and no chance in the rooms that decide", () => {
    const pattern = /Date\.now|new Date\(\)|performance\.now|Math\.random|randomUUID/;
    expect(
      filesWith(pattern).filter((file) =>
        /^(text|passages|extract|disagree|answers|statements|quotes|render)\//.test(file),
      ),
    ).toEqual([]);
  });

  it("makes a verified quote in one file only", () => {
    expect(filesWith(/as VerifiedQuote/)).toEqual([join("answers", "verify-quote.ts")]);
  });
});
