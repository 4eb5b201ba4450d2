// Installs the packed package as a user does, in an empty folder and globally, and runs every command of it in a working
// folder that has nothing in it. Usage: node tests/smoke.mjs [Node versions besides this one, such as 22 24]
// One line a command. Exit code 1 when one does not do what it should; what cannot be fetched is skipped, and it is said.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const folder = mkdtempSync(join(tmpdir(), "footnote-smoke-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const QUESTION = "How many staff did Azerbaijan evacuate from Tehran?";
const QUOTE = "Azerbaijan then evacuated 53 members of the embassy's staff";
const LABELLED = JSON.stringify({
  id: "1",
  question: QUESTION,
  answerable: true,
  source: "baku-paradox.md",
  answers: ["53 members"],
  spans: [],
});
const TOLD = /texts that ship with Footnote/;
/** Milliseconds for one command. Generous: it only keeps a hanging command from holding up everything. */
const LONGEST_MS = 180_000;

/** What each command must do: its words, its exit code, what it prints, and what it is given. */
const COMMANDS = [
  { words: ["--version"], out: /^\d+\.\d+\.\d+$/m },
  { words: ["--help"], out: /Commands:/ },
  { words: ["index"], out: /new +baku-paradox\.md/, err: TOLD },
  { words: ["ask", QUESTION], out: /evacuated 53 members[\s\S]*baku-paradox\.md:\d+/, err: TOLD },
  { words: ["ask", "--quiet", "Who won the chess championship?"], code: 1, err: /^$/ },
  { words: ["ask", "--batch", "-"], input: `${QUESTION}\n`, out: /"status":"answered"/ },
  { words: ["ask", "--model", "ollama:none", QUESTION], env: { OLLAMA_HOST: "127.0.0.1:1" }, out: /53/ },
  { words: ["chat"], input: `${QUESTION}\n/sources\n/quit\n`, out: /evacuated 53 members/ },
  { words: ["cite", "baku-paradox:13.1"], out: /⟦.*53 members/ },
  { words: ["find", QUOTE], out: /Yes/ },
  { words: ["find", QUOTE.replace("53", "54")], code: 1, out: /altered/ },
  { words: ["find", "--text", "-"], input: `It says: “${QUOTE}”.\n`, out: /53 members/ },
  { words: ["verify", "-"], input: (run) => run(["ask", "--json", QUESTION]).out, out: /intact|holds/i },
  { words: ["sources"], out: /baku-paradox/ },
  { words: ["sources", "--conflicts"], out: /\S/ },
  { words: ["eval", "questions.jsonl"], out: /hit@1/ },
  { words: ["eval", "--self", "--questions", "5"], code: [0, 1], out: /found/ },
  { words: ["doctor"], out: /ok +Node/ },
  { words: ["doctor", "--sources"], out: /\S/ },
  { words: ["bot"], code: 2, err: /DISCORD_TOKEN is not set[\s\S]*hint:/ },
  {
    words: ["bot"],
    env: { DISCORD_TOKEN: "a.b.c", FOOTNOTE_DISCORD_API: "http://127.0.0.1:1" },
    until: /no connection/,
  },
  { words: ["index", "--watch"], until: /Watching/ },
  { words: ["nonsense"], code: 2, err: /There is no command[\s\S]*hint:/ },
];

let failures = 0;
const say = (text) => process.stdout.write(`${text}\n`);

/** Runs npm. Null when it did what it was told to, else the last words of its complaint. */
function npm(words, cwd) {
  const done = spawnSync(
    "npm",
    [...words, "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      cwd,
      encoding: "utf8",
    },
  );
  return done.status === 0
    ? null
    : done.stderr.trim().split("\n").slice(0, 3).join(" ") || `npm ended with ${done.status}`;
}

/** The programs to run everything with: this Node, and those of `versions` that can be fetched. */
function nodes(versions) {
  const fetched = versions.flatMap((version) => {
    const place = join(folder, `node-${version}`);
    mkdirSync(place);
    const complaint = npm(["install", "--prefix", place, `node@${version}`], place);
    const path = join(place, "node_modules", "node", "bin", "node");
    if (complaint === null && spawnSync(path, ["--version"]).status === 0) return [path];
    say(`SKIPPED  Node ${version}, which cannot be fetched: ${complaint ?? "it does not run"}`);
    return [];
  });
  return [process.execPath, ...fetched];
}

/** Starts a command and waits for its end; with `until` it is told to stop when it says that. */
function start(node, program, { words, env = {}, input = "", until }, cwd) {
  const child = spawn(node, [program, ...words], { cwd, env: { PATH: process.env.PATH, HOME: cwd, ...env } });
  const said = { out: "", err: "" };
  const hear = (stream, name) =>
    stream.setEncoding("utf8").on("data", (text) => {
      said[name] += text;
      if (until?.test(said.err)) child.kill("SIGTERM");
    });
  hear(child.stdout, "out");
  hear(child.stderr, "err");
  child.stdin.on("error", () => undefined).end(input);
  const late = setTimeout(() => child.kill("SIGKILL"), LONGEST_MS);
  return new Promise((done) =>
    child.on("close", (code, signal) => {
      clearTimeout(late);
      done({ ...said, code: code ?? signal });
    }),
  );
}

/** What is wrong with how a command ended; empty when nothing is. */
function complaints({ code = 0, out = /^/, err = /^/ }, ended) {
  return [
    ...([code].flat().includes(ended.code) ? [] : [`ended with ${ended.code}, not ${code}`]),
    ...(out.test(ended.out) ? [] : [`printed nothing like ${out}`]),
    ...(err.test(ended.err) ? [] : [`said nothing like ${err}`]),
    ...(/\n {4}at |Something went wrong|Warning:/.test(ended.err) ? ["told of a defect, or warned"] : []),
  ];
}

async function runAll(node, program, label) {
  const version = execFileSync(node, ["--version"], { encoding: "utf8" }).trim();
  const cwd = mkdtempSync(join(folder, "work-"));
  writeFileSync(join(cwd, "questions.jsonl"), `${LABELLED}\n`);
  const run = (words) => {
    const env = { PATH: process.env.PATH, HOME: cwd };
    return { out: spawnSync(node, [program, ...words], { cwd, env, encoding: "utf8" }).stdout };
  };
  const untried = commandsOf(run(["--help"]).out).filter(
    (name) => !COMMANDS.some(({ words }) => words[0] === name),
  );
  if (untried.length > 0) fail(`${version} ${label}`, [`nothing tries ${untried.join(", ")}`]);
  for (const command of COMMANDS) {
    const input = typeof command.input === "function" ? command.input(run) : command.input;
    const began = performance.now();
    const ended = await start(node, program, { ...command, input }, cwd);
    const wrong = complaints(command, ended);
    const line = `${version} ${label}  footnote ${command.words.join(" ")}`;
    if (wrong.length > 0) fail(line, wrong, ended);
    else say(`ok       ${line}  (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  }
}

function commandsOf(help) {
  const [, list = ""] = help.split("Commands:");
  return [...list.matchAll(/^ {2}([a-z-]+)/gm)].map(([, name]) => name).filter((name) => name !== "help");
}

function fail(line, wrong, ended = { out: "", err: "" }) {
  failures += 1;
  say(`FAILED   ${line}: ${wrong.join("; ")}\n${ended.out.slice(-2000)}${ended.err.slice(-2000)}`);
}

/** All files of a folder with the time of their last change: the same as long as nobody writes there. */
function stampsOf(path) {
  return readdirSync(path, { recursive: true })
    .map((file) => `${file} ${statSync(join(path, file)).mtimeMs}`)
    .sort()
    .join("\n");
}

execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: root, stdio: "ignore" });
const tarball = join(folder, readdirSync(folder).find((file) => file.endsWith(".tgz")) ?? "");
const [own, prefix] = [join(folder, "project"), join(folder, "global")];
mkdirSync(own);
writeFileSync(join(own, "package.json"), "{}");
const places = [
  ["in a project", npm(["install", tarball], own), join(own, "node_modules")],
  [
    "globally",
    npm(["install", "--global", "--prefix", prefix, tarball], folder),
    join(prefix, "lib", "node_modules"),
  ],
];
const programs = [...nodes(process.argv.slice(2))];
for (const [label, complaint, modules] of places) {
  if (complaint !== null) {
    const unreachable = /E(?:NOTFOUND|AI_AGAIN|TIMEDOUT|CONN\w+|NETUNREACH|403|404|5\d\d)\b|NOTCACHED/.test(
      complaint,
    );
    say(`${unreachable ? "SKIPPED" : "FAILED "}  installed ${label}, which npm cannot do: ${complaint}`);
    failures += unreachable ? 0 : 1;
    continue;
  }
  const home = join(modules, "footnote-bot");
  const before = stampsOf(home);
  // A global install is the same package in another place: there one Node is enough.
  for (const node of label === "globally" ? programs.slice(0, 1) : programs)
    await runAll(node, join(home, "dist", "footnote.js"), label);
  if (stampsOf(home) !== before)
    fail(`installed ${label}`, ["something was written into the package's own folder"]);
}
const bin = join(prefix, "bin", "footnote");
if (existsSync(bin) && spawnSync(bin, ["--version"]).status !== 0) fail("bin/footnote", ["does not start"]);
say(failures === 0 ? "Nothing failed." : `${failures} failed.`);
process.exitCode = failures === 0 ? 0 : 1;
