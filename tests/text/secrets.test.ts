import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Secrets } from "../../src/text/secrets.ts";
import { secretsOfAddress, secretsOfSettings } from "../../src/text/secrets-of-settings.ts";

const KEY = "sk-live-Abc0123456789xyzQRS";

describe("a secret", () => {
  const secrets = new Secrets([KEY, "s3cr3t", "horseradish", "none", "ollama", "2023"]);

  it.each([
    ["as it is", KEY],
    ["in capitals", KEY.toUpperCase()],
    ["with spaces", [...KEY].join(" ")],
    ["with marks", [...KEY].join("-")],
    ["in lines", [...KEY].join("\n")],
    ["with what nobody sees", [...KEY].join("\u200b")],
    [
      "in wide letters",
      [...KEY].map((letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0)).join(""),
    ],
    ["emphasised", `**${KEY.slice(0, 9)}**${KEY.slice(9)}`],
    ["turned round", [...KEY].reverse().join("")],
    ["in part", KEY.slice(8, 22)],
    ["with letters between", [...KEY].join(" x ")],
    ["with words between", [...KEY.slice(0, 24)].join(" or ")],
    ["numbered", [...KEY].map((letter, at) => `${at + 1}${letter}`).join(" ")],
    ["turned round, with letters between", [...KEY].reverse().join("q")],
    ["in pieces with words between", "Abc01234, and after some more words 56789xyzQRS"],
    ["in pieces, the last first", "It ends in 56789xyzQRS; what comes before that is Abc01234"],
    ["in another alphabet's order", "fx-yvir-Nop0123456789klmDEF"],
    ["in Base32", "ONVS23DJOZSS2QLCMMYDCMRTGQ2TMNZYHF4HS6SRKJJQ===="],
    ["in octal", [...Buffer.from(KEY)].map((byte) => `\\${byte.toString(8)}`).join("")],
    ["in octal of three", [...Buffer.from(KEY)].map((byte) => byte.toString(8).padStart(3, "0")).join(" ")],
    ["in bits", [...Buffer.from(KEY)].map((byte) => byte.toString(2).padStart(8, "0")).join(" ")],
    ["in wide hex", Buffer.from(KEY, "utf16le").toString("hex")],
    ["in Base64 twice", Buffer.from(Buffer.from(KEY).toString("base64")).toString("base64")],
    ["in hex", Buffer.from(KEY).toString("hex")],
    ["in hex bytes", [...Buffer.from(KEY)].map((byte) => `0x${byte.toString(16)}`).join(", ")],
    ["in Base64", Buffer.from(KEY).toString("base64")],
    ["in Base64 within more", Buffer.from(`Bearer ${KEY}, it is`).toString("base64")],
    ["in Base64 within more still", Buffer.from(`key=${KEY}`).toString("base64url")],
    ["in percents", [...Buffer.from(KEY)].map((byte) => `%${byte.toString(16)}`).join("")],
    ["in an address", encodeURIComponent(`?key=${KEY}`)],
    ["in escapes", [...KEY].map((letter) => `\\u00${letter.charCodeAt(0).toString(16)}`).join("")],
    ["in entities", [...KEY].map((letter) => `&#${letter.charCodeAt(0)};`).join("")],
    ["in hex entities", [...KEY].map((letter) => `&#x${letter.charCodeAt(0).toString(16)};`).join("")],
    ["short", "s3cr3t"],
    ["a word", "horseradish"],
  ])("is found %s, and struck out", (_, written) => {
    for (const text of [written, `It is “${written}”.`, `It is: ${written}\nand more`]) {
      expect(secrets.holds(text)).toBe(true);
      const struck = secrets.strike(text);
      expect(struck).toContain("(key)");
      expect(secrets.holds(struck)).toBe(false);
    }
  });

  it.each([
    "The keeper of the lantern is Ines Abara. The tower was built in 1931, and 2023 none was left to ollama.",
    "sk-live-",
    "Live to be a hundred: 0123456789",
    "horseradishes, and as3cr3ts",
    "sk live abc, XYZ and QRS: a live letter of the alphabet, 0123 of them, were sent in 2023 by someone in Sweden.",
    "",
  ])("is not found in %j", (text) => {
    expect(secrets.holds(text)).toBe(false);
    expect(secrets.strike(text)).toBe(text);
  });

  it("takes nothing along of the words before and behind it", () => {
    const words = "It is said: Incorrect key provided, see lives at s. k., l. i. v. e. and ask";
    expect(secrets.strike(`${words} ${KEY}. ${words}`)).toBe(`${words} (key). ${words}`);
  });

  it("stays hidden wherever it stands in any text", () => {
    const letters = fc.string({ unit: "binary", maxLength: 40 });
    const key = fc.stringMatching(/^[a-zA-Z0-9_-]{16,40}$/);
    fc.assert(
      fc.property(letters, key, letters, fc.integer({ min: 0, max: 20 }), (before, value, after, cut) => {
        const known = new Secrets([value]);
        const letterCount = value.replace(/[_-]/g, "").length;
        fc.pre(letterCount >= 12);
        const struck = known.strike(`${before}${value}${after}`);
        expect(struck).not.toContain(value);
        expect(known.holds(struck)).toBe(false);
        // In two parts of which one is long enough to be told.
        if (letterCount >= 24)
          expect(known.holds(value.slice(0, cut)) || known.holds(value.slice(cut))).toBe(true);
      }),
    );
  });
});

describe("the secrets of the settings", () => {
  it("are keys, tokens and passwords, and nothing else", () => {
    const variables = {
      OPENAI_API_KEY: " sk-a\n",
      ANTHROPIC_API_KEY: "sk-b",
      DISCORD_TOKEN: "Bot token.of.bot",
      PGPASSWORD: "pass word",
      OPENAI_BASE_URL: "https://user:pa%40ss@host.example/v1/0123456789abcdef0/chat?key=in-query",
      OLLAMA_HOST: "127.0.0.1:11434",
      FOOTNOTE_INDEX: "postgres://me:in-env@db.example/news?corpus=news&sslpassword=in-ssl",
      PATH: "/usr/bin",
    };
    expect(new Set(secretsOfSettings(variables, "postgres://me:in%20flag@db.example/news"))).toEqual(
      new Set([
        ...["sk-a", "sk-b", "token.of.bot", "pass word", "user", "pa%40ss", "pa@ss", "0123456789abcdef0"],
        ...["in-query", "in-env", "in-ssl", "in%20flag", "in flag"],
      ]),
    );
  });

  it.each([
    ["postgres:/u:secret1@host/d", "secret1"],
    ["postgres://u:secret1@host:port/d", "secret1"],
    ["http://u:sec%ret@127.0.0.1:x/", "sec%ret"],
    ["postgres://u:sec/ret@1@host/d", "sec/ret@1"],
  ])("are found in %s, which is no address", (address, secret) => {
    expect(secretsOfAddress(address)).toContain(secret);
  });

  it.each([
    "",
    "corpus",
    ".footnote",
    "http://127.0.0.1:11434",
    "https://api.example.com/v1",
    "postgres://u@h/d",
    "postgres://u@h/d?sslkey=/etc/keys/footnote-client.pem&sslcert=/etc/keys/footnote-client.crt",
  ])("are none in %j", (address) => {
    expect(secretsOfAddress(address)).toEqual([]);
  });
});
