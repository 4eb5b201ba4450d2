/**
 * Cuts a stream into its messages, and hands on whole ones of well-formed JSON alone: what a client cannot read it
 * prints to the console as it came, and a message in many small pieces it would read again with each of them.
 */

/** `events`: server-sent events. `lines`: a JSON object a line. */
export type Framing = "events" | "lines";

export interface Frames {
  /** The messages that end with these bytes, each as text. @throws NoMessage */
  push(bytes: Uint8Array): string[];
  /** What is left when the stream has ended. @throws NoMessage */
  end(): string[];
}

/** What came is no message of the kind. */
export class NoMessage extends Error {
  /** Whether the stream ended in it. */
  isLast = false;
}

export function framesOf(framing: Framing): Frames {
  const decoder = new TextDecoder();
  const take = framing === "lines" ? lineReader() : eventReader();
  let waiting: string[] = [];
  let endsInReturn = false;
  const read = (text: string): string[] => {
    // A line may end in both: the second half of that end may come with the next bytes.
    const rest = endsInReturn && text.startsWith("\n") ? text.slice(1) : text;
    if (text !== "") endsInReturn = text.endsWith("\r");
    const last = Math.max(rest.lastIndexOf("\n"), rest.lastIndexOf("\r"));
    if (last === -1) {
      waiting.push(rest);
      return [];
    }
    const lines = (waiting.join("") + rest.slice(0, last + 1)).split(/\r\n|\n|\r/);
    waiting = [rest.slice(last + 1)];
    return lines
      .slice(0, -1)
      .map(take)
      .filter((message) => message !== "");
  };
  return {
    push: (bytes) => read(decoder.decode(bytes, { stream: true })),
    end: () => {
      try {
        return read(`${decoder.decode()}\n\n`);
      } catch (error) {
        if (error instanceof NoMessage) error.isLast = true;
        throw error;
      }
    },
  };
}

/** Each line that is not empty is a message. */
function lineReader(): (line: string) => string {
  return (line) => (line.trim() === "" ? "" : `${jsonOf(line)}\n`);
}

/** An empty line ends an event. Comments, and fields that no client needs, are left out. */
function eventReader(): (line: string) => string {
  let name = "";
  let data: string[] = [];
  return (line) => {
    const [, field, value = ""] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === "event") name = value;
    else if (field === "data") data.push(value);
    if (line !== "") return "";
    const [event, text] = [name, data.join("\n")];
    name = "";
    data = [];
    if (text.trim() === "") return "";
    const head = /^(?!thread\.)[\w.-]{1,64}$/.test(event) ? `event: ${event}\n` : "";
    return `${head}data: ${text.startsWith("[DONE]") ? "[DONE]" : jsonOf(text)}\n\n`;
  };
}

/** The object, written anew on one line. */
function jsonOf(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return JSON.stringify(value);
  } catch {
    // No JSON, or nested deeper than anybody reads.
  }
  throw new NoMessage();
}
