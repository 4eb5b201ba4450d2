/** The two markdown readers: each sees what is marked, each sees nothing in what is escaped, and they agree. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nastyStrings } from "./markdown/nasty-strings.ts";
import { readByDescent } from "./markdown/read-by-descent.ts";
import { readByPatterns } from "./markdown/read-by-patterns.ts";
import { disturbingMarks, type MarkKind, quotedText, visibleText } from "./markdown.ts";

/** Escapes as the rules of Discord ask for, and quotes every line. */
function quote(text: string): string {
  const escaped = text.replace(/[\\*_~|`>#\-+.[\]()<:@!=]/g, "\\$&");
  return escaped
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
}

const marked: readonly (readonly [string, MarkKind, string])[] = [
  ["*a b*", "italic", "a b"],
  ["_a b_", "italic", "a b"],
  ["**a**", "bold", "a"],
  ["__a__", "underline", "a"],
  ["~~a~~", "strike", "a"],
  ["||a||", "spoiler", "a"],
  ["`a*b*`", "code", "a*b*"],
  ["``a`b``", "code", "a`b"],
  ["```a```", "code block", "a"],
  ["# a", "heading", "a"],
  ["-# a", "subtext", "a"],
  ["- a", "list", "a"],
  ["12. a", "list", "a"],
  ["<@900000000000000011>", "user", "<@900000000000000011>"],
  ["<@&900000000000000011>", "role", "<@&900000000000000011>"],
  ["<#900000000000000011>", "channel", "<#900000000000000011>"],
  ["</ask:900000000000000011>", "command", "</ask:900000000000000011>"],
  ["<t:1700000000:R>", "timestamp", "<t:1700000000:R>"],
  ["<a:b:900000000000000001>", "emoji", "<a:b:900000000000000001>"],
  [":smile:", "emoji", ":smile:"],
  ["@everyone", "everyone", "@everyone"],
  ["@here", "everyone", "@here"],
  ["https://example.com/a", "link", "https://example.com/a"],
  ["<https://example.com>", "link", "<https://example.com>"],
  ["[a](https://example.com)", "link", "a"],
];

describe.each([
  ["by descent", readByDescent],
  ["by patterns", readByPatterns],
])("the reader %s", (_name, read) => {
  it.each(marked)("sees %j as %s", (text, kind, shown) => {
    const seen = read(`x\n${text}\ny`);
    expect(seen.marks.map((mark) => mark.kind)).toContain(kind);
    expect(visibleText(seen)).toBe(`x\n${shown}\ny`);
  });

  it("knows which lines are quoted", () => {
    const { lines } = read("a\n> b\n> c\nd\n>e\n>>> f\ng");
    expect(lines.map((line) => line.isQuoted)).toEqual([false, true, true, false, false, true, true]);
    expect(lines.map((line) => line.text)).toEqual(["a", "b", "c", "d", ">e", "f", "g"]);
  });

  it("reads on over lines inside a quote", () => {
    const seen = read("> **a\n> b**");
    expect(seen.marks).toEqual([{ kind: "bold", text: "a\nb" }]);
    expect(quotedText(seen)).toBe("a\nb");
  });

  it("takes a backslash away before signs and leaves it before letters, digits and spaces", () => {
    expect(visibleText(read("\\* \\a \\1 \\ \\é \\\\"))).toBe("* \\a \\1 \\ é \\");
  });

  it("sees a source's own characters, and no markup, in every awkward quote", () => {
    const wrong = nastyStrings().filter((text) => {
      const seen = read(quote(text));
      return seen.marks.length > 0 || quotedText(seen) !== text || seen.lines.some((line) => !line.isQuoted);
    });
    expect(wrong).toEqual([]);
  });

  it("sees through an escape that forgets one sign", () => {
    for (const forgotten of ["*", "_", "|", "`", "<", "@", ":"]) {
      const weak = (text: string) => quote(text).replaceAll(`\\${forgotten}`, forgotten);
      const caught = nastyStrings().filter((text) => disturbingMarks(read(weak(text))).length > 0);
      expect(caught.length, forgotten).toBeGreaterThan(10);
    }
  });
});

describe("the two readers", () => {
  it("agree on any quoted text", () => {
    const piece = fc.oneof(fc.constantFrom(...nastyStrings()), fc.string({ unit: "binary" }), fc.string());
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
        const text = pieces.join("");
        expect(readByDescent(quote(text))).toEqual(readByPatterns(quote(text)));
        expect(quotedText(readByDescent(quote(text)))).toBe(text);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
