import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDatabaseUrl, parseDatabaseUrl } from "../../../src/index/postgres/database-address.ts";

describe("the address of an index", () => {
  it.each([
    ["postgres://localhost/news", true],
    ["postgresql://me@host:5433/news", true],
    [".footnote", false],
    ["/var/postgres", false],
    ["C:\\index", false],
  ])("tells a database from a folder: %s", (path, isDatabase) => {
    expect(isDatabaseUrl(path)).toBe(isDatabase);
  });

  it("keeps the driver's settings and takes out its own", () => {
    const address = parseDatabaseUrl(
      "postgresql://me:pw@db:5433/news?schema=own&corpus=n.1&access=read&connections=2&sslmode=require",
    );
    expect(address).toMatchObject({ schema: "own", corpus: "n.1", isReadOnly: true, connections: 2 });
    expect(address.shown).toBe("postgres://me@db:5433/news");
    expect(address.url).toBe("postgresql://me:pw@db:5433/news?sslmode=require&uselibpqcompat=true");
  });

  it.each([
    "postgres://h/d?schema=a;drop",
    "postgres://h/d?schema=Ä",
    'postgres://h/d?schema="a"',
    "postgres://h/d?schema=pg_own",
    "postgres://h/d?corpus=a/b",
    "postgres://h/d?corpus=",
    "postgres://h/d?access=all",
    "postgres://h/d?connections=0",
    "postgres://h:99999/d",
  ])("refuses %s", (url) => {
    expect(() => parseDatabaseUrl(url)).toThrow(expect.objectContaining({ name: "UserError" }));
  });

  it("is never shown with its password", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const password = `pw-${text}-pw`;
        const url = `postgres://me:${encodeURIComponent(password)}@h/d?password=${encodeURIComponent(password)}`;
        for (const shown of [parseDatabaseUrl(url).shown, faultOf(`${url}&access=x`)])
          expect(shown).not.toContain("pw-");
      }),
    );
    expect(faultOf("postgres://me:pw-[@h/d")).not.toContain("pw-");
  });
});

function faultOf(url: string): string {
  try {
    parseDatabaseUrl(url);
    return "none";
  } catch (error) {
    return JSON.stringify(error, ["message", "hint"]);
  }
}
