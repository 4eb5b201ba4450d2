/** What a PostgreSQL server says is wrong, by its SQLSTATE, in words for an operator: `the index database … <what>`. */

/** What is wrong, to go after the name of the database, and what to do about it. */
export type FaultWords = readonly [what: string, hint: string];

export const REPORT = "Run it again with FOOTNOTE_DEBUG=1 and report what it prints.";
const RIGHTS = "Give the user the rights that docs/postgres.md lists.";
const COMES_BACK = "Try again in a moment: it comes back by itself.";
const BUSY = "Try again in a moment; nothing is lost.";
const NEEDED = "PostgreSQL 13 or later with pgvector 0.5 or later is needed: see docs/postgres.md.";
const FOREIGN =
  "Name another schema in the address, as in ?schema=<name>; or, if this one is Footnote's alone, drop it: the index is made anew.";
const DAMAGED = "Let its operator look at the server's log; the index can be made anew from the texts.";
const SETTINGS = "Look at the settings of the server, of the database and of the user.";

/** `said` is the server's message, without secrets. */
type Describe = (said: string) => FaultWords;

const CODES: Readonly<Record<string, Describe>> = {
  "28P01": () => ["refuses the user or the password", "Check both in the address, or set PGPASSWORD."],
  "28000": (said) => [
    `does not let this user in: ${said}`,
    /SSL off|no encryption/i.test(said)
      ? "It may want an encrypted connection: add sslmode=require to the address."
      : "Check the user in the address, and pg_hba.conf on the server.",
  ],
  "3D000": () => ["does not exist", "Make it with createdb, or name another one in the address."],
  "42501": (said) => [`refuses a right that is needed: ${said}`, RIGHTS],
  "25006": () => [
    "may only be read: it is a replica, or was set to be read-only",
    "Build the index on the primary; here add access=read to the address.",
  ],
  "53100": () => [
    "is full: no space is left on its disk",
    "Free some space there; what was indexed stays as it was.",
  ],
  "53200": () => ["has run out of memory", "Give it more memory, or fewer connections."],
  "53300": () => [
    "has too many connections",
    "Raise max_connections there, or lower connections=<n> in the address; docs/postgres.md says how many are used.",
  ],
  "53400": () => ["has come to a limit of its configuration", SETTINGS],
  "57014": () => [
    "took too long to answer",
    "It may be overloaded: look at pg_stat_activity. timeout=<seconds> in the address waits longer.",
  ],
  "57P01": () => ["has ended the connection: it is shutting down, or an operator did", COMES_BACK],
  "57P02": () => ["has ended the connection: another of its processes crashed", COMES_BACK],
  "57P03": () => ["takes no connections now: it is starting or shutting down", COMES_BACK],
  "57P04": () => [
    "was dropped while it was in use",
    "Make it with createdb, or name another one in the address.",
  ],
  "57P05": () => ["has ended the connection because it was idle", COMES_BACK],
  "25P03": () => ["has ended a transaction because it was idle", COMES_BACK],
  "25P04": () => ["has ended a transaction because it took too long", SETTINGS],
  "40001": () => ["was busy: others changed the same rows at the same time", BUSY],
  "40P01": () => ["was busy: others waited for each other's rows", BUSY],
  "55P03": () => ["was busy: others hold what is needed", `${BUSY} pg_locks tells who.`],
  "42P01": (said) => [`does not hold what Footnote made there: ${said}`, FOREIGN],
  "42703": (said) => [`does not hold what Footnote made there: ${said}`, FOREIGN],
  "42P07": (said) => [`holds tables of other origin under Footnote's names: ${said}`, FOREIGN],
  "42809": (said) => [`holds tables of other origin under Footnote's names: ${said}`, FOREIGN],
  "42804": (said) => [`holds tables of other origin under Footnote's names: ${said}`, FOREIGN],
  "58P01": (said) => [`lacks something: ${said}`, NEEDED],
  "42704": (said) => [`lacks something: ${said}`, NEEDED],
  "42883": (said) => [`lacks something: ${said}`, NEEDED],
  "42601": (said) => [`does not understand a statement: ${said}`, NEEDED],
};

/** Every class of the standard and of PostgreSQL, for codes that have no words of their own. */
const CLASSES: Readonly<Record<string, Describe>> = {
  "01": (said) => [`gave a warning where an answer was wanted: ${said}`, REPORT],
  "02": (said) => [`gave no data where some was wanted: ${said}`, REPORT],
  "03": (said) => [`had not finished a statement before: ${said}`, REPORT],
  "08": (said) => [
    `broke off the conversation: ${said}`,
    "Check that it runs, and what stands between: a pooler, a proxy, a firewall.",
  ],
  "09": (said) => [`failed in a trigger: ${said}`, "Take triggers off Footnote's tables."],
  "0A": (said) => [`cannot do what is needed: ${said}`, NEEDED],
  "0B": (said) => [`could not begin a transaction: ${said}`, REPORT],
  "0F": (said) => [`lost a large value: ${said}`, REPORT],
  "0L": (said) => [`refuses to pass on a right: ${said}`, RIGHTS],
  "0P": (said) => [`does not know the role of the user: ${said}`, "Check the user in the address."],
  "0Z": (said) => [`failed while it handled another fault: ${said}`, DAMAGED],
  "20": (said) => [`met a case that it does not know: ${said}`, REPORT],
  "21": (said) => [`found several rows where one was wanted: ${said}`, FOREIGN],
  "22": (said) => [`does not take a value: ${said}`, REPORT],
  "23": (said) => [`holds rows that contradict each other: ${said}`, FOREIGN],
  "24": (said) => [`lost its place in an answer: ${said}`, REPORT],
  "25": (said) => [`is in another state of its transaction than was meant: ${said}`, BUSY],
  "26": (said) => [
    `lost a statement between two of its sessions: ${said}`,
    "A pooler may stand before it: see docs/postgres.md about poolers.",
  ],
  "27": (said) => [`failed in a trigger: ${said}`, "Take triggers off Footnote's tables."],
  "28": (said) => [`does not let this user in: ${said}`, "Check the user and the password in the address."],
  "2B": (said) => [`refuses to drop what others depend on: ${said}`, FOREIGN],
  "2D": (said) => [`could not end a transaction: ${said}`, BUSY],
  "2F": (said) => [`failed in a function: ${said}`, REPORT],
  "34": (said) => [`lost its place in an answer: ${said}`, REPORT],
  "38": (said) => [`failed in an extension: ${said}`, DAMAGED],
  "39": (said) => [`failed in an extension: ${said}`, DAMAGED],
  "3B": (said) => [`lost a part of a transaction: ${said}`, BUSY],
  "3D": (said) => [`cannot be found: ${said}`, "Check the name of the database in the address."],
  "3F": (said) => [`lacks a schema: ${said}`, FOREIGN],
  "40": (said) => [`took a transaction back: ${said}`, BUSY],
  "42": (said) => [`refuses a statement: ${said}`, FOREIGN],
  "44": (said) => [`refuses rows that a view does not show: ${said}`, FOREIGN],
  "53": (said) => [`has run out of something: ${said}`, "Give it more of it, or less to do."],
  "54": (said) => [
    `has come to one of its limits: ${said}`,
    "Leave out the text it stands in, and report it.",
  ],
  "55": (said) => [`is not ready for what is asked: ${said}`, BUSY],
  "57": (said) => [`was interrupted by its operator: ${said}`, COMES_BACK],
  "58": (said) => [`has trouble with its machine: ${said}`, "Look at its disks and at its log."],
  "72": (said) => [`no longer has what a long search began with: ${said}`, BUSY],
  F0: (said) => [`has a fault in its configuration: ${said}`, SETTINGS],
  HV: (said) => [`failed to ask another server: ${said}`, "Footnote's tables should be the database's own."],
  P0: (said) => [`failed in a function or a trigger: ${said}`, "Take triggers off Footnote's tables."],
  XX: (said) => [`has an internal fault: ${said}`, DAMAGED],
};

/** Whether a code is one of a PostgreSQL server, rather than of the system or of TLS. */
export function isSqlState(code: string): boolean {
  return /^(?=.*\d)[0-9FHPX][0-9A-Z]{4}$/.test(code);
}

/** Never fails: a code without words has those of its class, and one without a class honest ones. */
export function describeServerFault(code: string, said: string): FaultWords {
  const words = CODES[code] ?? CLASSES[code.slice(0, 2)];
  const [what, hint] = words?.(said) ?? [`failed in a way that Footnote does not know: ${said}`, REPORT];
  return [`${what} (SQLSTATE ${code})`, hint];
}
