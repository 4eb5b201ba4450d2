import { describe, expect, it } from "vitest";
import { quoteLink } from "../../src/answers/text-fragment.ts";

const url = "https://example.org/a";
const link = (text: string, quote: string, at = text.indexOf(quote)) =>
  quoteLink({ url, text }, { start: at, end: at + quote.length });
const linkTo = (address: string) =>
  quoteLink({ url: address, text: "The only words here." }, { start: 0, end: 20 });

describe("a text-fragment link", () => {
  it("names a short quote whole, with the marks of the syntax escaped", () => {
    expect(link("Before. It grew 5-fold, by all & more. After.", "It grew 5-fold, by all & more.")).toBe(
      `${url}#:~:text=It%20grew%205%2Dfold%2C%20by%20all%20%26%20more.`,
    );
  });

  it("names a long quote by its first and last words", () => {
    const quote = `The first words of a long quote ${"and on ".repeat(30)}until the last ones come here.`;
    expect(link(`Start. ${quote} End.`, quote)).toBe(
      `${url}#:~:text=The%20first%20words%20of,last%20ones%20come%20here.`,
    );
  });

  it("adds what stands around a quote that stands twice", () => {
    const text = "In May he said so. Nobody heard it then. In June he said so. Many heard it now.";
    expect(link(text, "he said so.", text.lastIndexOf("he said so."))).toBe(
      `${url}#:~:text=it%20then.%20In%20June-,he%20said%20so.,-Many%20heard%20it%20now.`,
    );
  });

  it("leads to the page alone where no fragment would lead to this place only", () => {
    const line = "The same line again and again. ";
    expect(link(line.repeat(6), "The same line again and again.", line.length * 2)).toBe(url);
  });

  it("ends where the quote ends, though its last words stand in it before", () => {
    const quote = `It began ${"and then it ended for good ".repeat(9)}and so it ended.`;
    expect(link(`${quote} More.`, quote)).not.toContain("for%20good,");
  });

  it("takes words for the same whatever their case, accents and marks, as browsers do", () => {
    const text = "He saw the café there. “HE SAW THE CAFE\u0301 THERE.” He saw the cafés there.";
    expect(link(text, "He saw the café there.")).toBe(url);
    expect(link(text, "He saw the cafés there.")).toContain("#:~:text=He%20saw");
  });

  it("names no word that is cut off by how far it looks around", () => {
    const long = "x".repeat(300);
    const text = `One. He said so. ${long} He said so. ${long} two.`;
    expect(link(text, "He said so.", text.lastIndexOf("He said so."))).toBe(url);
  });

  it("goes into the fragment that an address has, in the place of another text", () => {
    const text = "text=The%20only%20words%20here.";
    expect(linkTo("https://example.org/a#part")).toBe(`https://example.org/a#part:~:${text}`);
    expect(linkTo("https://example.org/a#part:~:text=other")).toBe(`https://example.org/a#part:~:${text}`);
    expect(linkTo("https://example.org/a#:~:text=other&text=more")).toBe(`https://example.org/a#:~:${text}`);
    expect(linkTo("https://example.org/a#!/b#c")).toBe(`https://example.org/a#!/b#c:~:${text}`);
    const twice = { url: "https://example.org/a#part:~:text=other", text: "Same.\n\nSame." };
    expect(quoteLink(twice, { start: 0, end: 5 })).toBe("https://example.org/a#part");
  });

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "https://user@example.org/",
    "https://user:secret@example.org/",
    "https://example.org@evil.example/",
    "https://example.org\\@evil.example/",
    "https://a b.example/",
    "https://example.org/\u202egro",
    "https://example.org/\u0000",
    "https://example.org/\u200bx",
    "https://example.org/\u2028x",
    'https://example.org/"><b>',
    "https://",
    "https://[::1",
    "//example.org/",
    "example.org",
    "",
  ])("is none where the address is none to follow: %j", (address) => {
    expect(linkTo(address)).toBeNull();
  });

  it("is made of addresses in any script", () => {
    expect(linkTo("https://az.example/Bakı?q=a&b=[c]")).toContain(
      "https://az.example/Bakı?q=a&b=[c]#:~:text=",
    );
  });

  it("survives lone surrogates", () => {
    expect(link("a \ud800 b", "a \ud800 b")).toContain("#:~:text=a%20%EF%BF%BD%20b");
  });
});
