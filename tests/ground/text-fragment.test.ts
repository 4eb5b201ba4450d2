import { describe, expect, it } from "vitest";
import { textFragmentLink } from "../../src/ground/text-fragment.ts";

const url = "https://example.org/a";
const link = (text: string, quote: string, at = text.indexOf(quote)) =>
  textFragmentLink(url, text, { start: at, end: at + quote.length });

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

  it("survives lone surrogates", () => {
    expect(link("a \ud800 b", "a \ud800 b")).toContain("#:~:text=a%20%EF%BF%BD%20b");
  });
});
