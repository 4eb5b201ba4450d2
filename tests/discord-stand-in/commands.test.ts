/** Command definitions: what Discord refuses, how it keeps what it takes, and whom a client offers it to. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { furniture } from "./furnished-world.ts";
import type { Json, JsonObject } from "./json.ts";
import { rest } from "./raw-client.ts";
import type { StandIn } from "./stand-in.ts";
import { startStandIn } from "./start-stand-in.ts";

const global = `/applications/${furniture.application}/commands`;
const inGuild = `/applications/${furniture.application}/guilds/${furniture.guild}/commands`;
const a = (n: number): string => "a".repeat(n);
const slash = (more: JsonObject = {}): JsonObject => ({ name: "ask", type: 1, description: "a", ...more });
const option = (more: JsonObject = {}): JsonObject => ({ name: "word", type: 3, description: "a", ...more });
const choices = (n: number, length = 1) =>
  Array.from({ length: n }, (_, i) => ({ name: a(length), value: String(i) }));

const refused: readonly (readonly [string, readonly JsonObject[], string])[] = [
  ["a name in upper case", [slash({ name: "Ask" })], "0.name"],
  ["a name with a space", [slash({ name: "ask me" })], "0.name"],
  ["a name of 33", [slash({ name: a(33) })], "0.name"],
  [
    "a translated name in upper case",
    [slash({ name_localizations: { de: "Frage" } })],
    "0.name_localizations.de",
  ],
  ["a language nobody speaks", [slash({ name_localizations: { xx: "a" } })], "0.name_localizations.xx"],
  ["a description of 101", [slash({ description: a(101) })], "0.description"],
  ["no description", [slash({ description: undefined })], "0.description"],
  ["a described menu", [{ name: "Check", type: 3, description: "a" }], "0.description"],
  [
    "26 options",
    [slash({ options: Array.from({ length: 26 }, (_, n) => option({ name: `w${n}` })) })],
    "0.options",
  ],
  [
    "a required option after another",
    [slash({ options: [option(), option({ name: "b", required: true })] })],
    "0.options.1",
  ],
  ["two options of one name", [slash({ options: [option(), option()] })], "0.options.1.name"],
  ["26 choices", [slash({ options: [option({ choices: choices(26) })] })], "0.options.0.choices"],
  [
    "a choice of 101",
    [slash({ options: [option({ choices: choices(1, 101) })] })],
    "0.options.0.choices.0.name",
  ],
  [
    "autocomplete beside choices",
    [slash({ options: [option({ autocomplete: true, choices: choices(1) })] })],
    "0.options.0.autocomplete",
  ],
  ["a longest text of 6,001", [slash({ options: [option({ max_length: 6001 })] })], "0.options.0.max_length"],
  [
    "8,001 characters in all",
    [
      slash({
        options: Array.from({ length: 25 }, (_, n) => option({ name: `w${n}`, choices: choices(4, 80) })),
      }),
    ],
    "0",
  ],
  ["the same name twice", [slash(), slash()], "1.name"],
  ["16 menus", Array.from({ length: 16 }, (_, n) => ({ name: `Menu ${n}`, type: 3 })), ""],
];

describe("a command", () => {
  let standIn: StandIn;
  const put = (path: string, body: Json) => rest(standIn, "PUT", path, body);

  beforeAll(async () => {
    standIn = await startStandIn({ requestsPerSecond: 1000 });
  });
  afterAll(() => standIn.close());

  it.each(refused)("is refused with %s", async (_name, body, path) => {
    const answer = await put(global, body);
    expect(answer).toMatchObject({ status: 400, code: 50035 });
    expect(Object.keys(answer.fields)).toContain(path);
  });

  it("keeps its id, and its version while it stays the same", async () => {
    const versions = async (body: readonly JsonObject[]) => {
      const { json } = await put(global, body);
      return Array.isArray(json) ? json.map((one) => [one.id, one.version]) : [];
    };
    const first = await versions([slash(), { name: "Check quotes", type: 3 }]);
    const same = await versions([slash(), { name: "Check quotes", type: 3 }]);
    const other = await versions([slash({ description: "b" }), { name: "Check quotes", type: 3 }]);
    expect(same).toEqual(first);
    expect(other[1]).toEqual(first[1]);
    expect(other[0]?.[0]).toBe(first[0]?.[0]);
    expect(other[0]?.[1]).not.toBe(first[0]?.[1]);
  });

  it("shows its translations only to who asks for them", async () => {
    await put(global, [slash({ name_localizations: { de: "frage" } })]);
    const [plain, full] = [
      await rest(standIn, "GET", global),
      await rest(standIn, "GET", `${global}?with_localizations=true`),
    ];
    expect(plain.json).toMatchObject([{ name: "ask" }]);
    expect(Object.keys(Object(plain.json)[0])).not.toContain("name_localizations");
    expect(full.json).toMatchObject([{ name_localizations: { de: "frage" } }]);
  });

  it("is offered by context, installation and permission", async () => {
    const bare = slash({ name: "everywhere" });
    const guilds = slash({ name: "guilds", contexts: [0] });
    const keepers = slash({ name: "keepers", contexts: [0], default_member_permissions: "32" });
    const admins = slash({ name: "admins", default_member_permissions: 0, contexts: [0] });
    const users = slash({ name: "users", contexts: [0, 1, 2], integration_types: [0, 1] });
    await put(global, [bare, guilds, keepers, admins, users]);
    await put(inGuild, [slash({ name: "here" })]);
    const offered = (place: object) => standIn.person.commands(place);
    expect(await offered({ user: "other" })).toEqual(["everywhere", "guilds", "here", "users"]);
    expect(await offered({ user: "keeper" })).toEqual(["everywhere", "guilds", "here", "keepers", "users"]);
    expect(await offered({ dm: true })).toEqual(["everywhere", "users"]);
    expect(await offered({ foreign: true })).toEqual(["users"]);
    expect(await offered({ foreign: true, user: "stranger" })).toEqual([]);
  });

  it("can be made anew two hundred times a day", async () => {
    const batch = (name: string) => Array.from({ length: 99 }, (_, n) => slash({ name: `${name}${n}` }));
    expect((await put(global, batch("x"))).status).toBe(200);
    expect(await put(global, batch("y"))).toMatchObject({ status: 400, code: 30034 });
  });
});
