/**
 * Shows a model's answer while it is being written: edits at a pace that Discord allows, a button to stop it, and an
 * end to the work when nobody can see it any more. The final answer is not its business.
 */
import type { Citation, Statement, StatementShown } from "../answers/answer.ts";
import type { MessagePayload } from "../render/discord/components.ts";
import type { Words } from "../render/discord/words.ts";
import { renderWriting } from "../render/discord/writing.ts";
import type { WhileAsking } from "./answering.ts";

export interface LiveWish {
  /** Id of the screen to come. */
  readonly screen: string;
  /** Who may stop it. */
  readonly owner: string;
  readonly question: string;
  readonly words: Words;
  /** Shows something in the place of the answer. False when that place is gone. */
  readonly preview: (payload: MessagePayload) => Promise<boolean>;
  /** Gives it up. */
  readonly signal?: AbortSignal | undefined;
}

export interface LiveAnswer extends WhileAsking {
  readonly signal: AbortSignal;
  /** Resolves when no preview is under way any more; none follows. */
  end(): Promise<void>;
}

export interface LiveAnswers {
  begin(wish: LiveWish): LiveAnswer;
  /** Gives up the answer. `other`: it is somebody else's; `over`: there is none (any more). */
  stop(screen: string, person: string): "stopped" | "other" | "over";
}

/** Between two edits of one message: Discord bears five in five seconds. */
const PACE_MS = 1500;
/** Quicker answers need no preview. */
const SILENT_MS = 2500;

export function createLiveAnswers(): LiveAnswers {
  const underWay = new Map<string, { readonly owner: string; readonly own: AbortController }>();
  return {
    begin(wish) {
      const own = new AbortController();
      underWay.set(wish.screen, { owner: wish.owner, own });
      const live = preview(wish, own);
      const giveUp = () => own.abort();
      wish.signal?.addEventListener("abort", giveUp, { once: true });
      if (wish.signal?.aborted) giveUp();
      return {
        ...live,
        async end() {
          wish.signal?.removeEventListener("abort", giveUp);
          underWay.delete(wish.screen);
          await live.end();
        },
      };
    },
    stop(screen, person) {
      const found = underWay.get(screen);
      if (found === undefined) return "over";
      if (found.owner !== person) return "other";
      found.own.abort();
      return "stopped";
    },
  };
}

function preview({ screen, question, words, preview: show }: LiveWish, own: AbortController): LiveAnswer {
  const statements: Statement[] = [];
  const citations = new Map<number, Citation>();
  let standaloneQuestion: string | null = null;
  let isOver = false;
  let underWay: Promise<void> = Promise.resolve();
  let timer = setTimeout(() => void send(), SILENT_MS);
  let sentAt = 0;

  const send = (): void => {
    const shown = { question, standaloneQuestion, statements, citations: [...citations.values()] };
    sentAt = performance.now();
    underWay = show(renderWriting(shown, screen, words)).then(
      (isThere) => {
        if (!isThere) own.abort();
      },
      () => undefined,
    );
  };
  /** The next preview, when the pace allows it and the one before has arrived. */
  const schedule = (): void => {
    clearTimeout(timer);
    const pause = Math.max(0, sentAt === 0 ? 0 : sentAt + PACE_MS - performance.now());
    timer = setTimeout(() => {
      void underWay.then(() => {
        if (!isOver) send();
      });
    }, pause);
  };
  return {
    signal: own.signal,
    onStatement(said: StatementShown) {
      if (isOver || statements.some(({ text }) => text === said.statement.text)) return;
      standaloneQuestion = said.standaloneQuestion;
      statements.push(said.statement);
      for (const citation of said.citations) citations.set(citation.n, citation);
      schedule();
    },
    async end() {
      isOver = true;
      clearTimeout(timer);
      await underWay;
    },
  };
}
