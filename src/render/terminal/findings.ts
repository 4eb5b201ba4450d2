/** What the doctor found, a line each, with what to do below it. */
import type { Finding } from "../../doctor/finding.ts";
import { type Layout, setBlock, setName, setSentence } from "./layout.ts";

const SIGNS: Record<Finding["state"], string> = { well: "ok    ", remark: "note  ", fault: "fault " };

/** The page of text for `footnote doctor`. */
export function renderFindings(findings: readonly Finding[], layout: Layout): string {
  const { style } = layout;
  const paint = { well: style.good, remark: style.accent, fault: style.bad };
  const lines = findings.map(({ about, state, message, hint }) => {
    const sign = paint[state](SIGNS[state]);
    const said = setBlock(
      layout,
      `${setName(layout, about)}: ${setSentence(layout, message, 400)}`,
      sign,
      "      ",
    );
    return hint === null
      ? said
      : `${said}\n${setBlock(layout, `hint: ${setSentence(layout, begin(hint), 400)}`, "      ")}`;
  });
  return `${lines.join("\n")}\n`;
}

/** With a capital, but for the command's own name. */
function begin(hint: string): string {
  return hint.startsWith("footnote ") ? hint : hint.charAt(0).toUpperCase() + hint.slice(1);
}
