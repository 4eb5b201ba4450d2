/** Bodies of requests: JSON, or a multipart form with `payload_json` and files. Refuses what is too large or no JSON. */
import type { IncomingMessage } from "node:http";
import { breach } from "./api-error.ts";
import { type Json, parseJson } from "./json.ts";

/** Bytes of a whole request. */
const maxRequestBytes = 25 * 1024 * 1024;

export interface Upload {
  /** The number in `files[n]`. */
  readonly index: string;
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface Body {
  /** Undefined when the request had no body. */
  readonly json: Json | undefined;
  /** The JSON as it was sent. */
  readonly text: string;
  readonly uploads: readonly Upload[];
}

export async function readBody(request: IncomingMessage, fileLimit: number): Promise<Body> {
  const bytes = await readBytes(request);
  const type = request.headers["content-type"] ?? "";
  if (bytes.byteLength === 0) return { json: undefined, text: "", uploads: [] };
  if (type.startsWith("multipart/form-data")) return readForm(bytes, type, fileLimit);
  return readJson(bytes.toString("utf8"), []);
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.byteLength;
    if (size <= maxRequestBytes) chunks.push(bytes);
  }
  if (size > maxRequestBytes) throw breach("tooLarge");
  return Buffer.concat(chunks);
}

async function readForm(bytes: Buffer, type: string, fileLimit: number): Promise<Body> {
  const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": type } })
    .formData()
    .catch(() => {
      throw breach("badJson");
    });
  const uploads: Upload[] = [];
  let text = "{}";
  for (const [name, value] of form) {
    if (typeof value === "string") {
      if (name === "payload_json") text = value;
      continue;
    }
    const content = new Uint8Array(await value.arrayBuffer());
    if (content.byteLength > fileLimit) throw breach("tooLarge");
    const index = /^files\[(\d+)\]$/.exec(name)?.[1] ?? String(uploads.length);
    uploads.push({
      index,
      filename: value.name,
      contentType: contentTypeOf(value.name, value.type),
      bytes: content,
    });
  }
  return readJson(text, uploads);
}

function readJson(text: string, uploads: readonly Upload[]): Body {
  const json = parseJson(text);
  if (json === undefined) throw breach("badJson");
  return { json, text, uploads };
}

/** What a text file is called without a declared type. */
function contentTypeOf(filename: string, declared: string): string {
  if (declared !== "" && declared !== "application/octet-stream") return declared;
  return /\.(?:txt|md|json|csv)$/i.test(filename) ? "text/plain; charset=utf-8" : "application/octet-stream";
}
