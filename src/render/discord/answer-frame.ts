/** What stands around the quotes of an answer: the question, where sources differ, what became of a model. Pure. */
import type { Answer } from "../../answers/answer.ts";
import { packTexts, type Space, shortLine } from "./pages.ts";
import { isEnglish, type Words } from "./words.ts";

/** The question, and how it was understood. */
export function questionTexts(answer: Answer, words: Words, space: Space): string[] {
  const { standaloneQuestion } = answer;
  const most = standaloneQuestion === null ? space.question : Math.floor(space.question / 2) - 15;
  const texts = [`-# ${shortLine(answer.question, most - 3)}`];
  if (standaloneQuestion !== null)
    texts.push(`-# ${words.understoodAs(shortLine(standaloneQuestion, most - 3))}`);
  return texts;
}

/** Where the sources differ, as far as there is room. */
export function differingTexts(answer: Answer, words: Words, space: Space): readonly string[] {
  const differ = answer.disagreements.map(({ about, sides }) => {
    const each = sides.map(
      ({ value, citations }) => `${shortLine(value, 60)} ${citations.map((n) => `\\[${n}\\]`).join("")}`,
    );
    return `**${words.differ(shortLine(about, 60))}** ${each.join(" · ")}`;
  });
  return packTexts(differ, space.differ)[0] ?? [];
}

/** What of a question with several parts is not answered. */
export function unansweredTexts({ unanswered }: Answer, words: Words, space: Space): string[] {
  const most = space.layout === "card" ? 150 : 60;
  return unanswered.map((part) => `-# ${words.doNotSayPart(shortLine(part, most))}`);
}

/** What became of a model, in at most two short lines; its own note is English. */
export function modelRemarks({ note, dropped }: Answer, words: Words): string[] {
  const said = note === null ? [] : [isEnglish(words) ? shortLine(note, 200) : words.modelFailed];
  const left = dropped.length === 0 ? [] : [words.leftOut(dropped.length)];
  return [...said, ...left].map((remark) => `-# ${remark}`);
}
