/** What a scripted model does when it is asked. */

/** The request as its server understood it. */
export interface AskedOfModel {
  readonly model: string;
  readonly system: string;
  readonly user: string;
  readonly temperature: unknown;
  /** Whether the client asked for a stream. */
  readonly stream: boolean;
  /** What it was sent to get in; empty without a key. */
  readonly key: string;
}

export type ScriptedReply =
  /** Writes text, in pieces of some letters or as given (also without end), and then ends as it says. */
  | {
      readonly kind: "says";
      readonly text: string | Iterable<string>;
      /** `well` by default. `stalls`: nothing more comes. `cut`: the connection breaks. */
      readonly ends?: "well" | "stalls" | "cut";
    }
  | {
      readonly kind: "error";
      readonly status: number;
      readonly saying?: string;
      readonly retryAfter?: string;
    }
  /** Takes the question and says nothing at all, not even a status. */
  | { readonly kind: "silent" }
  /** Breaks the connection before a status. */
  | { readonly kind: "hangs-up" }
  /** These very bytes, with status 200. */
  | { readonly kind: "raw"; readonly body: Uint8Array; readonly type: string };

/** Called for each question, `turn` counted from 1. */
export type ModelScript = (asked: AskedOfModel, turn: number) => ScriptedReply;

export function says(
  text: string | Iterable<string>,
  ends: "well" | "stalls" | "cut" = "well",
): ScriptedReply {
  return { kind: "says", text, ends };
}

/** A sentence of a prompt, and its number. */
export interface PromptSentence {
  readonly label: number;
  readonly text: string;
}

/** The labelled sentences in what a model was asked, in order. */
export function sentencesIn({ user }: AskedOfModel): PromptSentence[] {
  return [...user.matchAll(/^\[S(\d+)\] (.*)$/gm)].map(([, label, text = ""]) => ({
    label: Number(label),
    text,
  }));
}

/** The sentence that holds `words`; throws when none does, so that a test notices. */
export function sentenceWith(asked: AskedOfModel, words: string): PromptSentence {
  const found = sentencesIn(asked).find(({ text }) => text.includes(words));
  if (found === undefined) throw new Error(`no sentence of the prompt holds “${words}”`);
  return found;
}

/** What the question of a prompt is. */
export function questionIn({ user }: AskedOfModel): string {
  return /^(?:Last q|Q)uestion: (.*)$/m.exec(user)?.[1] ?? "";
}

/** Whether it was asked to make a question stand alone. */
export function isRewriting({ user }: AskedOfModel): boolean {
  return /^Last question: /m.test(user);
}
