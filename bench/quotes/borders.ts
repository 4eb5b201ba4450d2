import { words } from "./case-words.ts";
import type { CaseMaker } from "./quote-cases.ts";

export const BORDERS: readonly CaseMaker[] = [
  {
    kind: "over a sentence border",
    faithful: true,
    expected: ["exact"],
    make: ({ withNext }) => (withNext?.split(/(?<=\S)\s+(?=\S)/).length ? withNext : null),
  },
  {
    kind: "over a paragraph border",
    faithful: true,
    expected: ["typographic", "exact"],
    make: ({ text, source }) => {
      const end = source.text.indexOf(text) + text.length;
      const border = /^\s*\n\s*\n[\s>#*-]*/.exec(source.text.slice(end));
      if (border === null) return null;
      const next = source.text.slice(end + border[0].length).split("\n")[0] ?? "";
      const taken = words(next).slice(0, 9);
      return taken.length < 4 || /[[\]|]/.test(next)
        ? null
        : `${words(text).slice(-8).join(" ")} ${taken.join(" ")}`;
    },
  },
];
