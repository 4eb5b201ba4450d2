/** Whatever is wrong with a database is told in a sentence with a hint, without its password, and leaves nothing open. */
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { UserError } from "../../../src/errors.ts";
import { openIndex } from "../../../src/index/open-index.ts";
import { parseDatabaseUrl } from "../../../src/index/postgres/database-address.ts";
import { explainDatabaseFault, isPassing } from "../../../src/index/postgres/database-faults.ts";
import { examineDatabase } from "../../../src/index/postgres/examine-database.ts";
import { openSharedRecords } from "../../../src/index/postgres/shared-records.ts";
import { type Behaviour, letIn, startFaultyServer } from "../../doubles/postgres/faulty-server.ts";

const PASSWORD = "marked0pass%2Fword1";
const SECRETS = ["marked0", decodeURIComponent(PASSWORD)];
/** Classes of PostgreSQL's own list (appendix "Error Codes"), and one that is in none. */
const CLASSES = (
  "01 02 03 08 09 0A 0B 0F 0L 0P 0Z 20 21 22 23 24 25 26 27 28 2B 2D 2F 34 38 39 3B 3D 3F 40 42 44 53 54 55 57 58 72 F0 " +
  "HV P0 XX 9Z"
).split(" ");
const CODES = (
  "28P01 28000 3D000 42501 25006 53100 53200 53300 53400 57014 57P01 57P02 57P03 57P04 57P05 25P03 25P04 40001 40P01 " +
  "55P03 42P01 42703 3F000 42P07 42704 42883 42601 58P01 58030 26000 08P01 22021 22P05 23505 54000 0A000 XX001 XX002"
).split(" ");

let folder: string;
let corpusPath: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "footnote-faults-"));
  corpusPath = join(folder, "a.md");
  await writeFile(corpusPath, "Ice held 14 ships in the harbour.\n");
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const urlOf = (port: number, settings = "") => `postgres://me:${PASSWORD}@127.0.0.1:${port}/news${settings}`;
const open = (indexPath: string, signal?: AbortSignal) =>
  openIndex({ corpusPath, indexPath, embedder: null, ...(signal && { signal }) });

/** What opening the index fails with; fails itself when it is no sentence with a hint, or tells a secret. */
async function faultOf(attempt: Promise<unknown>): Promise<UserError> {
  const error: unknown = await attempt.then(
    () => "nothing failed",
    (one: unknown) => one,
  );
  expectWords(error);
  return error as UserError;
}

function expectWords(error: unknown): void {
  expect(error).toBeInstanceOf(UserError);
  const { message, hint, stack } = error as UserError;
  expect(message).toMatch(/^[a-z"].{20,}/s);
  expect(hint).toMatch(/^[A-Z0-9].{5,}[.>?]$/s);
  expect(hint).not.toBe("");
  for (const secret of SECRETS) expect(`${message} ${hint} ${stack}`).not.toContain(secret);
}

/** A fault of a stand-in, and that nobody is left connected to it. */
async function faultAt(behaviour: Behaviour, settings = "?connect_timeout=1&timeout=1"): Promise<UserError> {
  const server = await startFaultyServer(behaviour);
  try {
    const fault = await faultOf(open(urlOf(server.port, settings)));
    await expect.poll(server.clients, { timeout: 10_000, interval: 20 }).toBe(0);
    return fault;
  } finally {
    await server.close();
  }
}

describe("a code of PostgreSQL", () => {
  const address = parseDatabaseUrl(urlOf(5432));
  const explain = (code: string, says: string) =>
    explainDatabaseFault(Object.assign(new Error(says), { code }), address);

  it.each([...CODES, ...CLASSES.map((one) => `${one}999`)])("has words: %s", (code) => {
    const fault = explain(code, `something about postgres://me:${PASSWORD}@db and ${SECRETS[1]}`);
    expectWords(fault);
    expect(fault.message).toContain(`SQLSTATE ${code}`);
    expect(fault.message).toContain("postgres://me@127.0.0.1:5432/news");
  });

  it("of each class has words of its own", () => {
    const told = CLASSES.slice(0, -1).map((one) => explain(`${one}999`, "said").message);
    for (const message of told) expect(message).not.toContain("in a way");
    expect(explain("9Z999", "said").message).toContain("in a way that Footnote does not know: said");
  });

  it.each(CODES.filter((code) => !isPassing(Object.assign(new Error(), { code }))))(
    "ends an opening with words, and leaves nothing connected: %s",
    async (code) => {
      // A table that is missing is a reason to make it, and this server refuses that too.
      for (const behaviour of [{ fails: code }, { refuses: code }])
        expect((await faultAt(behaviour)).message).toMatch(code === "42703" ? "not Footnote's" : code);
    },
  );

  it("that passes by itself has words when it does not", async () => {
    expect((await faultAt({ refuses: "53300" })).message).toContain("too many connections");
    expect((await faultAt({ fails: "57P01" })).message).toContain("shutting down");
  }, 30_000);
});

describe("a server that is none of PostgreSQL", () => {
  const others: Readonly<Record<string, (socket: Socket) => void>> = {
    "that speaks HTTP": (socket) =>
      void socket.once("data", () => socket.write("HTTP/1.1 400 Bad Request\r\n\r\n")),
    "that speaks HTTP and leaves": (socket) =>
      void socket.once("data", () => socket.end("HTTP/1.1 400 No\r\n\r\n")),
    "that speaks SSH": (socket) => void socket.write("SSH-2.0-OpenSSH_9.2\r\n"),
    "that speaks SMTP": (socket) => void socket.write("220 mail.example ESMTP\r\n"),
    "that says what it hears": (socket) => void socket.pipe(socket),
  };
  it.each(Object.entries(others))("is told at once: one %s", async (_, serve) => {
    for (const settings of ["?connect_timeout=60", "?connect_timeout=60&sslmode=require"])
      expect((await faultAt(serve, settings)).message).toContain("does not speak PostgreSQL");
  });

  it("may be silent, before and after it let somebody in", async () => {
    expect((await faultAt(() => undefined)).message).toContain("does not answer in time");
    const silent = await faultAt((socket) => void socket.once("data", () => letIn(socket)));
    expect(silent.message).toContain("took too long");
  }, 30_000);

  it("may say what the driver does not expect", async () => {
    const kerberos = Buffer.from("520000000800000007", "hex");
    const login = await faultAt((socket) => void socket.once("data", () => socket.write(kerberos)));
    expect(login.message).toContain("does not speak");
    const rows = Buffer.from("440000000a0001ffff00", "hex");
    await faultAt((socket) => {
      socket.once("data", () => {
        letIn(socket);
        socket.on("data", () => socket.write(rows));
      });
    });
  }, 30_000);

  it("may know no TLS", async () => {
    const none = (socket: Socket) => void socket.once("data", () => socket.write("N"));
    expect((await faultAt(none, "?sslmode=require")).message).toContain("the server has none");
  });
});

describe("an address that leads nowhere", () => {
  it("is told with what is wrong about it", async () => {
    const port = await closedPort();
    expect((await faultOf(open(urlOf(port)))).message).toContain("nothing listens");
    expect((await faultOf(open(`postgres:///news?host=${folder}/none`))).message).toContain("no such socket");
    expect((await faultOf(examineDatabase(urlOf(port), corpusPath))).message).toContain("nothing listens");
    const records = openSharedRecords(urlOf(port));
    expect((await faultOf(records.get("x"))).message).toContain("nothing listens");
    await records.close();
  }, 40_000);

  it.each([
    ["sslmode=yes", "sslmode"],
    ["sslmode=verify-ca", "sslmode"],
    ["ssl=maybe", "ssl"],
    ["sslmode=verify-full&sslrootcert=/nowhere/root.crt", "sslrootcert"],
    ["sslrootcert=/nowhere/root.crt", "is not there"],
    ["sslmode=require&sslrootcert=CORPUS", "cannot be used"],
    ["sslmode=require&sslrootcert=FOLDER", "cannot be read"],
    ["sslcert=CORPUS", "sslcert"],
    ["sslnegotiation=direct", "sslnegotiation"],
    ["channel_binding=maybe", "channel_binding"],
    ["gssencmode=require", "gssencmode"],
    ["port=99999", "port"],
    ["connect_timeout=never", "connect_timeout"],
    ["timeout=0", "timeout"],
    ["sslmod=require", "sslmod"],
    ["pgbouncer=true", "pgbouncer"],
    ["schema=a&schema=b", "schema"],
    ["schema=information_schema", "PostgreSQL itself"],
    ["schema=pg_catalog", "PostgreSQL itself"],
    ["schema=pg_toast", "PostgreSQL itself"],
    ["schema=News", "schema"],
    [`schema=${"ä".repeat(32)}`, "schema"],
    [`schema=${"a".repeat(64)}`, "schema"],
  ])("or says %s", async (settings, said) => {
    const meant = settings.replace("CORPUS", corpusPath).replace("FOLDER", folder);
    expect((await faultOf(open(urlOf(5, `?${meant}`)))).message).toContain(said);
  });

  it.each([
    "postgres://me:marked0#1@h/d",
    "postgres://me:1/marked0@h/d",
    "postgres://me:p@1/marked0@h/d",
    "postgres://me:1?marked0@h/d",
    "postgres://me:%ZZmarked0@h/d",
    "postgres://me:marked0%00@h/d",
    "postgres://me:marked0@[::bad/d",
    "postgres://me:marked0@h:0/d",
    "postgres://me:marked0@one,two/d",
  ])("or cannot be read, and does not tell its password: %s", async (url) => {
    await faultOf(open(url));
  });
});

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
