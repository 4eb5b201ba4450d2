/** All colour and every terminal escape of the command line. Renderers are handed a Style and know no codes. */
import { styleText } from "node:util";
import { createSupportsHyperlinks } from "supports-hyperlinks";
import { PLAIN_LAYOUT, type Style } from "../render/terminal/layout.ts";

type Format = Parameters<typeof styleText>[0];

/** A style for a terminal: eight-colour codes that light and dark themes both show well, and links where known. */
export function terminalStyle(stream: NodeJS.WriteStream): Style {
  const paint = (format: Format) => (text: string) => (text === "" ? "" : styleText(format, text));
  const links = createSupportsHyperlinks(stream);
  // Terminals take an address in ASCII alone; a control character would end the link and begin a command.
  const link = (text: string, url: string) =>
    /\p{C}/u.test(url) || !URL.canParse(url)
      ? text
      : `\u001b]8;;${new URL(url).href}\u0007${text}\u001b]8;;\u0007`;
  return {
    coloured: true,
    strong: paint("bold"),
    faint: paint("dim"),
    accent: paint("cyan"),
    good: paint("green"),
    bad: paint("red"),
    link: links ? link : (text) => text,
  };
}

/** No colour: also for terminals that are told to be plain. */
export const plainStyle: Style = PLAIN_LAYOUT.style;
