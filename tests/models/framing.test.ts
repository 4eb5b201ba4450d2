/** How streams are cut into messages: whole ones, however the bytes arrive, and nothing that is no JSON. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Framing, framesOf, NoMessage } from "../../src/models/framing.ts";

/** All that comes of a stream whose bytes arrive in pieces of these lengths, over and over. */
function read(framing: Framing, text: string, lengths: readonly number[] = [text.length + 1]): string {
  const frames = framesOf(framing);
  const bytes = Buffer.from(text);
  let out = "";
  for (let [at, turn] = [0, 0]; at < bytes.length; turn += 1) {
    const length = lengths[turn % lengths.length] ?? 1;
    out += frames.push(bytes.subarray(at, at + length)).join("");
    at += length;
  }
  return out + frames.end().join("");
}

const value = fc.dictionary(fc.string({ unit: "grapheme" }), fc.jsonValue({ maxDepth: 2 }));
const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
const lineEnd = fc.constantFrom("\n", "\r\n", "\r");

describe("a stream of events", () => {
  it("gives each event whole, wherever its bytes are parted", () => {
    const name = fc.constantFrom("", "message_start", "ping");
    const event = fc.record({ name, value, remark: fc.boolean(), space: fc.boolean() });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 6 }), lineEnd, lengths, (events, end, pieces) => {
        const sent = events.map(({ name: kind, value: data, remark, space }) => [
          ...(remark ? [": a remark", "id: 7"] : []),
          ...(kind === "" ? [] : [`event: ${kind}`]),
          `data:${space ? " " : ""}${JSON.stringify(data)}`,
          "",
        ]);
        const wanted = events.map(
          ({ name: kind, value: data }) =>
            `${kind === "" ? "" : `event: ${kind}\n`}data: ${JSON.stringify(data)}\n\n`,
        );
        const text = sent
          .flat()
          .map((line) => line + end)
          .join("");
        expect(read("events", text, pieces)).toBe(wanted.join(""));
      }),
    );
  });

  it("joins what stands in several lines, and ends without an empty one", () => {
    expect(read("events", 'data: {"a":\ndata: 1}\n\ndata: [DONE]')).toBe('data: {"a":1}\n\ndata: [DONE]\n\n');
  });

  it("leaves out what no client needs", () => {
    const text =
      ":\n\nretry: 1\n\nevent: ping\n\nevent: thread.run\ndata: {}\n\nevent: \u001b[31m\ndata: {}\n\n";
    expect(read("events", text)).toBe("data: {}\n\ndata: {}\n\n");
  });
});

describe("a stream of lines", () => {
  it("gives each line whole, wherever its bytes are parted", () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 6 }), lineEnd, lengths, (values, end, pieces) => {
        const lines = values.map((one) => JSON.stringify(one));
        expect(read("lines", lines.join(end), pieces)).toBe(lines.map((line) => `${line}\n`).join(""));
      }),
    );
  });
});

describe.each(["events", "lines"] as const)("what comes in %s", (framing) => {
  const written = (text: string) => (framing === "events" ? `data: ${text}\n\n` : `${text}\n`);

  it.each(["no", "[1]", "null", "1", '{"a":', `{"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`])(
    "is no message when it is %.20s",
    (text) => {
      expect(() => read(framing, written("{}") + written(text))).toThrow(NoMessage);
    },
  );

  it("tells a message that ends in the middle from one that is none", () => {
    const frames = framesOf(framing);
    frames.push(Buffer.from(written("{}") + written('{"a":').trimEnd()));
    expect(() => frames.end()).toThrow(expect.objectContaining({ isLast: true }));
  });
});
