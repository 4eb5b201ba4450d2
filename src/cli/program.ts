/** The commands and their options. What a command does stands in its own file, loaded only when it is called. */
import { Command, CommanderError, Option } from "commander";
import { type Config, type Flags, readConfig } from "../config.ts";
import { UserError } from "../errors.ts";
import type { ExitCode } from "./fault.ts";
import { EVAL_HELP, VERIFY_HELP } from "./help-texts.ts";
import { findShippedCorpus, shippedCorpusRemark } from "./shipped-corpus.ts";
import { createTerminal, type Terminal } from "./terminal.ts";
import { noSuchCommand, refuseWords, usageFault } from "./usage.ts";

declare const FOOTNOTE_VERSION: string;

/** What every command is handed. */
export interface CommandContext {
  readonly config: Config;
  readonly terminal: Terminal;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Runs the command that `words` name; help and version count as success. Throws what the command throws. */
export async function runProgram(words: readonly string[], signal: AbortSignal): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = createProgram(async (flags, body) => {
    const shipped = await findShippedCorpus();
    const config = readConfig(flags, undefined, shipped ?? undefined);
    const terminal = await createTerminal(config);
    // Nothing is said where somebody named this very folder.
    if (config.corpusPath === shipped && readConfig(flags).corpusPath !== shipped)
      terminal.note(shippedCorpusRemark(shipped));
    exitCode = await body({ config, terminal, signal });
  });
  try {
    await program.parseAsync([...words], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return 0;
    if (error.code === "commander.help") {
      const [first, wanted] = words;
      if (first === "help" && wanted !== undefined) throw noSuchCommand(program, wanted);
      process.stderr.write(program.helpInformation());
      return 2;
    }
    throw usageFault(program, words, error);
  }
  return exitCode;
}

type FindFlags = Omit<Flags, "source"> & {
  readonly source?: string;
  readonly batch?: string;
  readonly text?: string;
};
type Body = (context: CommandContext) => Promise<ExitCode>;
type Run = (flags: Flags, body: Body) => Promise<void>;

function createProgram(run: Run): Command {
  const program = new Command("footnote")
    .description("Answers questions from a folder of texts, word for word, with citations you can look up.")
    .version(FOOTNOTE_VERSION)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined, outputError: () => undefined })
    .showHelpAfterError(false);
  addAsking(program, run);
  addLooking(program, run);
  addKeeping(program, run);
  addServing(program, run);
  return program;
}

function addAsking(program: Command, run: Run): void {
  answering(program.command("ask [question...]"))
    .description("answer one question")
    .option("--batch <file>", "a question a line from a file or - for standard input; one JSON answer a line")
    .action((question: string[], flags: Flags & { batch?: string }) =>
      run(flags, async (context) => {
        if (flags.batch !== undefined) {
          refuseWords(question, "--batch");
          const { askBatch } = await import("./commands/ask-batch.ts");
          return askBatch(context, flags.batch);
        }
        const { ask } = await import("./commands/ask.ts");
        return ask(context, question.join(" "));
      }),
    );
  answering(program.command("chat"))
    .description("a conversation with follow-ups")
    .action((flags: Flags) =>
      run(flags, async (context) => (await import("./commands/chat.ts")).chat(context)),
    );
}

function addLooking(program: Command, run: Run): void {
  reading(program.command("cite <citation-id>"))
    .description("show a quote in its place")
    .option("--context <n>", "paragraphs to show before and after", "1")
    .action((id: string, flags: Flags & { context: string }) =>
      run(flags, async (context) => (await import("./commands/cite.ts")).cite(context, id, flags.context)),
    );
  reading(program.command("find [quote...]"))
    .description("is this quote in the sources, and is it exact?")
    .option("--source <id>", "the source it is said to come from")
    .option("--batch <file>", "a claim a line (JSON) from a file or - for standard input; one verdict a line")
    .option("--text <file>", "check every quotation in a text from a file or - for standard input")
    .action((quote: string[], { source, ...flags }: FindFlags) =>
      run(flags, async (context) => {
        const { find, findBatch, findInText } = await import("./commands/find.ts");
        if (flags.text !== undefined) refuseWords(flags.batch === undefined ? quote : ["--batch"], "--text");
        if (flags.batch !== undefined) refuseWords(quote, "--batch");
        if (flags.text !== undefined) return findInText(context, flags.text, source);
        if (flags.batch !== undefined) return findBatch(context, flags.batch, source);
        return find(context, quote.join(" "), source);
      }),
    );
  reading(program.command("verify <answer>"))
    .description(
      "is all that an earlier JSON answer says still so? (a file or - for standard input; one or one a line)",
    )
    .addHelpText("after", VERIFY_HELP)
    .action((file: string, flags: Flags) =>
      run(flags, async (context) => (await import("./commands/verify.ts")).verify(context, file)),
    );
  reading(program.command("sources"))
    .description("list the sources")
    .option("--conflicts", "list instead where they give different values for the same thing")
    .action(({ conflicts, ...flags }: Flags & { conflicts?: boolean }) =>
      run(flags, async (context) => {
        const { listConflicts, sources } = await import("./commands/sources.ts");
        return conflicts ? listConflicts(context) : sources(context);
      }),
    );
}

function addKeeping(program: Command, run: Run): void {
  reading(program.command("index"))
    .description("build or refresh the index and say what changed")
    .option("--watch", "go on, and refresh whenever a file changes")
    .option("--force", "start anew")
    .action((flags: Flags & { watch?: boolean; force?: boolean }) =>
      run(flags, async (context) => {
        const { indexCorpus } = await import("./commands/index-corpus.ts");
        return indexCorpus(context, { watch: flags.watch ?? false, force: flags.force ?? false });
      }),
    );
  addMeasuring(program, run);
  reading(program.command("doctor"))
    .description("check what Footnote needs and say what to do about each fault")
    .option("--sources", "look through the texts: what cannot be seen in them, what misleads")
    .action((flags: Flags & { sources?: boolean }) =>
      run(flags, async (context) => {
        const { doctor } = await import("./commands/doctor.ts");
        return doctor(context, { sources: flags.sources ?? false });
      }),
    );
}

type EvalFlags = Flags & {
  readonly against?: string;
  readonly self?: boolean;
  readonly questions?: string;
  readonly seed?: string;
};

function addMeasuring(program: Command, run: Run): void {
  reading(program.command("eval [questions]"))
    .description("measure answers against labelled questions (JSON lines), or against the texts themselves")
    .option("--against <run.json>", "what got better and worse since a saved run of eval --json")
    .option(
      "--self",
      "no labels: ask for sentences of the texts in other words, then hide them and ask again",
    )
    .option("--questions <n>", "with --self: how many (default: 100, at most 1000)")
    .option("--seed <n>", "with --self: another seed draws other sentences (default: 1)")
    .addOption(topOption())
    .addHelpText("after", EVAL_HELP)
    .action((file: string | undefined, { against, self, questions, seed, ...flags }: EvalFlags) =>
      run(flags, async (context) => {
        if (self === true && (file !== undefined || against !== undefined))
          throw new UserError(
            "--self makes its own questions.",
            "Leave out the file of questions and --against, or leave out --self.",
          );
        if (self === true)
          return (await import("./commands/self-test.ts")).selfTest(context, { questions, seed });
        if (questions !== undefined || seed !== undefined)
          throw new UserError("--questions and --seed belong to --self.", "See footnote eval --help.");
        if (file === undefined)
          throw new UserError(
            "There are no questions to measure by.",
            "Name a file of labelled questions, or make some from the texts: footnote eval --self",
          );
        return (await import("./commands/eval.ts")).evaluate(context, file, { against });
      }),
    );
}

function addServing(program: Command, run: Run): void {
  answering(program.command("bot"))
    .description("the Discord bot (DISCORD_TOKEN)")
    .option("--watch", "refresh whenever a file changes")
    .action((flags: Flags & { watch?: boolean }) =>
      run(flags, async (context) =>
        (await import("./commands/bot.ts")).bot(context, { watch: flags.watch ?? false }),
      ),
    );
}

/** Options of every command that reads the corpus. */
function reading(command: Command): Command {
  return command
    .option("--corpus <path>", "folder or file of texts (FOOTNOTE_CORPUS; default: corpus, or what ships)")
    .option("--index <dir>", "folder of the index, or postgres://… (FOOTNOTE_INDEX; default: .footnote)")
    .option("--json", "print JSON only")
    .option("--quiet", "no progress and no remarks");
}

/** Options of the commands that answer. */
function answering(command: Command): Command {
  return reading(command)
    .addOption(
      new Option("--source <id>", "ask only this source (repeatable)").argParser(
        (id: string, all: string[] | undefined) => [...(all ?? []), id],
      ),
    )
    .option("--model <provider:name>", "language model (FOOTNOTE_MODEL; default: none)")
    .option("--verbose", "also what of a model was left out and why, tokens and time")
    .addOption(topOption());
}

function topOption(): Option {
  return new Option("--top <n>", "most quotes shown (default: 3)");
}
