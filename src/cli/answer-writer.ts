/** Prints an answer: a model's statement by statement as they come, any other when it is whole, JSON as one line. */
import type { Answer, StatementShown } from "../answers/answer.ts";
import { renderAnswer, renderEnding, renderOpening } from "../render/terminal/answer.ts";
import { createGeneratedAnswerRenderer, renderModelRemarks } from "../render/terminal/generated-answer.ts";
import { PLAIN_LAYOUT } from "../render/terminal/layout.ts";
import type { CommandContext } from "./program.ts";
import { createWaitingLine } from "./waiting-line.ts";

export interface AnswerWriter {
  /** For `onStatement`: absent where nothing is printed before the end. */
  readonly onStatement: ((shown: StatementShown) => void) | undefined;
  /** Prints what is not printed yet; `carried` goes first in the JSON. */
  finish(answer: Answer, carried?: object): void;
  /** There will be no answer. */
  abandon(): void;
}

/** For one answer. */
export function createAnswerWriter({ config, terminal }: CommandContext): AnswerWriter {
  if (config.json)
    return {
      onStatement: undefined,
      finish: (answer, carried = {}) => terminal.printJson({ ...carried, ...answer }),
      abandon: () => undefined,
    };
  const { layout } = terminal;
  const renderer = createGeneratedAnswerRenderer(layout);
  const waiting = config.model === "none" ? null : createWaitingLine(terminal, `Asking ${config.model}`);
  let isOpen = false;
  return {
    onStatement(shown) {
      waiting?.done();
      if (!isOpen) terminal.print(renderOpening(shown.standaloneQuestion, layout));
      isOpen = true;
      terminal.print(renderer.statement(shown));
    },
    finish(answer) {
      waiting?.done();
      terminal.print(isOpen ? renderEnding(answer, layout) : renderAnswer(answer, layout));
      const remarks = renderModelRemarks(answer, terminal.animated ? layout : PLAIN_LAYOUT, config.verbose);
      if (remarks !== "") terminal.note(remarks);
    },
    abandon: () => waiting?.done(),
  };
}
