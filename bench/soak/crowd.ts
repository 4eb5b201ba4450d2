/** Two hundred people who ask, quote and press buttons; and whether each of them was answered once. */
import { readFileSync } from "node:fs";
import type { StandIn } from "../../tests/discord-stand-in/stand-in.ts";
import type { Random } from "./random.ts";

export interface Crowd {
  /** Somebody does something; nothing is waited for. */
  act(): void;
  /** When everybody has stopped waiting. */
  settled(): Promise<void>;
  /** Who was answered how often. What was asked around `disturbances` of the connection may have been lost. */
  examine(disturbances: readonly number[]): Promise<{
    readonly counts: Readonly<Record<string, number>>;
    readonly problems: readonly string[];
  }>;
}

interface Deed {
  readonly what: string;
  readonly at: number;
  /** Of an interaction. */
  interaction: string | null;
  /** What was written, and where. */
  message: { readonly id: string; readonly channel: string } | null;
  fault: string | null;
}

const QUESTIONS = readFileSync("tests/evals/questions.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => String(JSON.parse(line).question));
const MOST_UNDER_WAY = 60;
/** An interaction counts three seconds: what is asked so shortly before or after a cut may never be heard of. */
const LOST_WITHIN_MS = 8000;

export function createCrowd(standIn: StandIn, random: Random, people: number): Crowd {
  const deeds: Deed[] = [];
  const cards: string[] = [];
  let underWay = 0;
  const someone = () => `person-${Math.floor(random.next() * people)}`;
  const question = () => random.pick(QUESTIONS);

  const run = (what: string, act: (deed: Deed) => Promise<void>): void => {
    const at = performance.now();
    const deed: Deed = { what, at, interaction: null, message: null, fault: null };
    deeds.push(deed);
    underWay += 1;
    act(deed)
      .catch((error: unknown) => {
        deed.fault = error instanceof Error ? error.message : String(error);
      })
      .finally(() => {
        underWay -= 1;
      });
  };
  const slash = (name: string, options: Record<string, string>) => async (deed: Deed) => {
    const record = await standIn.person.slash(name, options, { user: someone() });
    deed.interaction = record.id;
    if (name === "ask" && record.message !== null) cards.push(record.message.id);
  };
  const say = (place: { readonly dm?: boolean; readonly mention?: boolean }) => async (deed: Deed) => {
    const record = await standIn.person.say(question(), { user: someone(), ...place });
    deed.message = { id: record.messageId, channel: record.channelId };
  };
  const press = async (deed: Deed) => {
    const record = await standIn.person.click("Next", random.pick(cards.slice(-50)), { user: someone() });
    deed.interaction = record.id;
  };
  return {
    act() {
      if (underWay >= MOST_UNDER_WAY) return;
      const dice = random.next();
      if (dice < 0.5) run("/ask", slash("ask", { question: question() }));
      else if (dice < 0.65) run("mention", say({ mention: true }));
      else if (dice < 0.8) run("direct message", say({ dm: true }));
      else if (dice < 0.9) run("/quote", slash("quote", { text: question() }));
      else if (cards.length === 0) run("/sources", slash("sources", {}));
      else run("a press", press);
    },
    async settled() {
      while (underWay > 0) await new Promise((resolve) => setTimeout(resolve, 200));
    },
    async examine(disturbances) {
      const answers = await countAnswers(standIn, deeds);
      const counts: Record<string, number> = {};
      const problems: string[] = [];
      const count = (name: string) => {
        counts[name] = (counts[name] ?? 0) + 1;
      };
      for (const deed of deeds) {
        const outcome = await outcomeOf(standIn, deed, answers);
        count(`${deed.what}: ${outcome}`);
        if (
          outcome !== "answered once" &&
          outcome !== "not possible" &&
          !(outcome === "no answer" && mayBeLost(deed, disturbances))
        )
          problems.push(`${deed.what}: ${outcome} ${deed.interaction ?? deed.message?.id ?? deed.fault}`);
      }
      return { counts, problems };
    },
  };
}

/** How many answers each message has; in a direct message the average of all there, because none names its question. */
async function countAnswers(standIn: StandIn, deeds: readonly Deed[]): Promise<(deed: Deed) => number> {
  const byPlace = new Map<string, number>();
  const add = (place: string | null) => {
    if (place !== null) byPlace.set(place, (byPlace.get(place) ?? 0) + 1);
  };
  for (const { replyTo, channelId } of await standIn.seen.botMessages()) {
    add(replyTo);
    if (replyTo !== channelId) add(channelId);
  }
  const asked = new Map<string, number>();
  for (const { what, message } of deeds)
    if (what === "direct message" && message !== null)
      asked.set(message.channel, (asked.get(message.channel) ?? 0) + 1);
  return ({ what, message }) => {
    if (message === null) return 0;
    if (what !== "direct message") return byPlace.get(message.id) ?? 0;
    return (byPlace.get(message.channel) ?? 0) / (asked.get(message.channel) ?? 1);
  };
}

async function outcomeOf(standIn: StandIn, deed: Deed, answersTo: (deed: Deed) => number): Promise<string> {
  const { what, interaction, message, fault } = deed;
  // The stand-in's person refuses what a client does not offer, such as a button of a message that has none.
  if (fault !== null) return what === "a press" ? "not possible" : `failed (${fault})`;
  if (interaction !== null) {
    const { failure, acknowledgement, message: shown } = await standIn.seen.record(interaction);
    if (failure !== null || acknowledgement === "none") return "no answer";
    return shown?.isLoading ? "still thinking" : "answered once";
  }
  const answers = message === null ? 0 : answersTo(deed);
  if (answers < 1) return "no answer";
  return answers === 1 ? "answered once" : "answered twice";
}

/** Whether the connection was disturbed around it. */
function mayBeLost({ at }: Deed, disturbances: readonly number[]): boolean {
  return disturbances.some((then) => Math.abs(then - at) < LOST_WITHIN_MS);
}
